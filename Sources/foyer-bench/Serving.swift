import Hub
import HubServer
import Logging

/// A hub in this process.
enum Serving {
    /// Serves a store on loopback for as long as `body` runs; hands it the address and a code for
    /// the agent with that address.
    static func run<Value: Sendable>(
        _ store: some HubStore,
        email: String,
        _ body: (_ address: String, _ code: String) async throws -> Value
    ) async throws -> Value {
        let quiet = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        let (addresses, sender) = AsyncStream.makeStream(of: String.self)
        let hub = try await HubService(
            store: store,
            configuration: HubConfiguration(),
            logger: quiet
        ) { sender.yield($0) }
        let serving = Task { try await hub.run() }
        defer { serving.cancel() }
        var iterator = addresses.makeAsyncIterator()
        let enrolment = Enrolment(store: store, clock: .system, logger: quiet)
        guard let address = await iterator.next(),
            let code = try await enrolment.invite(email: email)
        else { throw Complaint("the hub does not start") }
        let value = try await body(address, code.text)
        serving.cancel()
        _ = await serving.result
        return value
    }
}
