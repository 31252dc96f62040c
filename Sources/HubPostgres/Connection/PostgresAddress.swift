import CPostgres
package import Hub

/// Where a PostgreSQL is: an address such as `postgres://hub@db.example/platform`, as libpq takes
/// it.
///
/// It may hold a password, so it is never printed: `place` is what messages show.
package struct PostgresAddress: Sendable, Hashable {
    private let text: String
    /// Host and database, without user and password.
    package let place: String

    /// Whether a text is meant as such an address.
    package static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
    }

    /// Refuses what libpq cannot read.
    package init(_ text: String) throws(HubTrouble) {
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(text, &message) else {
            // libpq's words may quote the address with its password.
            PQfreemem(message)
            throw .unavailable(
                "that is no address of a PostgreSQL; one looks like postgres://user@host/database"
            )
        }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val {
                values[String(cString: keyword)] = String(cString: value)
            }
            option += 1
        }
        PQconninfoFree(options)
        self.text = text
        place = "postgres://\(values["host"] ?? "")/\(values["dbname"] ?? "")"
    }

    /// A new handle of libpq, connected or with a message why not; nil without memory.
    func connect() -> OpaquePointer? {
        // What the address says itself comes last and so wins.
        let options: [(String, String)] = [
            ("connect_timeout", "3"), ("application_name", "foyer-hub"),
            ("keepalives_idle", "30"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "20000"), ("dbname", text),
        ]
        return withCStrings(options.map(\.0)) { keywords in
            withCStrings(options.map(\.1)) { PQconnectdbParams(keywords, $0, 1) }
        }
    }
}
