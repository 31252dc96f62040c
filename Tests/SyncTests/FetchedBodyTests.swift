import Sync
import Testing
import Wire

/// What a session is told of a body.
@Suite struct FetchedBodyTests {
    @Test("a difference without a line is news where the hub says that it has forgotten a write")
    func forgets() throws {
        let body = try FetchedBody(bytes: Self.difference(acked: 5))
        #expect(body.summary(decided: 6) == .delta(next: "c", isEmpty: false))
        for decided: Int64 in [0, 4, 5] {
            #expect(body.summary(decided: decided) == .delta(next: "c", isEmpty: true))
        }
    }

    @Test("a hub that says nothing of writes has forgotten none")
    func silent() throws {
        let body = try FetchedBody(bytes: Self.difference(acked: nil))
        #expect(body.summary(decided: 6) == .delta(next: "c", isEmpty: true))
    }

    private static func difference(acked: Int64?) -> [UInt8] {
        var writer = LineWriter()
        writer.begin(BeginLine(snapshot: false))
        writer.checkpoint(CheckpointLine(checkpoint: "c", more: false, acked: acked))
        return writer.take()
    }
}
