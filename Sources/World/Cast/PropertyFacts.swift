/// Draws what is true of a property, once, so that its bot never contradicts itself.
enum PropertyFacts {
    static func make(
        name: String,
        slug: String,
        place: Place,
        rents: [Int],
        _ chance: inout Chance
    ) -> SlotValues {
        var facts = SlotValues()
        facts[.property] = name
        whereabouts(&facts, place, slug, &chance)
        homes(&facts, rents, &chance)
        fees(&facts, rents, &chance)
        amenities(&facts, &chance)
        rules(&facts, &chance)
        return facts
    }

    private static func whereabouts(
        _ facts: inout SlotValues,
        _ place: Place,
        _ slug: String,
        _ chance: inout Chance
    ) {
        facts[.address] = "\(chance.within(12...1_880)) \(chance.pick(place.streets))"
        facts[.city] = place.city
        facts[.district] = chance.pick(place.districts)
        facts[.phone] = "\(place.area)-555-01\(chance.within(10...99))"
        facts[.website] = "www.\(slug).example"
        facts[.hours] = "9 to 6 on weekdays and 10 to 4 on Saturdays"
        facts[.transit] = place.transit
        facts[.transitWalk] = "\(chance.within(3...14))"
        facts[.grocery] = chance.pick([
            "Parkview Market", "Corner Pantry", "Greenleaf Grocers", "Tilly's Market",
            "the Saturday farmers market", "Fresh & Daily",
        ])
        facts[.groceryWalk] = "\(chance.within(2...12))"
    }

    private static func homes(_ facts: inout SlotValues, _ rents: [Int], _ chance: inout Chance) {
        for (slot, rent) in zip([Slot.studio, .one, .two, .three], rents) {
            facts[slot] = Money.dollars(rent)
        }
        let floors = chance.within(9...14)
        facts[.floors] = "\(floors)"
        facts[.floor] = Ordinal.text(chance.within(2...9))
        facts[.unit] = "411"
        facts[.unit2] = "207"
        facts[.sqft] = "\(chance.within(61...75) * 10)"
    }

    private static func fees(_ facts: inout SlotValues, _ rents: [Int], _ chance: inout Chance) {
        facts[.appFee] = "$\(chance.pick([35, 40, 45, 50, 55, 60, 75]))"
        facts[.adminFee] = "$\(chance.pick([100, 125, 150, 175, 200, 250]))"
        facts[.deposit] = Money.dollars(chance.pick([300, 400, 500, 600, 750, 1_000]))
        facts[.holdFee] = "$\(chance.pick([100, 150, 200, 250]))"
        facts[.petLimit] = chance.pick(["one", "two", "two", "two", "three"])
        facts[.petDeposit] = "$\(chance.pick([200, 250, 300, 350, 400, 500]))"
        facts[.petRent] = "$\(chance.pick([25, 30, 35, 40, 45, 50]))"
        facts[.petWeight] = chance.pick([
            "there's no weight limit", "the limit is 75 pounds", "there's no weight limit",
            "up to 90 pounds is fine",
        ])
        facts[.parkFee] = "$\(chance.pick([50, 65, 75, 85, 95, 110]))"
        facts[.garageFee] = "$\(chance.pick([125, 140, 150, 175, 190, 225]))"
        facts[.evFee] = "\(chance.pick([18, 21, 24, 28, 32])) cents per kWh"
        facts[.storageFee] = "$\(chance.pick([25, 35, 40, 45, 60]))"
        facts[.furnishedFee] = "$\(chance.pick([350, 400, 450, 525, 600]))"
        facts[.shortFee] = "$\(chance.pick([150, 200, 225, 250, 300]))"
        facts[.netFee] = "$\(chance.pick([45, 55, 60, 65, 70]))"
        facts[.keyFee] = "$\(chance.pick([25, 35, 50, 75]))"
        facts[.utilCost] = "$\(chance.within(9...16) * 10)"
        facts[.insurance] = "$\(chance.pick([12, 14, 15, 18]))"
        facts[.washCost] = "$\(chance.pick(["1.50", "1.75", "2.00", "2.25"]))"
        facts[.special] = chance.pick([
            "six weeks free on a 14 month lease", "one month free on 13 months or longer",
            "$500 off the first month", "a waived admin fee if you apply within 48 hours of a tour",
            "eight weeks free on select two-bedrooms", "half off parking for the first year",
        ])
        facts[.specialEnd] = chance.pick([
            "the end of the month", "the last of these homes goes", "the 15th", "next Sunday",
        ])
    }

    private static func amenities(_ facts: inout SlotValues, _ chance: inout Chance) {
        facts[.laundry] = chance.pick([
            "a washer and dryer in every home", "laundry rooms on every other floor",
            "in-home washers and dryers in the one-bedrooms and up",
            "a laundry room on the ground floor, open around the clock",
        ])
        facts[.gymHours] = chance.pick(["5 am to 11 pm", "24 hours a day", "4:30 am to midnight"])
        facts[.poolHours] = chance.pick(["8 am to 10 pm", "9 am to 9 pm", "10 am to 8 pm"])
        facts[.poolSeason] = chance.pick([
            "from May to September", "all year, it's heated", "Memorial Day to Labor Day",
        ])
        facts[.evCount] = "\(chance.pick(["two", "four", "six", "eight", "twelve"]))"
        facts[.guestSpots] = "\(chance.within(6...24))"
        facts[.bikeRoom] = chance.pick([
            "on the ground floor, keyed by fob", "off the garage, with a repair stand",
            "by the back entrance",
        ])
        facts[.packageRoom] = chance.pick([
            "package lockers in the lobby", "a package room with codes sent to your phone",
            "the front desk, which takes them until 6",
        ])
        facts[.provider] = chance.pick(["Fiberline", "Northwave", "Lumen Loop", "CityPath"])
        facts[.speed] = chance.pick(["300 Mbps", "500 Mbps", "a full gigabit"])
        facts[.acKind] = chance.pick(["central air", "in-wall units in each room", "mini splits"])
        facts[.heatKind] = chance.pick(["electric", "gas", "a heat pump"])
    }

    private static func rules(_ facts: inout SlotValues, _ chance: inout Chance) {
        facts[.utilIncluded] = chance.pick([
            "water, sewer and trash", "water and trash", "hot water and heat",
            "trash and pest control",
        ])
        facts[.utilTenant] = chance.pick([
            "electricity and internet", "power, gas and internet", "electricity",
        ])
        facts[.quietFrom] = chance.pick(["10 pm", "10:30 pm", "11 pm"])
        facts[.quietTo] = chance.pick(["7 am", "8 am"])
        facts[.terms] = chance.pick(["6 to 15", "9 to 15", "12 to 18", "3 to 14"])
        facts[.income] = chance.pick(["2.5", "2.5", "3"])
        facts[.credit] = chance.pick(["600", "620", "640", "650"])
        facts[.notice] = chance.pick(["60", "60", "30"])
        facts[.increase] = chance.pick(["3 to 4", "2 to 5", "around 3"])
        facts[.breakFee] = chance.pick(["two months' rent", "one and a half months' rent"])
        facts[.maintenance] = chance.pick(["24 hours", "one business day", "48 hours"])
        facts[.guests] = chance.pick(["14", "10", "14"])
    }
}

/// Amounts as people write them.
enum Money {
    /// `$1,850`.
    static func dollars(_ amount: Int) -> String {
        guard amount >= 1_000 else { return "$\(amount)" }
        let rest = "\(amount % 1_000)"
        return "$\(amount / 1_000)," + String(repeating: "0", count: 3 - rest.count) + rest
    }
}

/// Places in a row as people say them.
enum Ordinal {
    /// `3rd`.
    static func text(_ number: Int) -> String {
        let suffix =
            switch (number % 10, number % 100) {
            case (_, 11...13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return "\(number)\(suffix)"
    }
}
