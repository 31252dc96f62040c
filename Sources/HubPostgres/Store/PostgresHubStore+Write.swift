package import Hub

extension PostgresHubStore {
    package func apply(
        _ changes: some Sequence<StoreChange> & Sendable
    ) async throws(HubTrouble) {
        try await write { connection in
            let writer = RowWriter(connection)
            for change in changes { try writer.apply(change) }
        }
    }

    package func importing<Trouble: Error>(
        _ body: @escaping @Sendable (any RowSink) throws(Trouble) -> Void
    ) async throws(HubTrouble) -> Result<Void, Trouble> {
        do {
            try await transaction("ISOLATION LEVEL READ COMMITTED") { connection in
                do throws(Trouble) {
                    try body(RowWriter(connection))
                } catch {
                    throw Abandoned(trouble: error)
                }
            }
            return .success(())
        } catch let abandoned as Abandoned<Trouble> {
            return .failure(abandoned.trouble)
        } catch {
            throw trouble(error)
        }
    }
}

/// Carries the reason why an import was given up through the transaction that it rolls back.
private struct Abandoned<Trouble: Error>: Error {
    let trouble: Trouble
}
