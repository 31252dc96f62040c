import Model
import Testing

@testable import Replica

/// What the lists and forms beside the panes read.
struct OfficePageTests {
    private let office = Office.company() + Office.property(1, name: "Northgate")

    /// A colleague, assigned from a day on.
    private func colleague(_ number: Int, from: String, until: String? = nil) -> [TableRow] {
        [
            Office.row(
                .propertyManager,
                number,
                [
                    "company_id": Office.ref(.company, 1), "first_name": .text("Luis"),
                    "last_name": .text("\(number)"), "email": .text("l\(number)@homes.example"),
                    "phone": .text("\(number)"),
                ]
            ),
            Office.row(
                .propertyManagerAssignment,
                number,
                [
                    "property_id": Office.ref(.property, 1),
                    "property_manager_id": Office.ref(.propertyManager, number),
                    "start_date": .text(from), "end_date": .text(until),
                ]
            ),
        ]
    }

    private func agent(_ number: Int) -> AgentID { Office.id(.propertyManager, number) }

    @Test("an absence names what there is, and which tours another cannot take")
    func absence() async throws {
        let claimed = TableRow(
            .leadDesk,
            [
                "id": Office.ref(.conversation, 1),
                "conversation_id": Office.ref(.conversation, 1),
                "claimed_by": Office.ref(.propertyManager, 2),
            ]
        )
        let task = Office.task(1, conversation: 1, "Parking?").with(
            "assigned_to",
            Office.ref(.propertyManager, 2)
        )
        let profile = Profile()
        let replica = try await profile.replica(
            of: office + colleague(2, from: "2026-01-01")
                + colleague(3, from: "2026-01-01", until: "2026-11-01")
                + [
                    Office.conversation(1), claimed, task,
                    Office.tour(1, manager: 2, at: "2026-11-24T20:00:00Z"),
                    Office.tour(2, manager: 2, at: "2026-11-25T20:00:00Z"),
                    Office.tour(3, manager: 2, at: "2026-11-25T20:30:00Z"),
                    Office.tour(4, manager: 1, at: "2026-11-24T20:30:00Z"),
                    Office.tour(5, manager: 2, at: "2026-11-20T20:00:00Z"),
                ]
        )
        let query = AbsenceQuery(from: agent(2), to: agent(1))
        guard case .absence(let page) = try replica.see(.absence(query)) else {
            throw TestFailure("no absence")
        }
        #expect(page.agents.map(\.id) == [agent(2)], "who left is not offered")
        let ids: [TourID] = [1, 2, 3].map { Office.id(.tours, $0) }
        #expect(page.tours.map(\.tour.id) == ids, "what is over stays")
        #expect(page.tours.map { $0.obstacle == nil } == [false, true, false])
        #expect(page.tasks == [Office.id(.tasks, 1)])
        #expect(page.leads == [Office.id(.conversation, 1)])
        let soon = AbsenceQuery(from: agent(2), to: nil, until: instant("2026-11-25T00:00:00Z"))
        guard case .absence(let team) = try replica.see(.absence(soon)) else {
            throw TestFailure("no absence")
        }
        #expect(team.tours.map(\.tour.id) == [ids[0]])
    }

    @Test("one person is found by address, phone, browser and name, and who left more stays")
    func duplicates() async throws {
        func visitor(
            _ number: Int,
            _ name: [String],
            _ phone: String?,
            _ browser: String?
        )
            -> TableRow
        {
            Office.visitor(number, first: name[0], last: name[1], browser: browser)
                .with("phone", .text(phone))
        }
        let profile = Profile()
        let replica = try await profile.replica(
            of: office + [
                visitor(1, ["Jordan", "Lee"], "(510) 555-0142", nil),
                visitor(2, ["", ""], "+1 510 555 0142", "b"), visitor(3, ["Ann", "Kim"], nil, "b"),
                visitor(4, ["jordan", "LEE"], nil, nil), visitor(5, ["Jordan", ""], nil, nil),
            ] + (1...5).map { Office.conversation($0, visitor: $0) }
        )
        func pairs(_ conversation: Int?) throws -> [DuplicatePair] {
            let id: ConversationID? = conversation.map { Office.id(.conversation, $0) }
            let request = PageRequest.duplicates(DuplicatesQuery(conversation: id))
            guard case .duplicates(let page) = try replica.see(request) else { return [] }
            return page.pairs
        }
        let sure = try pairs(nil)
        #expect(sure.map(\.shared) == [[.phone]])
        #expect(sure.map(\.kept.id) == [Office.id(.user, 1)])
        #expect(sure.map(\.merged.id) == [Office.id(.user, 2)])
        #expect(sure.map(\.conversations) == [[Office.id(.conversation, 2)]])
        #expect(try pairs(1).map(\.shared) == [[.phone], [.name]])
        #expect(try pairs(2).map(\.shared) == [[.phone], [.browser]])
        #expect(try pairs(5).isEmpty, "a first name alone is nobody's")
    }

    @Test("knowledge that is retired or has no answer is not listed, and words narrow the rest")
    func knowledge() async throws {
        func entry(
            _ number: Int,
            _ question: String,
            _ answer: String?,
            _ more: [String]
        )
            -> TableRow
        {
            Office.row(
                .faq,
                number,
                [
                    "property_id": Office.ref(.property, 1), "question": .text(question),
                    "answer": .text(answer), "status": .text(more[0]), "category": .text(more[1]),
                ]
            )
        }
        let profile = Profile()
        let replica = try await profile.replica(
            of: office + [
                entry(1, "Parking?", "One space.", ["answered", "cars"]),
                entry(2, "Gym?", "Two rooms.", ["needs_review", ""]),
                entry(3, "Old?", "Yes.", ["answered", ReviseKnowledge.retired]),
                entry(4, "New?", " ", ["pending", ""]),
            ]
        )
        func rows(_ words: String) throws -> [KnowledgeRow] {
            let request = PageRequest.knowledge(KnowledgeQuery(words: words))
            guard case .knowledge(let page) = try replica.see(request) else { return [] }
            return page.rows
        }
        #expect(try rows("").map(\.question) == ["Gym?", "Parking?"], "doubt comes first")
        #expect(try rows("").map(\.isInDoubt) == [true, false])
        #expect(try rows("SPACE").map(\.question) == ["Parking?"])
    }

    @Test("what is set for a property is what its times are shown in")
    func settings() async throws {
        let profile = Profile()
        let settings = TableRow(
            .propertySettings,
            [
                "id": Office.ref(.property, 1), "property_id": Office.ref(.property, 1),
                "time_zone": .text("America/New_York"), "buffer_minutes": .integer(15),
            ]
        )
        let replica = try await profile.replica(
            of: office + colleague(2, from: "2026-01-01") + [settings]
        )
        let id: PropertyID = Office.id(.property, 1)
        guard case .office(let page) = try replica.see(.office(id)) else {
            throw TestFailure("no office")
        }
        #expect(page.zone == "America/New_York")
        #expect(page.assumedZone == "America/Los_Angeles")
        #expect(page.bufferMinutes == 15 && page.noticeMinutes == nil)
        #expect(page.assignments.map(\.agent.id) == [agent(2)])
        #expect(page.colleagues.map(\.first) == ["Dana", "Luis"])
        #expect(try replica.overview().properties.map(\.zone.name) == ["America/New_York"])
    }
}

extension TableRow {
    /// The same row with another value in a column.
    fileprivate func with(_ column: String, _ value: FieldValue) -> TableRow {
        var row = self
        for (index, known) in Catalogue[table].columns.enumerated() where known.name == column {
            row.values[index] = value
        }
        return row
    }
}
