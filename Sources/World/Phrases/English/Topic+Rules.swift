extension Topic {
    static let rules: [Topic] = []
}
