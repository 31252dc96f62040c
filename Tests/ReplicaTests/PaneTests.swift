import Model
import Testing

@testable import Replica

@Suite("Panes read what they show")
struct PaneTests {
    private let office = Office.company() + Office.property(1, name: "Northgate")

    private func transcript(
        _ replica: ReplicaWriter,
        _ anchor: TranscriptAnchor,
        limit: Int
    ) throws -> TranscriptPage {
        let query = TranscriptQuery(
            conversation: Office.id(.conversation, 1),
            anchor: anchor,
            limit: limit
        )
        guard case .conversation(let page) = try replica.see(.conversation(query)) else {
            throw TestFailure("no transcript")
        }
        return page
    }

    @Test("a transcript is in order of time, then of writing, then of id, without a time last")
    func transcriptOrder() async throws {
        let profile = Profile()
        var late = Office.message(1, in: 1, "third", at: "2026-11-20T10:00:00Z")
        late.set("created_at", .instant(instant("2026-11-20T10:00:05Z")))
        var early = Office.message(2, in: 1, "first", at: "2026-11-20T10:00:00Z")
        early.set("created_at", .instant(instant("2026-11-20T10:00:01Z")))
        let replica = try await profile.replica(
            of: office + [
                Office.conversation(1), Office.message(9, in: 1, "last", at: nil), late, early,
                {
                    var tie = Office.message(3, in: 1, "second", at: "2026-11-20T10:00:00Z")
                    tie.set("created_at", .instant(instant("2026-11-20T10:00:02Z")))
                    return tie
                }(), Office.message(5, in: 2, "elsewhere"),
            ]
        )
        let page = try transcript(replica, .beginning, limit: 10)
        #expect(page.messages.map(\.text) == ["first", "second", "third", "last"])
        #expect(page.messages.last?.at == nil)
        #expect(page.total == 4)
    }

    @Test("windows of a long transcript agree with the whole")
    func transcriptWindows() async throws {
        let profile = Profile()
        let messages = (1...50).map { number in
            Office.message(
                number,
                in: 1,
                "\(number)",
                at: number % 9 == 0
                    ? nil : "2026-11-20T10:00:0\(number % 7)Z"
            )
        }
        let replica = try await profile.replica(of: office + [Office.conversation(1)] + messages)
        let whole = try transcript(replica, .beginning, limit: 100).messages
        #expect(whole.count == 50)
        let end = try transcript(replica, .end, limit: 8)
        #expect(end.messages == Array(whole.suffix(8)))
        #expect(end.offset == 42)
        for (index, message) in whole.enumerated() {
            let page = try transcript(replica, .around(message.id), limit: 10)
            let range = max(0, index - 5)..<min(50, index + 5)
            #expect(page.messages == Array(whole[range]), "around \(index)")
            #expect(page.offset == range.lowerBound)
        }
        let gone = try transcript(replica, .around(Office.id(.message, 999)), limit: 8)
        #expect(gone.messages == end.messages)
    }

    @Test("a conversation that is not here is gone, and so is its card")
    func gone() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: office)
        let id: ConversationID = Office.id(.conversation, 1)
        let requests: [PageRequest] = [
            .conversation(TranscriptQuery(conversation: id)), .card(id),
        ]
        for request in requests { #expect(try replica.see(request) == .gone(request)) }
    }

    @Test("a card has contact, wishes, earlier visits, tours, drafts and merged metrics")
    func card() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: office + cardRows)
        guard case .card(let card) = try replica.see(.card(Office.id(.conversation, 1))) else {
            throw TestFailure("no card")
        }
        #expect(card.email == "j@example.com")
        #expect(card.source == "website")
        #expect(card.earlierVisits == 2)
        #expect(card.draftsOpen == 1)
        #expect(card.emailsSent == 1)
        #expect(card.tours.map(\.overlaps) == [true])
        #expect(card.tours.first?.managerName == "Dana W.")
        let metrics = try #require(card.metrics)
        #expect(metrics.flags == ["hot", "contact_captured"])
        #expect(metrics.counts["user_messages_sent"] == 7)
        #expect(metrics.contactMethod == "email")
        #expect(metrics.sessionDuration == 90)
        #expect(card.lead.isHot)
    }

    private var cardRows: [TableRow] {
        let conversation: (String, FieldValue) = ("conversation_id", Office.ref(.conversation, 1))
        func analytics(_ number: Int, _ values: [String: FieldValue]) -> TableRow {
            Office.row(.amplitudeAnalytics, number, values.merging([conversation]) { $1 })
        }
        func draft(_ number: Int, _ sent: Timestamp?) -> TableRow {
            Office.row(
                .emailDrafts,
                number,
                [
                    conversation.0: conversation.1, "subject": .text("S"), "content": .text("C"),
                    "sent_at": .instant(sent),
                ]
            )
        }
        return [
            Office.visitor(1, first: "Jordan", email: "j@example.com", browser: "b"),
            Office.visitor(2, browser: "b"), Office.visitor(3, browser: "c"),
            Office.conversation(1, visitor: 1, ["source": .text("website")]),
            Office.conversation(2, visitor: 1, start: "2026-11-01T10:00:00Z"),
            Office.conversation(3, visitor: 2, start: "2026-11-02T10:00:00Z"),
            Office.conversation(4, visitor: 3, start: "2026-11-02T10:00:00Z"),
            Office.conversation(5, visitor: 1, start: "2026-11-25T10:00:00Z"),
            Office.tour(1, conversation: 1, at: "2026-11-24T20:00:00Z"),
            Office.tour(2, at: "2026-11-24T20:30:00Z"), draft(1, nil), draft(2, Profile.now),
            analytics(1, ["hot": .boolean(true), "user_messages_sent": .integer(7)]),
            analytics(
                2,
                [
                    "contact_captured": .boolean(true), "user_messages_sent": .integer(2),
                    "contact_method": .text("email"), "session_duration": .integer(90),
                ]
            ),
        ]
    }

    @Test("the same question is one entry with its askers, oldest first")
    func questions() async throws {
        let profile = Profile()
        let faq = Office.row(
            .faq,
            1,
            [
                "property_id": Office.ref(.property, 1), "question": .text("Do you allow cats?"),
                "answer": .text(""), "status": .text("answered"),
                "created_at": .instant(instant("2026-11-01T10:00:00Z")),
            ]
        )
        let replica = try await profile.replica(
            of: office + (1...4).map { Office.conversation($0) } + [
                faq, Office.task(1, conversation: 1, "Is parking included?"),
                Office.task(2, conversation: 2, "is PARKING included", at: "2026-11-19T10:00:00Z"),
                // Covered by the task of its conversation.
                Office.message(1, in: 1, "Is parking included", type: "unanswered_question"),
                Office.message(2, in: 3, "Is parking included!", type: "unanswered_question"),
                Office.task(3, conversation: 4, "Pool?", answer: "Yes."),
            ]
        )
        guard case .questions(let page) = try replica.see(.questions(QuestionQuery())) else {
            throw TestFailure("no questions")
        }
        #expect(page.rows.map(\.text) == ["Do you allow cats?", "is PARKING included"])
        #expect(page.rows.map(\.askers) == [1, 3])
        #expect(page.rows.map(\.origin) == [.knowledge, .task])
        #expect(page.total == 2)
        #expect(page.answered == 1)
        let oldest: QuestionID = Office.id(.tasks, 2)
        #expect(page.rows.last?.id == oldest)
        let query = QuestionQuery(words: "PARK incl")
        guard case .questions(let found) = try replica.see(.questions(query)) else {
            throw TestFailure("no questions")
        }
        #expect(found.rows.map(\.text) == ["is PARKING included"])
        #expect(found.total == 1)
    }

    @Test("a tour stands on the day that its property's wall shows")
    func tourDays() async throws {
        let profile = Profile()
        let day = try #require(LocalDate("2026-11-24"))
        let replica = try await profile.replica(
            of: office + Office.property(2, name: "Aloha", state: "HI") + [
                // 23:30 on the 24th in California, 00:30 on the 25th there.
                Office.tour(1, at: "2026-11-25T07:30:00Z"),
                Office.tour(2, at: "2026-11-25T08:30:00Z"),
                // 22:30 on the 24th in Honolulu.
                Office.tour(3, property: 2, manager: nil, at: "2026-11-25T08:30:00Z"),
                Office.tour(4, at: "2026-11-25T08:00:00Z", status: "cancelled"),
                Office.conversation(1, ["is_book_tour": .boolean(true)]),
                Office.conversation(2, ["is_book_tour": .boolean(true)]),
                Office.tour(5, conversation: 2, at: "2026-12-01T08:00:00Z"),
            ]
        )
        guard
            case .tours(let page) = try replica.see(
                .tours(TourQuery(from: day, to: day.adding(days: 1)))
            )
        else { throw TestFailure("no tours") }
        #expect(page.tours.map(\.id) == tours(3, 1), "by the walls' times")
        // Its hour runs into the next, which is another day's.
        #expect(page.tours.map(\.overlaps) == [false, false])
        #expect(page.tours.map(\.localStart.clock) == ["22:30", "23:30"])
        #expect(page.total == 2)
        let asking: ConversationID = Office.id(.conversation, 1)
        #expect(page.requests.map(\.conversation) == [asking])
    }

    @Test("two scheduled tours of one manager that meet are marked, back to back is allowed")
    func overlaps() async throws {
        let profile = Profile()
        let day = try #require(LocalDate("2026-11-24"))
        let replica = try await profile.replica(
            of: office + [
                Office.tour(1, at: "2026-11-24T18:00:00Z", minutes: 120),
                Office.tour(2, at: "2026-11-24T18:30:00Z", minutes: 30),
                Office.tour(3, at: "2026-11-24T19:30:00Z", minutes: 30),
                Office.tour(4, at: "2026-11-24T20:00:00Z"),
                Office.tour(5, manager: nil, at: "2026-11-24T20:00:00Z"),
                Office.tour(6, at: "2026-11-24T20:00:00Z", status: "canceled"),
            ]
        )
        guard
            case .tours(let page) = try replica.see(
                .tours(TourQuery(from: day, to: day.adding(days: 1)))
            )
        else { throw TestFailure("no tours") }
        let marked = page.tours.filter(\.overlaps).map(\.id)
        #expect(marked == tours(1, 2, 3))
    }

    private func tours(_ numbers: Int...) -> [TourID] {
        numbers.map { Office.id(.tours, $0) }
    }

    @Test("a lead's tour is the next one scheduled, else the last that took place")
    func leadTour() async throws {
        let profile = Profile()
        let replica = try await profile.replica(
            of: office + [
                Office.conversation(1), Office.conversation(2), Office.conversation(3),
                Office.tour(1, conversation: 1, at: "2026-11-20T08:00:00Z"),
                Office.tour(2, conversation: 1, at: "2026-12-20T08:00:00Z"),
                Office.tour(3, conversation: 1, at: "2026-12-10T08:00:00Z"),
                Office.tour(4, conversation: 2, at: "2026-11-10T08:00:00Z", status: "completed"),
                Office.tour(5, conversation: 3, at: "2026-11-20T08:00:00Z"),
            ]
        )
        let tours = try replica.leads().rows.compactMap(\.tour)
        let expected = ["2026-12-10T08:00:00Z", "2026-11-10T08:00:00Z", "2026-11-20T08:00:00Z"]
        #expect(Set(tours) == Set(expected.map(instant)))
    }

    @Test("a read whose task was cancelled ends")
    func cancelled() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: office)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await replica.reader.page(
                .overview,
                now: Profile.now,
                agent: Office.agent
            )
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("a replica that has nothing yet answers every pane")
    func empty() throws {
        let profile = Profile()
        let replica = try profile.open()
        #expect(try replica.leads().rows.isEmpty)
        #expect(try replica.overview().agent == nil)
        #expect(try replica.reader.digest() == nil)
        #expect(!replica.reader.isReady)
    }
}
