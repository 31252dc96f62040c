import Hub
import Model
import Testing
import Wire

/// What a checkpoint says of a device's mutations.
@Suite struct AckTests {
    @Test(
        "failure 56: an acknowledgement comes with its rows or after, also for a refusal",
        arguments: Backend.allCases
    )
    func acked(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await WritingDesk(store)
            let hub = try await ChangeService(
                store: store,
                clock: HubClock(now: { WritingDesk.now }, elapsed: { .zero }, sleep: { _ in })
            )
            var terminal = Terminal(1, agent: agentID(1))
            try await terminal.sync(hub)
            #expect(terminal.acked == 0)
            for (number, text) in [(Int64(1), "Hello"), (2, ""), (3, "Bye")] {
                let intent = Intent.logActivity(
                    LogActivity(
                        conversation: rowID(.conversation, 1).cast(),
                        activity: .note,
                        note: text
                    )
                )
                let before = terminal.rows[.leadActivity]?.count
                _ = try await desk.service.apply(
                    for: terminal.device,
                    .init(mutations: [WritingDesk.mutation(number, intent)])
                )
                try await terminal.sync(hub)
                #expect(terminal.acked == number)
                let came = (terminal.rows[.leadActivity]?.count ?? 0) - (before ?? 0)
                #expect(came == (text.isEmpty ? 0 : 1))
            }
        }
    }

    @Test(
        "a call that waits is woken by a refusal, which changes no row",
        arguments: Backend.allCases
    )
    func woken(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await WritingDesk(store)
            let head = try await store.head()
            let refused = try await desk.send(
                .confirmTour(ConfirmTour(tour: rowID(.tours, 99).cast())),
                as: 1
            )
            #expect(refused.refusal?.code == .notFound)
            #expect(try await store.head() != head)
        }
    }
}
