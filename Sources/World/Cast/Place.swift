import Model

/// A city that a property of this world stands in, with what its people call things.
struct Place: Sendable {
    let city: String
    let state: String
    let zip: String
    let zone: String
    let area: String
    let streets: [String]
    let districts: [String]
    let transit: String
    /// Rent of a one-bedroom in a usual building, dollars a month.
    let rent: Int

    /// Cities in an order in which the first few already lie in several zones.
    static let all: [Place] = [
        Place(
            "Oakland",
            "CA",
            "94612",
            "America/Los_Angeles",
            "510",
            2_150,
            "Alder Street|Lakeside Drive|Orchard Avenue",
            "Uptown|the lake|Temescal",
            "the light rail at Alder Street"
        ),
        Place(
            "Phoenix",
            "AZ",
            "85004",
            "America/Phoenix",
            "602",
            1_480,
            "Saguaro Way|Camelback Lane|Ocotillo Road",
            "downtown|Roosevelt|Arcadia",
            "the Valley light rail at Palm Lane"
        ),
        Place(
            "Denver",
            "CO",
            "80205",
            "America/Denver",
            "303",
            1_720,
            "Larkspur Street|Welton Court|Marion Avenue",
            "Five Points|City Park|the ballpark",
            "the L line at Larkspur"
        ),
        Place(
            "Chicago",
            "IL",
            "60614",
            "America/Chicago",
            "312",
            1_940,
            "Halsted Row|Lakeview Court|Sheffield Lane",
            "Lincoln Park|Lakeview|Old Town",
            "the Brown line at Sheffield"
        ),
        Place(
            "Honolulu",
            "HI",
            "96815",
            "Pacific/Honolulu",
            "808",
            2_280,
            "Kalani Street|Plumeria Road|Ala Mahi Place",
            "Kapahulu|Moiliili|Kakaako",
            "the number 13 bus on Plumeria"
        ),
        Place(
            "New York",
            "NY",
            "11201",
            "America/New_York",
            "718",
            3_250,
            "Clermont Street|Willow Place|Dean Row",
            "Fort Greene|Downtown Brooklyn|Boerum Hill",
            "the A and C trains at Willow Place"
        ),
        Place(
            "Austin",
            "TX",
            "78704",
            "America/Chicago",
            "512",
            1_640,
            "Juniper Lane|Barton Court|Pecan Grove Road",
            "South Lamar|Zilker|Travis Heights",
            "the 803 bus on Juniper"
        ),
        Place(
            "Seattle",
            "WA",
            "98122",
            "America/Los_Angeles",
            "206",
            2_190,
            "Madrona Way|Pine Terrace|Union Court",
            "Capitol Hill|the Central District|Madrona",
            "the streetcar at Pine Terrace"
        ),
        Place(
            "El Paso",
            "TX",
            "79901",
            "America/Denver",
            "915",
            1_090,
            "Mesa Verde Drive|Franklin Street|Sunset Ridge",
            "downtown|Sunset Heights|Kern Place",
            "the streetcar at Franklin"
        ),
        Place(
            "Atlanta",
            "GA",
            "30308",
            "America/New_York",
            "404",
            1_760,
            "Magnolia Street|Ponce Court|Juniper Row",
            "Midtown|Old Fourth Ward|Inman Park",
            "the Red line at North Avenue"
        ),
        Place(
            "Minneapolis",
            "MN",
            "55408",
            "America/Chicago",
            "612",
            1_420,
            "Lyndale Court|Birch Avenue|Lakeshore Row",
            "Uptown|Whittier|the lakes",
            "the 6 bus on Birch"
        ),
        Place(
            "Boise",
            "ID",
            "83702",
            "America/Boise",
            "208",
            1_510,
            "Cottonwood Street|Foothill Road|River Birch Lane",
            "the North End|downtown|Hyde Park",
            "the 9 bus on Cottonwood"
        ),
        Place(
            "Pensacola",
            "FL",
            "32501",
            "America/Chicago",
            "850",
            1_380,
            "Bayou Lane|Palafox Row|Gulf Breeze Court",
            "downtown|East Hill|the bay",
            "the 55 bus on Bayou"
        ),
        Place(
            "Anchorage",
            "AK",
            "99501",
            "America/Anchorage",
            "907",
            1_450,
            "Spruce Street|Inlet View Road|Birchwood Lane",
            "downtown|South Addition|Midtown",
            "the 20 bus on Spruce"
        ),
    ]

    private init(
        _ city: String,
        _ state: String,
        _ zip: String,
        _ zone: String,
        _ area: String,
        _ rent: Int,
        _ streets: String,
        _ districts: String,
        _ transit: String
    ) {
        self.city = city
        self.state = state
        self.zip = zip
        self.zone = zone
        self.area = area
        self.rent = rent
        self.streets = streets.split(separator: "|").map(String.init)
        self.districts = districts.split(separator: "|").map(String.init)
        self.transit = transit
    }
}
