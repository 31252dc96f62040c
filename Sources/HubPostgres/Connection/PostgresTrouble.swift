import CPostgres
import Hub

/// What PostgreSQL, or the way to it, answered instead of a result.
///
/// It holds names of the schema and never a value: the server's own texts quote rows.
struct PostgresTrouble: DatabaseFault, Hashable, Sendable {
    /// Five characters as in the manual's appendix A; empty where the connection is to blame.
    var state: String
    var table: String?
    var column: String?
    var constraint: String?
    /// What may be shown: the server's words where they name no value, else nil.
    var words: String?

    /// Whether the connection is of no more use.
    var isConnectionLost: Bool {
        // Class 08 is “connection exception”, 57P the server's shutdown, 25P03 a transaction that
        // it found idle for too long.
        state.isEmpty || state.hasPrefix("08") || state.hasPrefix("57P") || state == "25P03"
    }

    /// Whether what was to be written is to blame, and would be again: a value, a rule, a limit, or
    /// whatever state a trigger of the platform's raises.
    var isRule: Bool {
        !state.isEmpty && !Self.faults.contains(String(state.prefix(2)))
    }

    /// Classes that blame the server, the hub or the moment: the connection (08), the plan (0A),
    /// the transaction (25), a statement that is not prepared (26), a conflict (40), the schema and
    /// its rights (42, 3F), resources (53), the state of things (55), the operator (57), the system
    /// (58, F0) and the server's own errors (XX).
    private static let faults: Set<String> = [
        "08", "0A", "25", "26", "3F", "40", "42", "53", "55", "57", "58", "F0", "XX",
    ]

    /// Whether the platform has changed a table beneath what the session had prepared: “cached plan
    /// must not change result type”.
    var isOutdated: Bool { state == "0A000" || state == "26000" }

    /// Whether another transaction was in the way, so that this one may be begun anew.
    var isOvertaken: Bool { state == "40001" || state == "40P01" }

    /// The connection's own trouble.
    static func connection(_ words: String) -> PostgresTrouble {
        PostgresTrouble(state: "", words: words)
    }

    init(
        state: String,
        table: String? = nil,
        column: String? = nil,
        constraint: String? = nil,
        words: String? = nil
    ) {
        self.state = state
        self.table = table
        self.column = column
        self.constraint = constraint
        self.words = words
    }

    /// Reads what a failed result says of itself.
    init(result: OpaquePointer?) {
        func field(_ code: UnicodeScalar) -> String? {
            PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
        }
        // The codes are PG_DIAG_… of libpq: characters that Swift cannot import.
        state = field("C") ?? ""
        table = field("t")
        column = field("c")
        constraint = field("n")
        words = Self.quotesValues(state) ? nil : field("M")
    }

    /// Class 22 is “data exception”, class 23 “integrity constraint violation”: their texts may
    /// quote what was to be written.
    private static func quotesValues(_ state: String) -> Bool {
        state.hasPrefix("22") || state.hasPrefix("23")
    }

    /// As the rest of the hub knows it.
    var hubTrouble: HubTrouble {
        switch state {
        case "42P01", "3F000", "42703":
            .unavailable("\(words ?? "something is missing"); run: foyer-hub migrate")
        case "42501":
            .unavailable("\(words ?? "a right is missing"); see “Operate” in README")
        default:
            .unavailable("PostgreSQL: \(words ?? "a rule was broken") \(state)")
        }
    }
}
