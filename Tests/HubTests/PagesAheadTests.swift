import Hub
import Model
import Testing
import Wire

/// Pages of a copy that are read before they are asked for.
@Suite struct PagesAheadTests {
    @Test("a copy is the same as one of which each page is read when it is asked for")
    func same() async throws {
        try await Office.readingAhead { office in
            let device = try await office.enroll(1)
            try await office.fill(pages: 3)
            let plain = try await office.anotherHub()
            let ahead = try await office.fetchAll(device, from: [office.hub]).bodies.map(\.lines)
            #expect(ahead.count > 3)
            let asked = try await office.fetchAll(device, from: [plain]).bodies.map(\.lines)
            #expect(asked == ahead)
        }
    }

    @Test("the next page is read while the terminal takes the one before", .timeLimit(.minutes(1)))
    func whileTaking() async throws {
        try await Office.readingAhead { office in
            let (device, first) = try await office.begin()
            let cursor = try first.checkpoint.checkpoint
            let second = try await office.hub.changes(for: device, cursor: cursor, wait: 0)
            try await office.untilPagesRead(3)
            // Its answer was lost, and it asks once more.
            let again = try await office.hub.changes(for: device, cursor: cursor, wait: 0)
            #expect(again.lines == second.lines)
            #expect(again.lines != first.lines)
        }
    }

    @Test(
        "what was read ahead is not given to whom the property was taken from meanwhile",
        .timeLimit(.minutes(1))
    )
    func otherScope() async throws {
        try await Office.readingAhead { office in
            let (device, first) = try await office.begin()
            try await office.store.apply([
                .delete(.propertyManagerAssignment, RowID(high: 30, low: 1))
            ])
            let cursor = try first.checkpoint.checkpoint
            #expect(try await office.problem(device, cursor) == .cursorGone)
        }
    }

    @Test("of a copy that a balancer gives to two hubs by turns hardly a page is read in vain")
    func balanced() async throws {
        try await Office.readingAhead { office in
            let device = try await office.enroll(1)
            try await office.fill(pages: 8)
            let hubs = [office.hub, try await office.anotherHub()]
            let asked = try await office.fetchAll(device, from: hubs).bodies.count
            await office.hub.ahead.stop()
            #expect(asked > 8)
            let read = office.pagesRead
            #expect(read <= (asked + 1) / 2 + 2, "\(read) of \(asked)")
        }
    }

    @Test("a page that was read long ago is read again", .timeLimit(.minutes(1)))
    func longAgo() async throws {
        try await Office.readingAhead { office in
            let (device, first) = try await office.begin()
            // Kept no longer than a copy keeps its place: the rows may be others by now.
            office.clock.advance(by: .seconds(15))
            let cursor = try first.checkpoint.checkpoint
            _ = try await office.hub.changes(for: device, cursor: cursor, wait: 0)
            try await office.untilPagesRead(4)
        }
    }
}

extension Office {
    fileprivate static func readingAhead(
        _ body: @escaping @Sendable (Office) async throws -> Void
    ) async throws {
        try await with { office in
            office.hub.ahead.start()
            do {
                try await body(office)
            } catch {
                await office.hub.ahead.stop()
                throw error
            }
            await office.hub.ahead.stop()
        }
    }

    /// A device that has the first page of its copy, the next of which was read.
    fileprivate func begin() async throws -> (Device, ChangesBody) {
        let device = try await enroll(1)
        try await fill(pages: 3)
        let first = try await hub.changes(for: device, cursor: nil, wait: 0)
        try await untilPagesRead(2)
        return (device, first)
    }

    fileprivate var pagesRead: Int { metrics.reading.pages.buckets.reduce(0, +) }

    fileprivate func untilPagesRead(_ count: Int) async throws {
        while pagesRead < count { try await Task.sleep(for: .milliseconds(1)) }
    }
}
