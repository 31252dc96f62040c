/// A program that draws in an emulator's terminal, and when what it draws is looked at.
struct DrawnProgram {
    var command: [String]
    var environment: [String: String]
    var width: Int
    var height: Int
    /// What stands on the screen once it has begun.
    var until: String
    /// What is typed then.
    var keys = ""
}
