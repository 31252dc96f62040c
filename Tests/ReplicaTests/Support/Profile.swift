import Foundation
import GRDB
import Model
import Testing
import Wire

@testable import Replica

/// A profile directory of one test, removed with it.
final class Profile {
    let directory: String

    init() {
        directory = NSTemporaryDirectory() + "foyer-replica-\(UUID().uuidString)"
    }

    deinit {
        try? FileManager.default.removeItem(atPath: directory)
        try? FileManager.default.removeItem(atPath: directory + "-outbox")
    }

    /// Opens it as a program does at its start.
    func open() throws -> ReplicaWriter {
        try ReplicaWriter(files: ReplicaFiles(directory: directory, now: Profile.now))
    }

    /// Opens it with an outbox beside it, as a program that writes does.
    func openWithOutbox() throws -> ReplicaWriter {
        let outbox = try Outbox(directory: directory + "-outbox")
        return try ReplicaWriter(
            files: ReplicaFiles(directory: directory, now: Profile.now),
            writes: AgentWrites(agent: Office.agent, outbox: outbox)
        )
    }

    /// A replica that was fetched whole and is shown.
    func replica(of rows: [TableRow], cursor: String = "first") async throws -> ReplicaWriter {
        let writer = try open()
        try await writer.load(rows, cursor: cursor)
        return writer
    }

    /// Every test's present.
    static let now = instant("2026-11-23T14:00:00Z")
}

/// An instant that a test writes down.
func instant(_ text: String) -> Timestamp {
    Timestamp(text) ?? Timestamp(microseconds: 0)
}

extension ReplicaWriter {
    /// Fetches a whole copy in one page and shows it.
    func load(_ rows: [TableRow], cursor: String = "first") async throws {
        try beginGeneration()
        _ = try await applyPage(Body.page(rows, cursor: cursor))
        try await finishLoading()
        _ = try await settle(Body.delta(cursor: cursor))
        try await promote()
    }

    /// What a pane sees.
    nonisolated func see(_ request: PageRequest, agent: AgentID = Office.agent) throws -> Page {
        try reader.page(request, now: Profile.now, agent: agent)
    }

    /// The first leads of the list.
    nonisolated func leads(_ query: LeadQuery = LeadQuery()) throws -> LeadPage {
        guard case .leads(let page) = try see(.leads(query)) else {
            throw TestFailure("no page of leads")
        }
        return page
    }

    nonisolated func overview() throws -> Overview {
        guard case .overview(let overview) = try see(.overview) else {
            throw TestFailure("no overview")
        }
        return overview
    }
}

/// Something a test needs is not there.
struct TestFailure: Error {
    var words: String

    init(_ words: String) {
        self.words = words
    }
}

/// Bodies of changes as a hub writes them.
enum Body {
    static func page(
        _ rows: [TableRow],
        cursor: String,
        more: Bool = false,
        total: Int? = nil
    ) -> [UInt8] {
        var writer = LineWriter()
        writer.begin(BeginLine(snapshot: true, rows: total))
        writer.write(rows)
        writer.checkpoint(CheckpointLine(checkpoint: cursor, more: more))
        return writer.take()
    }

    static func delta(
        _ rows: [TableRow] = [],
        delete: [(Table, [RowID])] = [],
        leave: [PropertyID] = [],
        cursor: String,
        acked: Int64? = nil
    ) -> [UInt8] {
        var writer = LineWriter()
        writer.begin(BeginLine(snapshot: false))
        for property in leave { writer.leave(property) }
        for (table, ids) in delete { writer.delete(table, ids) }
        writer.write(rows)
        writer.checkpoint(CheckpointLine(checkpoint: cursor, more: false, acked: acked))
        return writer.take()
    }

    /// A body of lines that a test spells out.
    static func lines(_ lines: [String], snapshot: Bool = false) -> [UInt8] {
        let all =
            [#"{"begin":{"snapshot":\#(snapshot)}}"#] + lines
            + [#"{"checkpoint":"spelled","more":false}"#]
        return Array((all.joined(separator: "\n") + "\n").utf8)
    }
}

extension LineWriter {
    mutating func write(_ rows: [TableRow]) {
        for row in rows {
            table(row.table)
            beginRow()
            for (column, value) in zip(Catalogue[row.table].columns, row.values)
            where column.travels {
                field(value)
            }
            endRow()
        }
    }
}

extension ReplicaWriter {
    /// Marks what is shown as made by a program that knew other columns.
    func pretendOtherSchema() async throws {
        try await connection { db in
            try db.execute(sql: "UPDATE replica SET fingerprint = 'another'")
        }
    }
}
