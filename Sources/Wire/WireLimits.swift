/// The limits that both sides hold each other to; what is beyond them is refused, never cut.
package enum WireLimits {
    /// The largest body of a request other than of mutations, bytes.
    package static let requestBody = 64 * 1_024
    /// The largest body of mutations, bytes.
    package static let mutationsBody = 1_024 * 1_024
    /// Mutations in one body; a longer outbox goes out in several.
    package static let mutations = 200
    /// Nested arrays and objects; JSON of about 160 levels crashes decoders.
    package static let jsonDepth = 32
    /// A cursor, characters: it must fit into a request line, of which proxies take 8 KiB.
    package static let cursor = 7 * 1_024
    /// A body of changes, bytes.
    ///
    /// A page of a snapshot stays far below; a delta that would be larger is answered with 410, and
    /// the terminal fetches the snapshot in pages.
    package static let changesBody = 24 * 1_024 * 1_024
    /// One line of such a body: one row with its longest texts.
    ///
    /// What fits into a body is taken: refused, a row would keep its whole office from ever being
    /// copied.
    package static let line = changesBody - 64 * 1_024
    /// What a page of a snapshot aims at, bytes: large enough that per-page costs vanish, small
    /// enough that both sides hold two of them with ease.
    package static let snapshotPage = 2 * 1_024 * 1_024
    /// Any other answer, bytes.
    package static let answer = 1_024 * 1_024
    /// An answer to mutations, bytes: each conflict carries a row.
    package static let mutationsAnswer = 8 * 1_024 * 1_024
    /// Ranges in one call for digests or for what they differ in; each is a query of the hub's.
    package static let digestRanges = 256
    /// Rows in which ranges differ, bytes of one answer: more of them come with the next call.
    package static let repairBody = 2 * 1_024 * 1_024
    /// Ids in one delete line.
    package static let deletedIDs = 500
    /// The longest a hub holds a call that waits for a change, seconds.
    package static let longestWait = 25
}
