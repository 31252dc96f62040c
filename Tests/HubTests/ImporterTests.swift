import Foundation
import Hub
import HubSQLite
import Model
import Testing

/// Imports: all of a directory, or nothing and a place.
@Suite struct ImporterTests {
    private static let company = "1aaaaaaa-0000-4000-8000-000000000001"
    private static let property = "2aaaaaaa-0000-4000-8000-000000000002"
    private static let sound = [
        "company.csv": "id,name\n\(company),Homes\n",
        "property.csv": """
        id,company_id,name,address,city,state,zip_code,amenities
        \(property),\(company),Amber Court,1 Street,Fremont,CA,94536,"{""pets"": true}"

        """,
        "user.csv": "id,email\n3aaaaaaa-0000-4000-8000-000000000003,\n",
    ]

    @Test(
        "a row for each line, in whatever order the files are; what is not named gets its default"
    )
    func good() async throws {
        try await importing(Self.sound) { (_, run) async throws in
            let counts = try await run()
            #expect(counts.map(\.table) == [.company, .property, .user])
            #expect(counts.map(\.rows) == [1, 1, 1])
            let again = await #expect(throws: ImportTrouble.self) { try await run() }
            #expect(again?.file == "company.csv", "the rows are there")
        }
    }

    @Test("a bad row is named by file, line and column, and nothing stays", arguments: badFiles)
    func bad(_ bad: BadFile) async throws {
        var files = Self.sound
        files[bad.file] = bad.text
        try await importing(files) { (store, run) async throws in
            let head = try await store.head()
            let trouble = await #expect(throws: ImportTrouble.self) { try await run() }
            #expect(trouble?.file == bad.file)
            #expect(trouble?.line == bad.line)
            #expect(trouble?.column == bad.column)
            #expect(trouble?.detail.contains(bad.detail) ?? false, "\(trouble?.detail ?? "-")")
            #expect(try await store.head() == head)
        }
    }

    struct BadFile: Sendable, CustomTestStringConvertible {
        let file: String
        let text: String
        let line: Int?
        let column: String?
        /// A part of what is said.
        let detail: String

        var testDescription: String { "\(file): \(detail)" }

        init(_ file: String, _ text: String, _ line: Int?, _ column: String?, _ detail: String) {
            self.file = file
            self.text = text
            self.line = line
            self.column = column
            self.detail = detail
        }
    }

    private static let tours = "property_id,prospect_name,tour_datetime"
    private static let conversations = "id,start_time,end_time,price_range_min,status"
    private static let id = "5aaaaaaa-0000-4000-8000-000000000005"

    static let badFiles: [BadFile] = [
        BadFile("tour.csv", "id\n", nil, nil, "did you mean tours?"),
        BadFile("tours.csv", "prospekt_name\n", 1, nil, "did you mean prospect_name?"),
        BadFile("tours.csv", "id,id\n", 1, "id", "named twice"),
        BadFile("tours.csv", "", 1, nil, "column names"),
        BadFile("tours.csv", "\(tours)\n\(property),Ann\n", 2, nil, "expected 3 fields"),
        BadFile(
            "tours.csv",
            "\(tours)\n\(property),Ann,2026-11-24 18:00:00+00\n\nx,Ann,\n",
            4,
            "property_id",
            "expected an id"
        ),
        BadFile("tours.csv", "\(tours)\n\(property),,2026-11-24\n", 2, "prospect_name", "a value"),
        BadFile("tours.csv", "\(tours)\n\(property),Ann,noon\n", 2, "tour_datetime", "a time"),
        BadFile(
            "tours.csv",
            "\(tours)\n\(id),Ann,2026-11-24 18:00:00+00\n",
            2,
            "property_id",
            "no such row in property"
        ),
        BadFile(
            "user.csv",
            "id,email\n\(id),a@x.example\n\(property),a@x.example\n",
            3,
            "email",
            "unique"
        ),
        BadFile("user.csv", "id,age\n\(id),forty\n", 2, "age", "a whole number"),
        BadFile("user.csv", "id,age\n\(id),99999999999\n", 2, "age", "32 bits"),
        BadFile("user.csv", "id,age\n\(id),-1\n", 2, "age", "not negative"),
        BadFile("user.csv", "id,phone\n\(id),123456789012345678901\n", 2, "phone", "20 characters"),
        BadFile("conversation.csv", "\(conversations)\n\(id),,,,nonsense\n", 2, "status", "one of"),
        BadFile(
            "conversation.csv",
            "\(conversations)\n\(id),,,1.234,\n",
            2,
            "price_range_min",
            "2 "
        ),
        BadFile(
            "conversation.csv",
            "\(conversations)\n\(id),2026-11-24T10:00:00Z,2026-11-24T10:00:00Z,,\n",
            2,
            "end_time",
            "more than start_time"
        ),
        BadFile("property.csv", "id,amenities\n\(id),{pets}\n", 2, "amenities", "JSON"),
        BadFile("property.csv", "id,name\n\(id),\"Amber\n", 2, nil, "never closed"),
    ]

    @Test(
        "real conversations go in whole",
        // The data lies beside the repository; where it is not, there is nothing to import.
        .enabled(if: FileManager.default.fileExists(atPath: SharedFiles.homes.path))
    )
    func homes() async throws {
        try await withDirectory { directory in
            let store = try SQLiteHubStore(
                path: directory.appending(path: "hub.sqlite").path,
                use: .migrating
            )
            let counts = try await Importer(store: store).run(
                ImportFiles(directory: SharedFiles.homes)
            )
            let rows = Dictionary(uniqueKeysWithValues: counts.map { ($0.table, $0.rows) })
            #expect(rows[.conversation] == 960)
            #expect(rows[.message] == 19_392)
            #expect(rows[.property] == 366)
            try store.close()
        }
    }

    private func importing(
        _ files: [String: String],
        _ body: (any HubStore, () async throws -> [(table: Table, rows: Int)]) async throws -> Void
    ) async throws {
        try await withDirectory { directory in
            for (name, text) in files {
                try Data(text.utf8).write(to: directory.appending(path: name))
            }
            let store = try SQLiteHubStore(
                path: directory.appending(path: "hub.sqlite").path,
                use: .migrating
            )
            try await body(store) {
                try await Importer(store: store).run(ImportFiles(directory: directory))
            }
            try store.close()
        }
    }
}

/// What tests read that is no part of the project.
enum SharedFiles {
    /// Real apartment-hunting conversations in the platform's schema.
    static var homes: URL { directory.appending(path: "data/homes") }

    private static var directory: URL {
        if let path = ProcessInfo.processInfo.environment["FOYER_SHARED"] {
            return URL(filePath: path)
        }
        return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
    }
}
