import Model
import PostgresServer
import Testing
import Wire

@testable import HubPostgres

/// How a cursor writes which transactions were running.
struct SnapshotTextTests {
    @Test(
        "it is as PostgreSQL has it again",
        arguments: [
            "3:3:", "740:740:", "740:760:740,741,755",
            "18446744073709551000:18446744073709551615:18446744073709551614",
        ]
    )
    func roundTrip(text: String) {
        let short = SnapshotText.short(text)
        #expect(short.count <= text.count + 1)
        #expect(SnapshotText.long(Substring(short)) == text)
        #expect(SnapshotText.long(Substring(text)) == text, "as an older hub wrote it")
    }

    @Test(
        "what is none is refused",
        arguments: [
            "", ":", "1:2", "1:2:x", "1:2:+", "1:2:+1,", "1:2:+99999999999999999999",
            "18446744073709551615:18446744073709551615:+1", "1:2:3'; DROP TABLE message",
        ]
    )
    func refused(text: String) {
        let long = SnapshotText.long(Substring(text))
        #expect(long == nil || long == "1:2:", "\(text)")
    }

    @Test("a cursor of a thousand running writers fits into a request line")
    func long() {
        let running = (0..<1_000).map { String(748_000_000 + $0 * 2) }.joined(separator: ",")
        let short = SnapshotText.short("748000000:748002000:\(running)")
        #expect(short.utf8.count * 4 / 3 + 800 <= WireLimits.cursor)
    }
}
