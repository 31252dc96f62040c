extension Topic {
    static let renting: [Topic] = []
}
