import Foundation
import GRDB
import Hub
import Model

@testable import Replica

// What an agent may want, told from what their terminal shows: with what they saw, so that who was
// faster matters, and of few rows, so that they get into each other's way.
extension Simulation {
    func wish(of terminal: SimulatedTerminal) throws -> Intent? {
        guard let talk = try any(.conversation, terminal) else { return nil }
        let conversation: ConversationID = talk.id.cast()
        switch Int.random(in: 0..<13, using: &chance) {
        case 0: return .takeOver(TakeOver(conversation: conversation))
        case 1: return .markRead(MarkRead(conversation: conversation))
        case 2: return try claim(conversation, terminal)
        case 3: return .setStage(stage(talk))
        case 4: return try answer(terminal)
        case 5: return try outcome(terminal)
        case 6: return try move(terminal)
        case 7: return try contact(terminal)
        case 8...9: return try booking(talk, terminal)
        default:
            let words = "note \(Int.random(in: 0..<1_000, using: &chance))"
            return .logActivity(
                LogActivity(conversation: conversation, activity: .note, note: words)
            )
        }
    }

    /// A row that the terminal shows, more often one of the first.
    private func any(_ table: Model.Table, _ terminal: SimulatedTerminal) throws -> Model.Record? {
        guard let reader = terminal.replica?.reader else { return nil }
        let ids = try reader.read { db in
            try Data.fetchAll(db, sql: "SELECT id FROM \(ReplicaSchema.name(table)) ORDER BY id")
        }
        guard let ids, !ids.isEmpty else { return nil }
        let places = (0..<2).map { _ in Int.random(in: 0..<ids.count, using: &chance) }
        return try reader.row(table, RowID.stored(ids[min(places[0], places[1])]))
    }

    private func claim(
        _ conversation: ConversationID,
        _ terminal: SimulatedTerminal
    ) throws -> Intent? {
        let holder: AgentID? = try terminal.replica?.reader.row(.leadDesk, conversation)?
            .id("claimed_by")
        let agent = terminal.device.agent
        return .assignLead(
            AssignLead(conversation: conversation, to: holder == agent ? nil : agent, seen: holder)
        )
    }

    private func stage(_ talk: Model.Record) -> SetStage {
        let stages = ["info_collected", "handed_off", "tour_scheduled"]
        return SetStage(
            conversation: talk.id.cast(),
            status: stages[Int.random(in: 0..<stages.count, using: &chance)],
            seen: talk.text("status"),
            goesBack: true
        )
    }

    private func answer(_ terminal: SimulatedTerminal) throws -> Intent? {
        guard let task = try any(.tasks, terminal),
            let property: PropertyID = task.id("property_id")
        else { return nil }
        return .answerQuestion(
            AnswerQuestion(
                property: property,
                question: task.text("question") ?? "",
                answer: "Yes, says \(Int.random(in: 0..<1_000, using: &chance)).",
                asked: QuestionRows(tasks: [task.id])
            )
        )
    }

    private func outcome(_ terminal: SimulatedTerminal) throws -> Intent? {
        guard let tour = try any(.tours, terminal) else { return nil }
        let outcomes: [SetTourOutcome.Outcome] = [
            .noShow, .cancelled(by: .visitor, reason: nil), .scheduled,
            .completed(interest: "high", unit: nil),
        ]
        return .setTourOutcome(
            SetTourOutcome(
                tour: tour.id.cast(),
                outcome: outcomes[Int.random(in: 0..<outcomes.count, using: &chance)],
                seen: tour.text("status")
            )
        )
    }

    private func move(_ terminal: SimulatedTerminal) throws -> Intent? {
        guard let tour = try any(.tours, terminal), let seen = tour.instant("tour_datetime") else {
            return nil
        }
        return .moveTour(
            MoveTour(tour: tour.id.cast(), seenStart: seen, start: slot(), confirmed: true)
        )
    }

    /// An address as people type it, which is written otherwise than it was sent.
    private func contact(_ terminal: SimulatedTerminal) throws -> Intent? {
        guard let visitor = try any(.user, terminal) else { return nil }
        let number = Int.random(in: 0..<1_000, using: &chance)
        var contact = CorrectContact.Contact(visitor)
        contact.email = " Visitor.\(number)@Example.com "
        contact.phone = ""
        return .correctContact(
            CorrectContact(
                visitor: visitor.id.cast(),
                contact: contact,
                seen: CorrectContact.Contact(visitor)
            )
        )
    }

    private func booking(_ talk: Model.Record, _ terminal: SimulatedTerminal) throws -> Intent? {
        guard let reader = terminal.replica?.reader, let chatbot: RowID = talk.id("chatbot_id"),
            let property: PropertyID = try reader.row(.chatbot, chatbot)?.id("property_id")
        else { return nil }
        return .bookTour(
            BookTour(
                property: property,
                conversation: talk.id.cast(),
                manager: terminal.device.agent,
                prospect: Prospect(name: "Sam"),
                start: slot(),
                confirmed: true
            )
        )
    }

    /// One of a few half hours of the next days, on a Wednesday from 14:00 to 17:00 UTC.
    private func slot() -> Timestamp {
        let day = VirtualTime.start.seconds / 86_400 + 9
        let start = day * 86_400 + 14 * 3_600 + Int64.random(in: 0..<6, using: &chance) * 1_800
        return Timestamp(microseconds: start * 1_000_000)
    }
}
