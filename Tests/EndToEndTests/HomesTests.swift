import Foundation
import Testing

/// The main job on real conversations: from CSV files to an agent's terminal, word for word.
@Suite(
    .enabled(
        if: SharedFiles.isHere(SharedFiles.homes),
        "needs the conversations of homes beside the project, or where FOYER_SHARED says"
    ),
    .serialized
)
struct HomesTests {
    private static let email = "dana.whitfield@homes.example"

    private struct Lead: Decodable {
        enum CodingKeys: String, CodingKey { case conversation = "conversation_id" }

        var conversation: String
    }

    private struct Conversation: Decodable {
        struct Message: Decodable {
            var text: String
            var sender: String
        }

        var messages: [Message]
    }

    @Test("an agent's terminal holds exactly the talks of her properties, word for word")
    func talks() throws {
        let scratch = try Scratch()
        let database = scratch.file("hub.sqlite")
        let counts = try Run.text(
            Programs.hub,
            "import",
            "--database",
            database,
            SharedFiles.homes.path
        )
        #expect(counts.contains("19392"))
        let hub = try HubProcess(database: database)
        let profile = scratch.file("dana")
        try hub.enroll(Self.email, profile: profile)
        _ = try Run.text(Programs.foyer, "sync", "--once", "--profile", profile)
        let verified = try Run.text(Programs.foyer, "verify", "--profile", profile)
        #expect(verified.hasPrefix("equal:"))

        let homes = try Homes(folder: SharedFiles.homes, email: Self.email)
        let listed = try Run.text(
            Programs.foyer,
            "leads",
            "--json",
            "--limit",
            "5000",
            "--profile",
            profile
        )
        let leads = try JSONDecoder().decode([Lead].self, from: Data(listed.utf8))
        #expect(Set(leads.map(\.conversation)) == Set(homes.talks.keys))
        // Each is a process; every twelfth keeps the suite quick.
        for id in homes.talks.keys.sorted().enumerated().filter({ $0.offset % 12 == 0 }) {
            let text = try Run.text(
                Programs.foyer,
                "conversation",
                id.element,
                "--json",
                "--profile",
                profile
            )
            let talk = try JSONDecoder().decode(Conversation.self, from: Data(text.utf8))
            #expect(talk.messages.map(\.text) == homes.talks[id.element], "\(id.element)")
        }
    }

    @Test("a talk that is not hers is not on her terminal, whoever asks")
    func others() throws {
        let scratch = try Scratch()
        let database = scratch.file("hub.sqlite")
        _ = try Run.text(Programs.hub, "import", "--database", database, SharedFiles.homes.path)
        let hub = try HubProcess(database: database)
        let profile = scratch.file("dana")
        try hub.enroll(Self.email, profile: profile)
        _ = try Run.text(Programs.foyer, "sync", "--once", "--profile", profile)
        let homes = try Homes(folder: SharedFiles.homes, email: Self.email)
        let foreign = try #require(homes.foreign.first)
        let run = try Run(Programs.foyer, ["conversation", foreign, "--profile", profile])
        #expect(run.status == 1)
        #expect(run.errors.contains("foyer leads --json lists them"))
        #expect(run.output.isEmpty)
    }
}

/// The files of homes, read by rules of the test's own.
struct Homes {
    /// The messages of each conversation in the agent's properties, in order.
    private(set) var talks: [String: [String]] = [:]
    /// Conversations of other properties.
    private(set) var foreign: [String] = []

    init(folder: URL, email: String) throws {
        func rows(_ table: String) throws -> [[String: String]] {
            try CSV.rows(
                String(contentsOf: folder.appending(path: "\(table).csv"), encoding: .utf8)
            )
        }
        let agent = try rows("property_manager").first { $0["email"] == email }?["id"]
        let properties = Set(
            try rows("property_manager_assignment")
                .filter { $0["property_manager_id"] == agent && ($0["end_date"] ?? "").isEmpty }
                .compactMap { $0["property_id"] }
        )
        let chatbots = Set(
            try rows("chatbot").filter { properties.contains($0["property_id"] ?? "") }
                .compactMap { $0["id"] }
        )
        for row in try rows("conversation") {
            guard let id = row["id"], let chatbot = row["chatbot_id"] else { continue }
            if chatbots.contains(chatbot) { talks[id] = [] } else { foreign.append(id) }
        }
        let messages = try rows("message").enumerated().sorted {
            ($0.element["timestamp"] ?? "", $0.offset) < ($1.element["timestamp"] ?? "", $1.offset)
        }
        for (_, row) in messages {
            talks[row["conversation_id"] ?? ""]?.append(row["message_text"] ?? "")
        }
    }
}

/// Reads RFC 4180 for the tests, apart from the reader that they test.
enum CSV {
    static func rows(_ text: String) -> [[String: String]] {
        var records: [[String]] = [[]]
        var field: [UInt8] = []
        var isQuoted = false
        var previous: UInt8 = 0
        for byte in text.utf8 {
            switch (byte, isQuoted) {
            case (UInt8(ascii: "\""), false):
                if previous == UInt8(ascii: "\"") { field.append(byte) }
                isQuoted = true
            case (UInt8(ascii: "\""), true): isQuoted = false
            case (UInt8(ascii: ","), false):
                records[records.count - 1].append(String(decoding: field, as: UTF8.self))
                field = []
            case (UInt8(ascii: "\n"), false):
                records[records.count - 1].append(String(decoding: field, as: UTF8.self))
                records.append([])
                field = []
            case (UInt8(ascii: "\r"), false): break
            default: field.append(byte)
            }
            previous = byte
        }
        guard let header = records.first else { return [] }
        return records.dropFirst().filter { $0.count == header.count }.map {
            Dictionary(zip(header, $0), uniquingKeysWith: { $1 })
        }
    }
}
