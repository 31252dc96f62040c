import CPostgres
import Foundation
import Model

/// One connection to the server, used by one thread at a time.
final class PostgresConnection {
    private let handle: OpaquePointer
    private var prepared: [String: String] = [:]

    /// Connects and sets what every session of the hub has.
    init(_ address: PostgresAddress) throws(PostgresTrouble) {
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
    }

    deinit { PQfinish(handle) }

    /// Whether it can still be used.
    var isUsable: Bool {
        PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE
    }

    /// What differs from server to server is said here; the limits hold whatever goes wrong.
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
        SET statement_timeout = '60s';
        SET lock_timeout = '10s';
        SET idle_in_transaction_session_timeout = '120s';
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
        let result = withCStrings(parameters.map(\.text)) { values in
            PQexecPrepared(handle, name, Int32(parameters.count), values, nil, nil, 1)
        }
        return try check(result)
    }

    /// Runs statements without parameters, and without a result that matters.
    func script(_ sql: String) throws(PostgresTrouble) {
        _ = try check(PQexec(handle, sql))
    }

    /// The next rows of a cursor that was declared BINARY.
    func fetch(_ count: Int, from cursor: String) throws(PostgresTrouble) -> PostgresRows {
        try check(PQexec(handle, "FETCH FORWARD \(count) FROM \(cursor)"))
    }

    /// Opens a cursor within the transaction at hand.
    func declare(
        _ cursor: String,
        _ sql: String,
        _ parameters: [PostgresValue]
    ) throws(PostgresTrouble) {
        let statement = "DECLARE \(cursor) BINARY NO SCROLL CURSOR FOR \(sql)"
        let result = withCStrings(parameters.map(\.text)) { values in
            PQexecParams(handle, statement, Int32(parameters.count), nil, values, nil, nil, 1)
        }
        _ = try check(result)
    }

    private func prepare(_ sql: String) throws(PostgresTrouble) -> String {
        if let name = prepared[sql] { return name }
        let name = "s\(prepared.count)"
        _ = try check(PQprepare(handle, name, sql, 0, nil))
        prepared[sql] = name
        return name
    }

    private func check(_ result: OpaquePointer?) throws(PostgresTrouble) -> PostgresRows {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
            return PostgresRows(result)
        default:
            defer { PQclear(result) }
            guard PQstatus(handle) == CONNECTION_OK else {
                throw .connection("the connection to the server was lost")
            }
            throw PostgresTrouble(result: result)
        }
    }
}
