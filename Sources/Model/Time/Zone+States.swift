import Foundation

extension Zone {
    /// The zone a property most likely lies in, from its state's two letters or name and its zip
    /// code.
    ///
    /// The platform keeps none. A state with two zones gets the one most of its people live in, but
    /// for the zip codes that are known to lie in the other (USPS three-digit prefixes). Where
    /// nothing is known it is UTC; all of it is an assumption until confirmed.
    package static func guess(state: String, zip: String) -> Zone {
        let key = state.trimmingCharacters(in: .whitespaces).uppercased()
        let code = key.count == 2 ? key : (stateCodes[key] ?? key)
        if let prefix = Int(zip.trimmingCharacters(in: .whitespaces).prefix(3)),
            let exception = exceptions[code]?.first(where: { $0.prefixes.contains(prefix) })
        {
            return Zone(exception.zone) ?? .utc
        }
        return zones[code].flatMap { Zone($0) } ?? .utc
    }

    private static let exceptions: [String: [(prefixes: Set<Int>, zone: String)]] = [
        "FL": [([324, 325], "America/Chicago")],
        "TX": [([798, 799, 885], "America/Denver")],
        "TN": [([373, 374, 376, 377, 378, 379], "America/New_York")],
        "KY": [([420, 421, 422, 423, 424], "America/Chicago")],
        "IN": [([463, 464, 476, 477], "America/Chicago")],
        "ID": [([835, 838], "America/Los_Angeles")],
        "OR": [([979], "America/Boise")],
        "SD": [([577], "America/Denver")],
        "NE": [([691, 693], "America/Denver")],
    ]

    private static let zones: [String: String] = {
        let byZone: [String: String] = [
            "America/New_York":
                "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
            "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
            "America/Denver": "CO MT NM UT WY",
            "America/Boise": "ID",
            "America/Phoenix": "AZ",
            "America/Los_Angeles": "CA NV OR WA",
            "America/Anchorage": "AK",
            "Pacific/Honolulu": "HI",
            "America/Puerto_Rico": "PR VI",
            "Pacific/Guam": "GU MP",
        ]
        var result: [String: String] = [:]
        for (zone, states) in byZone {
            for state in states.split(separator: " ") { result[String(state)] = zone }
        }
        return result
    }()

    private static let stateCodes: [String: String] = [
        "ALABAMA": "AL", "ALASKA": "AK", "ARIZONA": "AZ", "ARKANSAS": "AR", "CALIFORNIA": "CA",
        "COLORADO": "CO", "CONNECTICUT": "CT", "DELAWARE": "DE", "DISTRICT OF COLUMBIA": "DC",
        "FLORIDA": "FL", "GEORGIA": "GA", "HAWAII": "HI", "IDAHO": "ID", "ILLINOIS": "IL",
        "INDIANA": "IN", "IOWA": "IA", "KANSAS": "KS", "KENTUCKY": "KY", "LOUISIANA": "LA",
        "MAINE": "ME", "MARYLAND": "MD", "MASSACHUSETTS": "MA", "MICHIGAN": "MI",
        "MINNESOTA": "MN", "MISSISSIPPI": "MS", "MISSOURI": "MO", "MONTANA": "MT",
        "NEBRASKA": "NE", "NEVADA": "NV", "NEW HAMPSHIRE": "NH", "NEW JERSEY": "NJ",
        "NEW MEXICO": "NM", "NEW YORK": "NY", "NORTH CAROLINA": "NC", "NORTH DAKOTA": "ND",
        "OHIO": "OH", "OKLAHOMA": "OK", "OREGON": "OR", "PENNSYLVANIA": "PA", "PUERTO RICO": "PR",
        "RHODE ISLAND": "RI", "SOUTH CAROLINA": "SC", "SOUTH DAKOTA": "SD", "TENNESSEE": "TN",
        "TEXAS": "TX", "UTAH": "UT", "VERMONT": "VT", "VIRGINIA": "VA", "WASHINGTON": "WA",
        "WEST VIRGINIA": "WV", "WISCONSIN": "WI", "WYOMING": "WY",
    ]
}
