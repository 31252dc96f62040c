extension Topic {
    /// What renters ask about in English.
    static let english: [Topic] = renting + money + animals + building + rules + moving
}
