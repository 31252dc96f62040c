import CPostgres
import Foundation
import Model

/// One connection to the server, used by one thread at a time.
final class PostgresConnection {
    private let handle: OpaquePointer
    private let patience: PostgresPatience
    private var prepared: [String: String] = [:]
    /// The server owes an answer that nobody waits for any more, or what was prepared is outdated.
    private var isAbandoned = false

    /// Connects and sets what every session of the hub has.
    init(
        _ address: PostgresAddress,
        _ patience: PostgresPatience = .command
    ) throws(PostgresTrouble) {
        self.patience = patience
        guard let handle = address.connect() else { throw .connection("no memory") }
        self.handle = handle
        guard PQstatus(handle) == CONNECTION_OK else {
            let words = String(cString: PQerrorMessage(handle))
            // All properties are set, so `deinit` closes the handle.
            throw .connection(words.split(separator: "\n").joined(separator: "; "))
        }
        // Else libpq prints what the server notes on standard error.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try script(Self.session)
        try run(
            Self.limits,
            [patience.statement, patience.lock, patience.idleInTransaction].map(\.setting)
        )
    }

    deinit { PQfinish(handle) }

    /// Whether it can still be used.
    var isUsable: Bool {
        !isAbandoned && PQstatus(handle) == CONNECTION_OK
            && PQtransactionStatus(handle) == PQTRANS_IDLE
    }

    /// What differs from server to server is said here.
    ///
    /// The planner cannot know that a range that begins at a snapshot is short, and would read the
    /// whole log: an empty poll over a million entries took 53 ms. Everything here has its index.
    private static let session = """
        SET search_path = foyer, public, pg_temp;
        SET timezone = 'UTC';
        SET datestyle = 'ISO';
        SET client_encoding = 'UTF8';
        SET client_min_messages = 'warning';
        SET enable_seqscan = off;
        SET jit = off;
        """

    /// What holds whatever goes wrong.
    private static let limits = """
        SELECT set_config('statement_timeout', $1, false), set_config('lock_timeout', $2, false),
            set_config('idle_in_transaction_session_timeout', $3, false)
        """

    /// Runs one statement with parameters; it is prepared when it is met first.
    @discardableResult
    func run(
        _ sql: String,
        _ parameters: [PostgresValue] = []
    ) throws(PostgresTrouble) -> PostgresRows {
        // A text of C ends at its first NUL, and PostgreSQL keeps none.
        guard !parameters.contains(where: { $0.text?.utf8.contains(0) == true }) else {
            throw PostgresTrouble(state: "22021")
        }
        let name = try prepare(sql)
        let isSent = withCStrings(parameters.map(\.text)) { values in
            PQsendQueryPrepared(handle, name, Int32(parameters.count), values, nil, nil, 1)
        }
        return try check(try answer(isSent))
    }

    /// Runs statements without parameters, and without a result that matters.
    func script(_ sql: String) throws(PostgresTrouble) {
        _ = try check(try answer(PQsendQuery(handle, sql)))
    }

    /// Begins a transaction; a server that cannot do that much at once is of no use now.
    func begin(_ mode: String) throws(PostgresTrouble) {
        let isSent = PQsendQuery(handle, "BEGIN \(mode)")
        _ = try check(try answer(isSent, until: .now + patience.silence))
    }

    /// The next rows of a cursor that was declared BINARY.
    func fetch(_ count: Int, from cursor: String) throws(PostgresTrouble) -> PostgresRows {
        try fetched(ask(count, from: cursor))
    }

    /// Asks for the next rows without waiting for them, so that the server works while what came
    /// before is written; `fetched` must follow before anything else.
    func ask(_ count: Int, from cursor: String) -> Int32 {
        PQsendQuery(handle, "FETCH FORWARD \(count) FROM \(cursor)")
    }

    /// The rows that were asked for.
    func fetched(_ isSent: Int32) throws(PostgresTrouble) -> PostgresRows {
        try check(try answer(isSent))
    }

    /// Opens a cursor within the transaction at hand.
    func declare(
        _ cursor: String,
        _ sql: String,
        _ parameters: [PostgresValue]
    ) throws(PostgresTrouble) {
        let statement = "DECLARE \(cursor) BINARY NO SCROLL CURSOR FOR \(sql)"
        let isSent = withCStrings(parameters.map(\.text)) { values in
            PQsendQueryParams(
                handle,
                statement,
                Int32(parameters.count),
                nil,
                values,
                nil,
                nil,
                1
            )
        }
        _ = try check(try answer(isSent))
    }

    private func prepare(_ sql: String) throws(PostgresTrouble) -> String {
        if let name = prepared[sql] { return name }
        let name = "s\(prepared.count)"
        _ = try check(try answer(PQsendPrepare(handle, name, sql, 0, nil)))
        prepared[sql] = name
        return name
    }

    private func check(_ result: OpaquePointer?) throws(PostgresTrouble) -> PostgresRows {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
            return PostgresRows(result)
        default:
            defer { PQclear(result) }
            guard !isAbandoned, PQstatus(handle) == CONNECTION_OK else {
                throw .connection("the connection to the server was lost")
            }
            let trouble = PostgresTrouble(result: result)
            // It would be said again of everything that was prepared here.
            if trouble.isOutdated { isAbandoned = true }
            throw trouble
        }
    }
}

// Waiting for the server.
extension PostgresConnection {
    /// The last result of what was sent.
    ///
    /// libpq's own calls would wait for ever for a server that stands still without hanging up.
    private func answer(
        _ isSent: Int32,
        until given: ContinuousClock.Instant? = nil
    ) throws(PostgresTrouble) -> OpaquePointer? {
        guard !isAbandoned, isSent == 1 else {
            throw .connection("the connection to the server was lost")
        }
        let deadline = given ?? self.deadline
        var last: OpaquePointer?
        while true {
            do {
                try awaitResult(until: deadline)
            } catch {
                isAbandoned = true
                PQclear(last)
                throw error
            }
            guard let next = PQgetResult(handle) else { return last }
            PQclear(last)
            last = next
        }
    }

    private var deadline: ContinuousClock.Instant? {
        patience.statement > .zero ? .now + patience.statement + patience.silence : nil
    }

    private func awaitResult(until deadline: ContinuousClock.Instant?) throws(PostgresTrouble) {
        while PQisBusy(handle) == 1 {
            var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
            let left = deadline.map { ContinuousClock.now.duration(to: $0) }
            if let left, left <= .zero {
                throw .connection("the server does not answer")
            }
            let ready = poll(&socket, 1, left.map { Int32($0 / .milliseconds(1)) + 1 } ?? -1)
            guard ready >= 0 || errno == EINTR else {
                throw .connection("the connection to the server was lost")
            }
            guard ready <= 0 || PQconsumeInput(handle) == 1 else {
                throw .connection("the connection to the server was lost")
            }
        }
    }
}

extension Duration {
    /// As PostgreSQL takes a time without a unit: milliseconds.
    fileprivate var setting: PostgresValue { .integer(Int(self / .milliseconds(1))) }
}
