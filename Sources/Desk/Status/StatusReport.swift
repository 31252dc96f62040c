package import Model

/// How a terminal does, for whoever looks after it: numbers, times and kinds, nothing of a renter.
package struct StatusReport: Hashable, Sendable, Codable {
    /// The hub's address.
    package var hub: String
    /// The directory of the profile.
    package var profile: String
    package var versions: Versions
    /// Bytes of the replica's file.
    package var bytes = 0
    /// Rows by table; those that have none are left out.
    package var rows: [Count] = []
    /// What waits to be sent, by kind.
    package var waiting: [Count] = []
    /// When the oldest of it was made.
    package var oldest: Timestamp?
    /// Writes that the hub has done, as far as they are remembered.
    package var sent = 0
    /// Writes that the hub refused and nobody has decided on.
    package var attention = 0
    /// The last writes, the newest first.
    package var writes: [Write] = []
    package var link = LinkLog()

    /// The most writes that are named.
    package static let mostWrites = 8

    package init(hub: String, profile: String, versions: Versions) {
        self.hub = hub
        self.profile = profile
        self.versions = versions
    }

    /// What must meet another program's, and what reads the files.
    package struct Versions: Hashable, Sendable, Codable {
        /// Of what is spoken with the hub.
        package var wire: Int
        /// The fingerprint of the schema that this program was made for.
        package var schema: String
        /// Of the replica's tables.
        package var replica: Int
        /// Of SQLite; nil where there is no replica that it could be asked of.
        package var engine: String?

        package init(wire: Int, schema: String, replica: Int, engine: String?) {
            self.wire = wire
            self.schema = schema
            self.replica = replica
            self.engine = engine
        }
    }

    /// How many of what.
    package struct Count: Hashable, Sendable, Codable {
        package var name: String
        package var count: Int

        package init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// A write and what became of it.
    package struct Write: Hashable, Sendable, Codable {
        package var at: Timestamp
        /// What it does, such as `book a tour`.
        package var kind: String
        /// Such as `sent`.
        package var outcome: String

        package init(at: Timestamp, kind: String, outcome: String) {
            self.at = at
            self.kind = kind
            self.outcome = outcome
        }
    }
}
