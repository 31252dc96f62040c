/// What one kind of intent means: its arguments, its checks, what it does to rows, and how it is
/// taken back.
///
/// Written once, and run twice: on the terminal over its replica, so that the agent sees the effect
/// in the same frame, and on the hub in the transaction that decides. It reads rows and nothing
/// else; who may write where is the hub's question.
package protocol IntentRule: Hashable, Sendable, Codable {
    /// Its name on the wire and in the audit.
    static var kind: String { get }

    /// The changes it comes to; throws a `Refusal` where it cannot be.
    func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite]

    /// What takes it back, told from the rows as they are before it is done; nil where nothing can.
    func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent?
}
