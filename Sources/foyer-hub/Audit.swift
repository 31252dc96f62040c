import ArgumentParser
import Hub

/// `foyer-hub audit`.
struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the record of who changed what.",
        discussion: """
            Every change that agents make is kept with who, when, before and after, and each \
            entry's hash covers the one before it. --verify walks them all and names the first \
            that was changed, taken out or put in. That entries at the end are missing only \
            somebody can tell who kept the line that it printed before.

            Example:
              foyer-hub audit --database hub.sqlite --verify
            """
    )

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "Walk the chain from its first entry to its last.")
    var verify = false

    mutating func validate() throws {
        guard verify else { throw ValidationError("audit needs --verify") }
    }

    func run() async throws {
        let finding = try await options.withStore(.command) { store in
            try await AuditChain.verify(store)
        }
        switch finding {
        case .whole(let entries, let hash):
            let digits = hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            print("\(entries) entries, unbroken, the last one's hash \(digits.joined())")
        case .broken(let number):
            throw Complaint("the audit is broken at entry \(number): compare it with a backup")
        }
    }
}
