/// Why a command was not done, and what to do about it, as the agent reads it.
struct Complaint: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        // It may tell what a hub has said.
        self.description = Output.clean(description)
    }
}
