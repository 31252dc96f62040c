import Foundation
import Hub
import Model
import PostgresServer
import Testing

@testable import HubPostgres

/// A digest is the same to the bit wherever it is computed: by the store, and by a terminal from
/// what travelled.
@Suite struct DigestTests {
    @Test("every type of column, with values at its ends", arguments: Backend.allCases)
    func values(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            for row in Self.rows(texts: Self.texts) { try await store.insert([row]) }
            try await desk.copy()
            for table in Self.filled { #expect(!desk.terminal.ids(table).isEmpty, "\(table)") }
            #expect(try await desk.isEqual())
        }
    }

    @Test(
        "hostile texts of every visitor",
        .enabled(if: hasHostile, "needs hostile.jsonl beside the project, or FOYER_SHARED"),
        arguments: Backend.allCases
    )
    func hostile(backend: Backend) async throws {
        let texts = try Self.hostile()
        #expect(texts.count > 50)
        try await backend.withStore { store in
            var desk = try await Desk(store)
            for row in Self.rows(texts: texts) { try await store.insert([row]) }
            try await desk.copy()
            #expect(try await desk.isEqual())
        }
    }

    @Test(
        "times that no text of fixed width can say, and JSON as only PostgreSQL writes it",
        .enabled(if: PostgresServer.isHere, "no PostgreSQL server is installed here")
    )
    func beyond() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1), .tour(1, property: 1)])
            try await desk.copy()
            let times = [
                "infinity", "-infinity", "4713-01-01 00:00:00 BC", "0001-01-01", "9999-12-31",
                "12345-06-07 08:09:10.123456", "1999-12-31 23:59:59.999999", "0044-03-15 BC",
            ]
            for time in times {
                try platform.session().script(
                    """
                    UPDATE tours SET tour_datetime = '\(time)', created_at = '\(time)';
                    UPDATE conversation SET start_time = '\(time)';
                    UPDATE property SET amenities = '{"b": 1.10, "a": [1e3, -0.0, "\\u00e9\\n"]}'
                    """
                )
                try await desk.catchUp()
                #expect(try await desk.isEqual(), "\(time)")
            }
        }
    }

    /// The tables of which every travelling column is filled.
    private static let filled: [Table] = [
        .property, .chatbot, .faq, .user, .conversation, .message, .tasks, .tours, .emailDrafts,
        .leadNotification, .amplitudeAnalytics, .emailCampaigns,
    ]

    /// A row of each of those tables for each text, with the text in every column that takes it.
    private static func rows(texts: [String]) -> [TableRow] {
        let parents: [TableRow] = [.visitor(1), .conversation(1, chatbot: 1, visitor: 1)]
        return parents
            + filled.flatMap { table in
                // A property has no second chatbot, and a property of nobody is not seen.
                texts.indices.compactMap { index in
                    guard table != .chatbot, table != .property else { return nil }
                    return row(table, 100 + index, texts[index])
                }
            }
    }

    private static func row(_ table: Table, _ number: Int, _ text: String) -> TableRow {
        var values: [String: FieldValue] = [:]
        let uniques = Set(Catalogue[table].uniques.flatMap { $0 })
        for column in Catalogue[table].columns {
            values[column.name] = value(column, table, number, text)
            if uniques.contains(column.name), column.reference == nil, column.name != "id" {
                values[column.name] = .text("\(table.rawValue) \(number)")
            }
        }
        for check in Catalogue[table].checks {
            switch check {
            case .oneOf(let column, let words): values[column] = .text(words[0])
            case .notNegative(let column): values[column] = .integer(Int64(number))
            case .above(let column, _), .notBelow(let column, _): values[column] = .null
            }
        }
        return TableRow(table, values)
    }

    private static func value(
        _ column: Column,
        _ table: Table,
        _ number: Int,
        _ text: String
    ) -> FieldValue {
        if column.name == "id" { return .id(rowID(table, number)) }
        switch column.type {
        case .uuid:
            return column.reference.map { .id(rowID($0.table, 1)) } ?? .null
        case .varchar(let limit):
            let scalars = text.unicodeScalars.prefix(limit)
            return .text(String(String.UnicodeScalarView(scalars)))
        case .text: return .text(text)
        case .integer: return .integer(Int64([0, 1, -1, Int32.max, Int32.min][number % 5]))
        case .boolean: return .boolean(number % 2 == 0)
        case .timestamptz: return .text("2026-11-23T14:10:10.\(123_456 + number)Z")
        case .timestamp: return .text("2026-11-23T14:10:10.\(123_456 + number)")
        case .date: return .text("2026-02-28")
        case .decimal(_, let scale):
            return .text("-\(number)." + String(repeating: "0", count: scale))
        case .jsonb:
            let object = try? JSONEncoder().encode(["text": text])
            let json = object.map { String(decoding: $0, as: UTF8.self) } ?? "null"
            return CanonicalJSON.text(json).map { .text($0) } ?? .null
        }
    }

    private static let texts = [
        "", "0", "-", "4:text", "é", "👩‍👩‍👧‍👦 and 𐍈", "\u{FEFF}", "a\u{301}", "\u{202E}back",
        "\u{7F}\u{85}\u{1}", "'; DROP TABLE message; --", "\\x00", "%s%n", "tab\tline\nreturn\r",
        "\u{FFFD}\u{FFFF}",
        String(repeating: "long ", count: 4_000),
    ]

    private static let file = SharedFiles.url.appending(path: "data/hostile.jsonl")

    static let hasHostile = FileManager.default.fileExists(atPath: file.path)

    private struct Line: Decodable {
        var text: String
    }

    /// NUL cannot be stored by the platform.
    private static func hostile() throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)).text }
            .filter { !$0.contains("\0") }
    }
}
