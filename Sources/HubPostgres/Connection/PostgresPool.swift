/// Lends sessions: at most so many at a time, to who asked first.
actor PostgresPool {
    private let address: PostgresAddress
    private var idle: [PostgresSession] = []
    private var lent = 0
    private let most: Int
    private var waiting: [CheckedContinuation<PostgresSession, Never>] = []

    /// `most` sessions at a time, each a connection of the server.
    init(_ address: PostgresAddress, most: Int) {
        self.address = address
        self.most = most
    }

    /// Runs the body on a session of its own.
    nonisolated func perform<Value: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws -> Value
    ) async throws -> Value {
        let session = await take()
        do {
            let value = try await session.perform(body)
            await give(session)
            return value
        } catch {
            await give(session)
            throw error
        }
    }

    private func take() async -> PostgresSession {
        if let session = idle.popLast() {
            lent += 1
            return session
        }
        if lent < most {
            lent += 1
            return PostgresSession(address)
        }
        return await withCheckedContinuation { waiting.append($0) }
    }

    private func give(_ session: PostgresSession) {
        guard waiting.isEmpty else {
            waiting.removeFirst().resume(returning: session)
            return
        }
        lent -= 1
        idle.append(session)
    }
}
