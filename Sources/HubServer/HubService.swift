import Foundation
package import Hub
package import Logging
import Model
import NIOCore
import ServiceLifecycle

/// A hub that listens: the program's, the demo's and the tests'.
///
/// `run` ends when its task is cancelled or the service group it runs in shuts down gracefully;
/// calls that wait for a change are then answered at once.
package struct HubService: Service {
    private let changes: ChangeService
    private let responder: HubResponder
    private let configuration: HubConfiguration
    private let certificate: CertificateSource?
    private let clock: HubClock
    private let store: any HubStore
    private let logger: Logger
    private let listening: @Sendable (String) async -> Void

    /// Reads the database's identity and the certificate.
    ///
    /// `listening` is told the hub's address, such as `http://127.0.0.1:40123`, once it takes
    /// connections.
    package init(
        store: any HubStore,
        configuration: HubConfiguration,
        clock: HubClock = .system,
        logger: Logger,
        listening: @escaping @Sendable (String) async -> Void
    ) async throws {
        try configuration.check()
        let metrics = HubMetrics()
        changes = try await ChangeService(
            store: store,
            clock: clock,
            metrics: metrics,
            logger: logger,
            copies: configuration.copies
        )
        responder = HubResponder(
            changes: changes,
            mutations: MutationService(
                store: store,
                clock: clock,
                metrics: metrics,
                logger: logger
            ),
            enrolment: Enrolment(store: store, clock: clock, logger: logger),
            feed: TourFeed(store: store, clock: clock, logger: logger),
            store: store,
            metrics: metrics,
            calls: OpenCalls(),
            limits: CallLimits(now: clock.elapsed()),
            clock: clock,
            logger: logger
        )
        self.configuration = configuration
        certificate = try configuration.tls.map {
            try CertificateSource($0, logger: logger, sleep: clock.sleep)
        }
        self.clock = clock
        self.store = store
        self.logger = logger
        self.listening = listening
    }

    /// Serves until told to stop.
    package func run() async throws {
        let services = ServiceGroup(
            configuration: .init(services: services.map { .init(service: $0) }, logger: logger)
        )
        do {
            // Calls that wait are answered first: the server ends only after them.
            try await withGracefulShutdownHandler {
                try await services.run()
            } onGracefulShutdown: { [watch = changes.watch] in
                watch.end()
            }
        } catch let error as IOError {
            let reason = String(cString: strerror(error.errnoCode))
            throw HubServerTrouble.cannotListen(
                "\(configuration.host):\(configuration.port): \(reason)"
            )
        }
    }

    /// In the order in which they begin; they end the other way round.
    private var services: [any Service] {
        let watching = Watching(watch: changes.watch)
        let pruning = Pruning(
            store: store,
            retention: configuration.retention,
            clock: clock,
            logger: logger
        )
        let listener = Listener(
            configuration: configuration,
            responder: responder,
            certificate: certificate,
            listening: listening
        )
        return [ReadingAhead(ahead: changes.ahead), watching, pruning, Trimming(clock: clock)]
            + (certificate.map { [$0] } ?? []) + [
                listener
            ]
    }
}

/// Runs the watch over the store's head.
private struct Watching: Service {
    let watch: HeadWatch

    func run() async throws {
        await cancelWhenGracefulShutdown { await watch.run() }
        // The server ends the watch before it is this service's turn to end.
        try? await gracefulShutdown()
    }
}

/// Lets pages of copies be read before they are asked for, until no call is open any more.
private struct ReadingAhead: Service {
    let ahead: PagesAhead

    func run() async throws {
        ahead.start()
        try? await gracefulShutdown()
        await ahead.stop()
    }
}

/// Forgets what is older than a cursor may be.
private struct Pruning: Service {
    let store: any HubStore
    /// How long a terminal may be away.
    let retention: Duration
    let clock: HubClock
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat { await prune() } while (try? await clock.sleep(Self.interval)) != nil
        }
    }

    private func prune() async {
        do {
            try await store.prune(before: clock.now().advanced(by: .zero - retention))
        } catch {
            guard !Task.isCancelled else { return }
            logger.warning("old changes were not pruned", metadata: ["trouble": "\(error)"])
        }
    }

    private static let interval = Duration.seconds(3_600)
}
