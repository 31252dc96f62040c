import Model
import Sync
import Testing
import Wire

@testable import Replica

/// A small office, and a write of every kind over its rows.
enum OverlayOffice {
    static let rows: [TableRow] =
        Office.company() + Office.property(1, name: "Northgate")
        + [
            Office.row(
                .propertyManagerAssignment,
                1,
                [
                    "property_id": Office.ref(.property, 1),
                    "property_manager_id": Office.ref(.propertyManager, 1),
                    "start_date": .text("2026-01-01"),
                ]
            ),
            Office.visitor(1, first: "Jordan", last: "P.", email: "jordan@mail.example"),
            Office.visitor(2, first: "Kim"),
            Office.conversation(1, visitor: 1), Office.conversation(2, visitor: 2),
            Office.message(1, in: 1, "Is parking included?"),
            Office.message(2, in: 2, "is parking included"),
            Office.message(3, in: 2, "Do you allow cats?", type: "unanswered_question"),
            Office.task(1, conversation: 1, "Is parking included?"),
            Office.task(2, conversation: 2, "is parking included"),
            Office.tour(1, conversation: 2, at: "2026-11-25T18:00:00Z"),
            Office.row(
                .leadNotification,
                1,
                [
                    "conversation_id": Office.ref(.conversation, 1),
                    "property_manager_id": Office.ref(.propertyManager, 1),
                ]
            ),
        ]

    /// A replica with an outbox beside it.
    static func writer(_ profile: Profile) async throws -> ReplicaWriter {
        let writer = try profile.openWithOutbox()
        try await writer.load(rows)
        return writer
    }

    /// Sends a claim, the first of the terminal's writes; returns what the hub says of it.
    static func sendClaim(
        _ writer: ReplicaWriter,
        refusal: Refusal? = nil
    ) async throws -> MutationsResponse {
        let entry = try #require(try await writer.write(intents[3], at: Profile.now))
        _ = try #require(writer.writes).outbox.batch()
        let result = MutationResult(
            id: entry.id,
            number: 1,
            outcome: refusal == nil ? .applied : .conflict,
            refusal: refusal
        )
        return MutationsResponse(results: [result], acked: 1)
    }

    static let answer = Intent.answerQuestion(
        AnswerQuestion(
            property: Office.id(.property, 1),
            question: "Is parking included?",
            answer: "One space per apartment.",
            asked: QuestionRows(tasks: [Office.id(.tasks, 1), Office.id(.tasks, 2)])
        )
    )

    static let intents: [Intent] = [
        .markRead(MarkRead(conversation: Office.id(.conversation, 1))),
        .dismissQuestion(
            DismissQuestion(
                property: Office.id(.property, 1),
                asked: QuestionRows(messages: [Office.id(.message, 3)])
            )
        ),
        answer,
        .assignLead(
            AssignLead(conversation: Office.id(.conversation, 1), to: Office.agent, seen: nil)
        ),
        .setStage(
            SetStage(
                conversation: Office.id(.conversation, 2),
                status: "handed_off",
                seen: "active"
            )
        ),
        .takeOver(TakeOver(conversation: Office.id(.conversation, 1))),
        .logActivity(
            LogActivity(
                conversation: Office.id(.conversation, 2),
                activity: .call,
                outcome: "reached"
            )
        ),
        .bookTour(
            BookTour(
                property: Office.id(.property, 1),
                conversation: Office.id(.conversation, 1),
                manager: Office.agent,
                prospect: Prospect(name: "Jordan P."),
                start: instant("2026-11-25T20:00:00Z"),
                confirmed: true
            )
        ),
        .moveTour(
            MoveTour(
                tour: Office.id(.tours, 1),
                seenStart: instant("2026-11-25T18:00:00Z"),
                start: instant("2026-11-25T22:00:00Z"),
                confirmed: true
            )
        ),
        .writeEmail(
            WriteEmail(
                conversation: Office.id(.conversation, 1),
                letter: Letter(subject: "Parking", body: "Hello", tags: ["parking"])
            )
        ),
        .moveConversations(
            MoveConversations(
                conversations: [Office.id(.conversation, 2)],
                from: Office.id(.user, 2),
                to: Office.id(.user, 1)
            )
        ),
        .setPropertySettings(
            SetPropertySettings(
                property: Office.id(.property, 1),
                zone: "America/Denver",
                bufferMinutes: 10,
                noticeMinutes: nil
            )
        ),
    ]
}
