/// Why a command was not done, and what to do about it, as the agent reads it.
struct Complaint: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
