import ArgumentParser
import Foundation
import Hub
import Model

/// `foyer-hub devices`.
struct Devices: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the enrolled terminals and calendar feeds, newest first.",
        discussion: """
            Times are UTC. A terminal that calls is noted once an hour.

            Examples:
              foyer-hub devices --database hub.sqlite
              foyer-hub devices --database hub.sqlite --json
            """
    )

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let lines = try await options.withStore(.command) { store in
            var lines: [DeviceLine] = []
            for device in try await store.devices() {
                lines.append(DeviceLine(device, try await store.agent(device.agent)))
            }
            return lines
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(lines), as: UTF8.self))
        } else {
            print(DeviceLine.header)
            for line in lines { print(line.text) }
        }
    }
}

/// A terminal as the operator is shown it.
private struct DeviceLine: Encodable {
    let id: String
    let name: String
    let kind: String
    /// The agent's address; nil where the agent is no more.
    let agent: String?
    let enrolled: String
    let lastSeen: String?
    let revoked: String?

    init(_ device: Device, _ agent: HubAgent?) {
        id = device.id.text
        name = device.name.harmless
        kind = device.kind.rawValue
        self.agent = agent?.email.harmless
        enrolled = device.enrolledAt.text
        lastSeen = device.lastSeenAt?.text
        revoked = device.revokedAt?.text
    }

    static let header = row("DEVICE", "ENROLLED", "LAST SEEN", "STATE", "KIND", "AGENT", "NAME")

    var text: String {
        Self.row(
            id,
            Self.minute(enrolled),
            lastSeen.map(Self.minute) ?? "never",
            revoked == nil ? "active" : "revoked",
            kind,
            agent ?? "gone",
            name
        )
    }

    private static func row(
        _ id: String,
        _ enrolled: String,
        _ lastSeen: String,
        _ state: String,
        _ kind: String,
        _ agent: String,
        _ name: String
    ) -> String {
        [
            id.padded(to: 36), enrolled.padded(to: 16), lastSeen.padded(to: 16),
            state.padded(to: 7), kind.padded(to: 8), agent.padded(to: 30), name,
        ].joined(separator: "  ")
    }

    /// `2026-11-23 14:10` of `2026-11-23T14:10:10.123456Z`.
    private static func minute(_ instant: String) -> String {
        String(instant.prefix(16)).replacing("T", with: " ")
    }
}
