import Model
import Testing

@testable import Replica

/// The rows that refused edits would change.
struct AttentionTests {
    @Test("a refused edit has its row beside it as that stands now, and what is gone has none")
    func present() async throws {
        let rows =
            Office.company() + Office.property(1, name: "Northgate") + [
                Office.visitor(1, first: "Jordan", email: "j@mail.example"),
                Office.conversation(1, visitor: 1),
                Office.row(
                    .faq,
                    1,
                    [
                        "property_id": Office.ref(.property, 1), "question": .text("Gym?"),
                        "answer": .text("Weights."), "status": .text("answered"),
                    ]
                ),
                Office.row(
                    .emailDrafts,
                    1,
                    [
                        "conversation_id": Office.ref(.conversation, 1), "subject": .text("Hi"),
                        "content": .text("Hello"), "status": .text("sent"),
                    ]
                ),
            ]
        let profile = Profile()
        let replica = try await profile.replica(of: rows)
        let letter = Letter(subject: "Hi", body: "Mine")
        let contact = CorrectContact.Contact(first: "J", last: nil, email: nil, phone: nil)
        let intents: [Intent] = [
            revision(Office.id(.faq, 1)), revision(Office.id(.faq, 2)),
            .editEmail(
                EditEmail(draft: Office.id(.emailDrafts, 1), seenBody: "Old", letter: letter)
            ),
            .correctContact(
                CorrectContact(visitor: Office.id(.user, 1), contact: contact, seen: contact)
            ), .markRead(MarkRead(conversation: Office.id(.conversation, 1))),
        ]
        let page = AttentionPage(
            rows: intents.enumerated().map { index, intent in
                AttentionRow(
                    id: MutationID(high: 7, low: UInt64(index)),
                    madeAt: Profile.now,
                    intent: intent,
                    refusal: Refusal(.changed),
                    standing: nil
                )
            }
        )
        let beside = try replica.reader.beside(page, now: Profile.now, agent: Office.agent)
        let present = beside.rows.map(\.present)
        guard case .knowledge(let entry)? = present[0], case .email(let email)? = present[2],
            case .contact(let known)? = present[3]
        else {
            Issue.record("not all are there: \(present)")
            return
        }
        #expect(entry.answer == "Weights." && entry.propertyName == "Northgate")
        #expect(email.letter.body == "Hello" && email.state == .sent && email.lead == "Jordan")
        #expect(known.first == "Jordan" && known.email == "j@mail.example")
        #expect(present[1] == nil && present[4] == nil)
    }

    private func revision(_ entry: KnowledgeID) -> Intent {
        .reviseKnowledge(
            ReviseKnowledge(entry: entry, seenAnswer: "Old.", revision: .edit(answer: "Mine."))
        )
    }
}
