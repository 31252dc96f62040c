extension Topic {
    static let money: [Topic] = []
}
