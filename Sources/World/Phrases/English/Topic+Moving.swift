extension Topic {
    static let moving: [Topic] = []
}
