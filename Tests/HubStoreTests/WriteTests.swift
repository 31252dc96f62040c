import Hub
import Model
import Testing

/// Rows as they are written: the schema's rules hold, and a transaction is whole or nothing.
@Suite struct WriteTests {
    @Test("a store is itself for good", arguments: Backend.allCases)
    func identity(backend: Backend) async throws {
        try await backend.withStore { store in
            let identity = try await store.identity()
            #expect(identity.cursorSecret.count == 32)
            #expect(try await store.identity() == identity)
            try await backend.withStore { (other: any HubStore) async throws in
                #expect(try await other.identity() != identity)
            }
        }
    }

    @Test("the head moves with every change and with nothing else", arguments: Backend.allCases)
    func head(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await Desk(store)
            let head = try await store.head()
            let scope = try #require(try await store.scope(of: desk.agent, now: desk.now))
            try await store.remember(scope, now: desk.now)
            #expect(try await store.head() == head)
            try await store.insert([.conversation(1, chatbot: 1)])
            #expect(try await store.head() != head)
        }
    }

    @Test("a row that breaks a rule is named with its column", arguments: Backend.allCases)
    func refusals(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.insert(Desk.rows + [.visitor(1)])
            let cases: [(TableRow, RowRefusal)] = [
                (
                    .visitor(2).with(["email": .text("visitor1@mail.example")]),
                    RowRefusal(table: .user, column: "email", rule: .duplicate)
                ),
                (
                    .conversation(1, chatbot: 9),
                    RowRefusal(
                        table: .conversation,
                        column: "chatbot_id",
                        rule: .noSuchParent(.chatbot)
                    )
                ),
                (
                    .tour(1, property: 1).with(["prospect_name": .null]),
                    RowRefusal(
                        table: .tours,
                        column: "prospect_name",
                        rule: .check("it must have a value")
                    )
                ),
            ]
            for (row, expected) in cases {
                let refusal = await #expect(throws: HubTrouble.self) {
                    try await store.insert([row])
                }
                #expect(refusal == .refused(expected))
            }
        }
    }

    @Test("checks, lengths and delete rules of the schema hold", arguments: Backend.allCases)
    func checks(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.insert(Desk.rows + [.conversation(1, chatbot: 1)])
            let conversation = rowID(.conversation, 1)
            let broken: [StoreChange] = [
                .update(.conversation, conversation, ["status": .text("nonsense")]),
                .update(.conversation, conversation, ["price_range_min": .text("-1.00")]),
                .update(
                    .conversation,
                    conversation,
                    ["price_range_min": .text("900.00"), "price_range_max": .text("1000.00")]
                ),
                .insert(.visitor(1).with(["phone": .text("123456789012345678901")])),
                .insert(
                    .assignment(9, agent: 1, property: 1, from: "2026-02-01", to: "2026-01-31")
                ),
            ]
            for (index, change) in broken.enumerated() where index != 2 {
                await #expect(throws: HubTrouble.self, "\(index)") {
                    try await store.apply([change])
                }
            }
            // Prices are numbers, not texts: 1000 is more than 900.
            try await store.apply([broken[2]])
            try await store.insert([
                TableRow(
                    .faq,
                    [
                        "id": .id(rowID(.faq, 1)), "question": .text("Pets?"),
                        "property_id": .id(rowID(.property, 1)),
                        "assigned_to": .id(rowID(.propertyManager, 2)),
                    ]
                )
            ])
            await #expect(throws: HubTrouble.self, "somebody is assigned to a question") {
                try await store.apply([.delete(.propertyManager, rowID(.propertyManager, 2))])
            }
        }
    }

    @Test("an import that is given up leaves nothing", arguments: Backend.allCases)
    func importing(backend: Backend) async throws {
        struct GivenUp: Error {}
        try await backend.withStore { store in
            var desk = try await Desk(store)
            let head = try await store.head()
            let result = try await store.importing { (sink: any RowSink) throws(GivenUp) in
                let row = TableRow.conversation(1, chatbot: 1)
                do {
                    try sink.insert(.conversation, Catalogue[.conversation].columns, row.values)
                } catch {
                    Issue.record("\(error)")
                }
                throw GivenUp()
            }
            #expect(throws: GivenUp.self) { try result.get() }
            #expect(try await store.head() == head)
            try await desk.copy()
            #expect(desk.terminal.ids(.conversation).isEmpty)
        }
    }
}
