/// What a phrase leaves open: facts of the property, and what this talk is about.
enum Slot: String, CaseIterable, Sendable {
    // The property's, the same in every talk.
    case property, address, city, district, phone, hours, website
    case studio, one, two, three, unit, unit2, floor, sqft, floors
    case appFee, adminFee, deposit, holdFee, special, specialEnd
    case petLimit, petDeposit, petRent, petWeight
    case parkFee, garageFee, guestSpots, evCount, evFee, bikeRoom
    case laundry, washCost, utilIncluded, utilTenant, utilCost
    case provider, speed, netFee, gymHours, poolHours, poolSeason
    case quietFrom, quietTo, terms, shortFee, income, credit
    case storageFee, furnishedFee, packageRoom, transit, transitWalk, grocery, groceryWalk
    case notice, increase, breakFee, insurance, maintenance, guests, keyFee, acKind, heatKind
    // The talk's.
    case first, full, email, tel, beds, bedsShort, price, budget, moveIn, moveInShort
    case reason, work, pet, petShort, pets, occupants, tourWhen, tourSlots, tourShort, tourKind,
        income1
    case roommate, years, oddDay, count

    /// How many slots there are.
    static let number = allCases.count
    /// Its place among the values.
    var index: Int { Self.indexes[self] ?? 0 }

    private static let indexes = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) }
    )
}

/// What the slots hold.
struct SlotValues: Sendable {
    private var texts = [String](repeating: "", count: Slot.number)

    subscript(slot: Slot) -> String {
        get { texts[slot.index] }
        set { texts[slot.index] = newValue }
    }

    subscript(index: Int) -> String { texts[index] }
}
