import ArgumentParser
import Hub
import HubServer
import Model

/// `foyer-hub revoke`.
struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "End a terminal's access for good.",
        discussion: """
            At its next contact, which is at once where a hub serves and the terminal is on, the \
            terminal erases what it holds. To let it in again, invite its agent anew.

            Examples:
              foyer-hub revoke --database hub.sqlite 7f3c90d1-5be2-4a34-9d0c-0d7c4f4f53c1
              foyer-hub revoke --database hub.sqlite 7f3c
            """
    )

    @Argument(help: "The terminal's id of `devices`, or its beginning where no other has it.")
    var device: String

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let revoked = try await options.withStore(.command) { store in
            let id = try await chosen(store)
            guard try await store.revoke(id, now: HubClock.system.now()) else { throw unknown }
            return id
        }
        print("\(revoked) is revoked")
    }

    private func chosen(_ store: any HubStore) async throws -> DeviceID {
        let typed = device.lowercased()
        let all = try await store.devices().map(\.id)
        let matches = all.filter { !typed.isEmpty && $0.text.hasPrefix(typed) }
        guard let match = matches.first else { throw unknown }
        guard matches.count == 1 else {
            throw Complaint("\(matches.count) terminals begin with that; give more of the id")
        }
        return match
    }

    private var unknown: Complaint {
        Complaint(
            "no terminal has that id; foyer-hub devices --database \(options.place) lists them"
        )
    }
}
