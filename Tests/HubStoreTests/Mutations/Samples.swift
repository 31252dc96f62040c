import Model
import Testing

/// One intent of every kind that can be done at the writing desk.
struct Sample: Sendable, CustomTestStringConvertible {
    let intent: Intent
    /// Columns that stay as they became when the intent is taken back.
    var stays: Set<String> = []
    /// Whether taking it back brings the rows back.
    var returns = true

    var testDescription: String { intent.kind }

    static let all: [Sample] = questions + leads + tours + office

    private static let property: PropertyID = rowID(.property, 1).cast()
    private static let lead: ConversationID = rowID(.conversation, 1).cast()
    private static let other: ConversationID = rowID(.conversation, 2).cast()
    private static let tour: TourID = rowID(.tours, 1).cast()
    private static let draft: DraftID = rowID(.emailDrafts, 1).cast()
    private static let visitor: VisitorID = rowID(.user, 1).cast()
    private static let response: Set<String> = ["read_at", "response_at"]

    private static let questions = [
        Sample(
            intent: .answerQuestion(
                AnswerQuestion(
                    property: property,
                    question: "Parking?",
                    answer: "One space each.",
                    asked: QuestionRows(
                        tasks: [rowID(.tasks, 1)],
                        messages: [rowID(.message, 1)]
                    )
                )
            ),
            stays: response.union(["assigned_to"])
        ),
        Sample(
            intent: .dismissQuestion(
                DismissQuestion(property: property, asked: QuestionRows(tasks: [rowID(.tasks, 2)]))
            )
        ),
        Sample(
            intent: .reviseKnowledge(
                ReviseKnowledge(
                    entry: rowID(.faq, 1).cast(),
                    seenAnswer: "Two cats.",
                    revision: .edit(answer: "Three cats.")
                )
            )
        ),
    ]

    private static let leads = [
        Sample(intent: .markRead(MarkRead(conversation: lead))),
        Sample(intent: .assignLead(AssignLead(conversation: lead, to: agentID(3), seen: nil))),
        Sample(
            intent: .setStage(
                SetStage(conversation: lead, status: "info_collected", seen: "active")
            )
        ),
        Sample(intent: .takeOver(TakeOver(conversation: lead))),
        Sample(intent: .giveBack(GiveBack(conversation: other)), returns: false),
        Sample(
            intent: .logActivity(
                LogActivity(conversation: lead, activity: .call, outcome: "reached", note: "Nice")
            ),
            stays: response
        ),
        Sample(intent: .finishFollowUp(FinishFollowUp(activity: rowID(.leadActivity, 1).cast()))),
        Sample(intent: .retractActivity(RetractActivity(activity: rowID(.leadActivity, 1).cast()))),
        Sample(
            intent: .writeEmail(
                WriteEmail(
                    conversation: lead,
                    letter: Letter(subject: "Hi", body: "We have two.", tags: ["a \"b\"", "é"])
                )
            )
        ),
        Sample(
            intent: .editEmail(
                EditEmail(
                    draft: draft,
                    seenBody: "Hello Ann",
                    letter: Letter(subject: "Hello", body: "Hello Bea", priority: "high")
                )
            ),
            stays: ["preview"]
        ),
        Sample(
            intent: .setEmailStatus(
                SetEmailStatus(
                    draft: draft,
                    status: .scheduled(WritingDesk.tomorrow),
                    seen: "draft"
                )
            )
        ),
        Sample(
            intent: .correctContact(
                CorrectContact(
                    visitor: visitor,
                    contact: .init(first: "Ann", last: nil, email: "Ann@X.example", phone: "1"),
                    seen: .init(first: nil, last: nil, email: "visitor1@mail.example", phone: nil)
                )
            )
        ),
        Sample(
            intent: .moveConversations(
                MoveConversations(
                    conversations: [other],
                    from: rowID(.user, 2).cast(),
                    to: visitor
                )
            )
        ),
    ]

    private static let tours = [
        Sample(
            intent: .bookTour(
                BookTour(
                    property: property,
                    conversation: other,
                    manager: agentID(3),
                    prospect: Prospect(name: "Ann", email: "ann@x.example"),
                    start: WritingDesk.tomorrow,
                    confirmed: true
                )
            ),
            stays: ["status", "is_book_tour", "tour_datetime", "tour_type"]
        ),
        Sample(
            intent: .moveTour(
                MoveTour(
                    tour: tour,
                    seenStart: WritingDesk.tomorrow,
                    start: WritingDesk.tomorrow.advanced(by: .seconds(3_600)),
                    confirmed: true
                )
            ),
            stays: ["is_book_tour", "status"]
        ),
        Sample(
            intent: .setTourOutcome(
                SetTourOutcome(
                    tour: rowID(.tours, 2).cast(),
                    outcome: .completed(interest: "high", unit: "12"),
                    seen: "scheduled"
                )
            )
        ),
        Sample(intent: .confirmTour(ConfirmTour(tour: tour))),
        Sample(
            intent: .coverAbsence(
                CoverAbsence(
                    from: agentID(1),
                    to: agentID(3),
                    tours: [tour],
                    tasks: [],
                    leads: [other]
                )
            ),
            stays: ["claimed_at"]
        ),
    ]

    private static let office = [
        Sample(
            intent: .assignManager(
                AssignManager(property: property, manager: agentID(2), from: "2026-11-23")
            )
        ),
        Sample(
            intent: .endAssignment(
                EndAssignment(
                    assignment: rowID(.propertyManagerAssignment, 4).cast(),
                    lastDay: "2026-11-30"
                )
            )
        ),
        Sample(
            intent: .setPropertySettings(
                SetPropertySettings(
                    property: property,
                    zone: "America/Denver",
                    bufferMinutes: 15,
                    noticeMinutes: 60
                )
            )
        ),
    ]
}
