import Foundation
import GRDB
import Model
import Wire

@testable import HubSQLite
@testable import Replica

// What is checked of writes.
extension Simulation {
    /// Nothing that a terminal kept is lost, and a note is seen from then on wherever its lead is,
    /// until the hub has refused it.
    func checkShown(_ terminal: SimulatedTerminal) throws {
        guard let reader = terminal.replica?.reader, let outbox = terminal.outbox else { return }
        let states = try outbox.states()
        let kept = terminal.diary.kept
        if let lost = kept.first(where: { states[$0] == nil }) {
            throw violation("terminal \(terminal.number) lost \(name(lost))")
        }
        if let stray = states.keys.first(where: { !kept.contains($0) }) {
            throw violation("terminal \(terminal.number) keeps what was withdrawn, \(name(stray))")
        }
        let expected = kept.subtracting(terminal.diary.unheard).sorted().filter { write in
            [.waiting, .applied].contains(states[write]) && note(of: write) != nil
        }
        guard !expected.isEmpty else { return }
        let (leads, notes) = try reader.read(Self.leadsAndNotes) ?? ([], [])
        for write in expected {
            guard let (note, conversation) = note(of: write), leads.contains(conversation),
                !notes.contains(note)
            else { continue }
            throw violation("terminal \(terminal.number) does not show \(name(write))")
        }
    }

    /// What is shown is the hub's rows with what waits laid over them: to do it again changes
    /// nothing.
    func checkLaid(_ terminal: SimulatedTerminal) async throws {
        guard let replica = terminal.replica, terminal.isWriting, terminal.diary.unheard.isEmpty
        else { return }
        // Of many that are sent, the last that is decided on lays what the others came to.
        guard await !replica.owesLaying else { return }
        // Nothing lies over the rows, and nothing should.
        if try await replica.isSettled(), try !isOverlaid(terminal) { return }
        let shown = try OverlaySchema.imaged.map { try replica.reader.rows(of: $0) }
        try await replica.layAnew()
        for (table, rows) in zip(OverlaySchema.imaged, shown)
        where try replica.reader.rows(of: table) != rows {
            throw violation("terminal \(terminal.number) shows another \(table) than it should")
        }
    }

    private static func leadsAndNotes(_ db: Database) throws -> (Set<RowID>, Set<RowID>) {
        let leads = try Data.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT c.id FROM conversation AS c JOIN chatbot AS b ON b.id = c.chatbot_id
                    JOIN property AS p ON p.id = b.property_id
                    """
            )
        )
        let notes = try Data.fetchAll(db.cachedStatement(sql: "SELECT id FROM lead_activity"))
        return (Set(leads.map { .stored($0) }), Set(notes.map { .stored($0) }))
    }

    /// The row that a note comes to, and its conversation; nil for other writes.
    private func note(of write: MutationID) -> (RowID, RowID)? {
        guard let written = written[write], case .logActivity(let log) = written.intent else {
            return nil
        }
        return (written.act.newID("activity"), log.conversation.cast())
    }

    /// What waits, or lies over the hub's rows; nil where nothing does.
    func unwritten(_ terminal: SimulatedTerminal) throws -> String? {
        guard let outbox = terminal.outbox else { return nil }
        let waiting = try outbox.counts().waiting
        guard waiting == 0 else { return "has \(waiting) writes that wait" }
        return try isOverlaid(terminal) ? "has writes laid over the hub's rows" : nil
    }

    /// Whether anything lies over the hub's rows; so too where there are none to ask.
    private func isOverlaid(_ terminal: SimulatedTerminal) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM overlay)"
        return try terminal.replica?.reader.read { db in
            try Bool.fetchOne(db.cachedStatement(sql: sql)) ?? true
        } ?? true
    }

    /// What the hub has noted of every write is what became of it, on the hub and on the terminals.
    func checkWritten() async throws {
        guard terminals.contains(where: \.isWriting) else { return }
        let records = try await hub.records()
        for (write, outcomes) in records.outcomes where outcomes.count > 1 {
            throw violation("the hub decided in two ways on \(name(write))")
        }
        for (write, count) in records.audited
        where count > 1 || records.outcomes[write] != [.applied] {
            throw violation("the hub did \(count) times \(name(write))")
        }
        try checkNotes(records)
        try checkAnswers(records)
        try checkTours(try await hub.bookings(), records)
        for terminal in terminals where !terminal.isRevoked {
            try checkOutbox(terminal, records)
        }
    }

    private func checkNotes(_ records: HubRecords) throws {
        for write in written.keys.sorted() {
            guard let (row, lead) = note(of: write) else { continue }
            let isDone = records.outcomes[write] == [.applied]
            // A lead that is gone takes its notes along.
            guard records.notes.contains(row) != isDone, records.leads.contains(lead) || !isDone
            else { continue }
            throw violation(
                "the hub \(isDone ? "has not done" : "did all the same") \(name(write))"
            )
        }
    }

    /// Two agents never both answer one question, unless one of them takes it back.
    private func checkAnswers(_ records: HubRecords) throws {
        var open: [RowID: Int] = [:]
        for (write, outcomes) in records.outcomes where outcomes == [.applied] {
            switch written[write]?.intent {
            case .answerQuestion(let answer):
                for task in answer.asked.tasks { open[task, default: 0] += 1 }
            case .reopenQuestion(let reopening):
                for task in reopening.tasks { open[task, default: 0] -= 1 }
            default: break
            }
        }
        if let question = open.first(where: { $0.value > 1 }) {
            throw violation("\(question.value) answers to \(question.key.short)")
        }
    }

    /// Nobody is booked twice at a time by two bookings of ours.
    private func checkTours(_ bookings: [BookedTour], _ records: HubRecords) throws {
        let ours = Set(written.values.map { $0.act.newID("tour") })
        let tours = bookings.filter { ours.contains($0.id.cast()) && $0.status == .scheduled }
        for (place, tour) in tours.enumerated() {
            let end = tour.start.advanced(by: .seconds(tour.minutes * 60))
            let other = tours.dropFirst(place + 1).first { other in
                other.manager == tour.manager && tour.start <= other.start && other.start < end
            }
            if let other { throw violation("\(tour.id.short) and \(other.id.short) collide") }
        }
    }

    private func checkOutbox(_ terminal: SimulatedTerminal, _ records: HubRecords) throws {
        for entry in try terminal.outbox?.entries() ?? [] {
            let outcome = records.outcomes[entry.id]?.first
            let isRight =
                switch entry.state {
                case .waiting: false
                case .applied: outcome == .applied
                case .attention, .settled: outcome == .conflict || outcome == .rejected
                }
            guard isRight, entry.intent == written[entry.id]?.intent else {
                let words = outcome?.rawValue ?? "nothing"
                throw violation(
                    "terminal \(terminal.number): \(entry.state) of \(words), \(name(entry.id))"
                )
            }
        }
    }

    private func name(_ write: MutationID) -> String {
        "\(written[write]?.intent.kind ?? "?") \(write.text.suffix(4))"
    }
}
