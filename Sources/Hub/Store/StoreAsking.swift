import Logging
import Wire

/// Something that asks the store on behalf of a terminal.
protocol StoreAsking: Sendable {
    var logger: Logger { get }
}

extension StoreAsking {
    /// Turns a trouble of the store into what the terminal is told.
    ///
    /// The question is a task of its own: a task keeps the memory of its deepest calls for as long
    /// as it lasts, and thousands of calls wait for a change after such questions.
    func asking<Answer: Sendable>(
        _ question: @escaping @Sendable () async throws(HubTrouble) -> Answer
    ) async throws(Problem) -> Answer {
        let task = Task.detached { () async -> Result<Answer, HubTrouble> in
            do throws(HubTrouble) {
                return .success(try await question())
            } catch {
                return .failure(error)
            }
        }
        let answer = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        do throws(HubTrouble) {
            return try answer.get()
        } catch {
            // A question that was cancelled because its terminal went away is no failure.
            if !Task.isCancelled {
                logger.error("the store failed", metadata: ["trouble": "\(error)"])
            }
            throw .unavailable
        }
    }
}
