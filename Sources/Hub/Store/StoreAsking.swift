import Logging
import Wire

/// Something that asks the store on behalf of a terminal.
protocol StoreAsking: Sendable {
    var logger: Logger { get }
}

extension StoreAsking {
    /// Turns a trouble of the store into what the terminal is told.
    func asking<Answer: Sendable>(
        _ question: () async throws(HubTrouble) -> Answer
    ) async throws(Problem) -> Answer {
        do throws(HubTrouble) {
            return try await question()
        } catch {
            // A question that was cancelled because its terminal went away is no failure.
            if !Task.isCancelled {
                logger.error("the store failed", metadata: ["trouble": "\(error)"])
            }
            throw .unavailable
        }
    }
}
