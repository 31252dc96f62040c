extension Topic {
    static let building: [Topic] = []
}
