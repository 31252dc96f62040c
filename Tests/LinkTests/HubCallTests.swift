import Foundation
import Link
import Model
import Synchronization
import Testing
import Wire

/// What is told of each call of a hub.
struct HubCallTests {
    @Test("every call is told once it is over, with its status, or that there was no answer")
    func heard() async throws {
        let head = "HTTP/1.1 503 Busy\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        let server = try RawServer([RawServer.Answer(pieces: [Array(head.utf8)])])
        let calls = Mutex<[HubCall]>([])
        let client = HubClient(
            address: try HubAddress("http://127.0.0.1:\(server.port)"),
            token: "token",
            heard: { call in calls.withLock { $0.append(call) } }
        )
        _ = await client.changes(since: nil, waitSeconds: 1)
        server.stop()
        _ = try? await client.send(MutationsRequest(mutations: []))
        await client.shutdown()
        let told = calls.withLock { $0 }
        #expect(told.map(\.name) == ["changes", "mutations"])
        #expect(told.map(\.status) == [503, nil])
        #expect(told.map(\.waits) == [true, false])
        #expect(told.map(\.asksForChanges) == [true, false])
    }

    @Test("a clock is compared with the hub’s by what its answers say, to the second")
    func clock() throws {
        let header = "Sun, 06 Nov 1994 08:49:37 GMT"
        let time = try #require(Timestamp("1994-11-06T08:49:37Z"))
        for ahead in [0, 45, -180] {
            let now = time.advanced(by: .seconds(ahead) + .milliseconds(300))
            #expect(HubCall.clockAhead(at: now, of: header) == ahead)
        }
        for wrong in ["", "now", "Sun, 06 Foo 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT"]
        {
            #expect(HubCall.clockAhead(at: time, of: wrong) == nil)
        }
    }
}
