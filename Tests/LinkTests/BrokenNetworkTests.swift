import Foundation
import Link
import Model
import Sync
import Testing
import Wire

/// What the client makes of a network that does as networks do, over real connections.
struct BrokenNetworkTests {
    @Test(
        "failures 20 and 25: an answer cut at every byte is no answer",
        arguments: Framing.allCases
    )
    func cuts(framing: Framing) async throws {
        let whole = framing.answer(Sample.body)
        let answers = (0...whole.count).map { RawServer.Answer(pieces: [Array(whole[..<$0])]) }
        try await withServer(answers) { client in
            for end in 0..<whole.count {
                guard case .failure(.unreachable) = await client.changes(since: nil, waitSeconds: 0)
                else {
                    // The end of a chunked body is marked twice; all that is needed came before.
                    #expect(framing == .chunks && end > whole.count - 7, "cut at \(end)")
                    continue
                }
            }
            #expect(await client.changes(since: nil, waitSeconds: 0) == Sample.answer)
        }
    }

    @Test("failure 26: a proxy that buffers, or hands on byte by byte, changes nothing")
    func buffers() async throws {
        let whole = Framing.length.answer(Sample.body)
        let answers = [
            RawServer.Answer(pieces: whole.map { [$0] }), RawServer.Answer(pieces: [whole]),
        ]
        try await withServer(answers) { client in
            for _ in answers {
                #expect(await client.changes(since: nil, waitSeconds: 0) == Sample.answer)
            }
        }
    }

    @Test("failure 28: compressed answers are read, and cut short they are none")
    func compressed() async throws {
        let packed = try Sample.compressed()
        let extra = "Content-Encoding: gzip\r\n"
        let answers = (0...packed.count).map {
            RawServer.Answer(pieces: [Framing.length.answer(Array(packed[..<$0]), extra: extra)])
        }
        try await withServer(answers) { client in
            for end in 0..<packed.count {
                let answer = await client.changes(since: nil, waitSeconds: 0)
                // The last eight bytes are a checksum; the text is whole before it.
                let isAllowed =
                    answer == .failure(.unreachable)
                    || (end >= packed.count - 8 && answer == Sample.answer)
                #expect(isAllowed, "cut at \(end)")
            }
            #expect(await client.changes(since: nil, waitSeconds: 0) == Sample.answer)
        }
    }

    @Test("a hub that takes no connection is asked again by the back-off alone")
    func refused() async throws {
        let noTLS = RawServer.Answer(pieces: [Array("This is no TLS.".utf8)], listens: false)
        let server = try RawServer(Array(repeating: noTLS, count: 100))
        defer { server.stop() }
        let client = HubClient(
            address: try HubAddress("https://127.0.0.1:\(server.port)"),
            token: nil
        )
        #expect(await client.changes(since: nil, waitSeconds: 25) == .failure(.unreachable))
        #expect(server.connections == 1)
        await client.shutdown()
    }

    @Test("failure 33: a connection that says nothing more can be given up")
    func halfOpen() async throws {
        let head = Array("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n".utf8)
        try await withServer([.init(pieces: [head], closes: false)]) { client in
            let asking = Task { await client.changes(since: nil, waitSeconds: 25) }
            asking.cancel()
            #expect(await asking.value == .failure(.unreachable))
        }
    }

    @Test(
        "failure 35: what stands between is told from a hub",
        arguments: [
            ("200 OK\r\nContent-Type: text/html", FetchFailure.notAHub),
            ("302 Found\r\nLocation: http://127.0.0.1/login", .notAHub),
            ("200 OK\r\nContent-Type: application/x-ndjson", .unreachable),
            ("502 Bad Gateway", .notAHub),
            ("503 Service Unavailable\r\nRetry-After: 7", .busy(retryAfter: .seconds(7))),
            ("429 Too Many Requests", .busy(retryAfter: nil)),
        ]
    )
    func strangers(head: String, failure: FetchFailure) async throws {
        let page = "<html>Sign in to the network</html>\n"
        let text = "HTTP/1.1 \(head)\r\nContent-Length: \(page.utf8.count)\r\n\r\n\(page)"
        try await withServer([.init(pieces: [Array(text.utf8)])]) { client in
            #expect(await client.changes(since: nil, waitSeconds: 0) == .failure(failure))
        }
    }

    private func withServer(
        _ answers: [RawServer.Answer],
        _ body: (HubClient) async throws -> Void
    ) async throws {
        let server = try RawServer(answers)
        defer { server.stop() }
        let address = try HubAddress("http://127.0.0.1:\(server.port)")
        let client = HubClient(address: address, token: "token")
        do {
            try await body(client)
        } catch {
            await client.shutdown()
            throw error
        }
        await client.shutdown()
    }
}

/// How an answer says where its body ends.
enum Framing: CaseIterable {
    case length, chunks, close

    func answer(_ body: [UInt8], extra: String = "") -> [UInt8] {
        let type = "Content-Type: application/x-ndjson\r\nConnection: close\r\n\(extra)"
        let head = "HTTP/1.1 200 OK\r\n\(type)"
        switch self {
        case .length: return Array("\(head)Content-Length: \(body.count)\r\n\r\n".utf8) + body
        case .close: return Array("\(head)\r\n".utf8) + body
        case .chunks:
            let size = String(body.count, radix: 16)
            let start = Array("\(head)Transfer-Encoding: chunked\r\n\r\n\(size)\r\n".utf8)
            return start + body + Array("\r\n0\r\n\r\n".utf8)
        }
    }
}

/// A body as a hub sends it.
enum Sample {
    static let body: [UInt8] = {
        var writer = LineWriter()
        writer.begin(BeginLine(snapshot: false))
        writer.delete(.tours, [RowID(high: 3, low: 4)])
        writer.checkpoint(CheckpointLine(checkpoint: "c", more: false))
        return writer.bytes
    }()

    static var answer: FetchAnswer? { (try? FetchedBody(bytes: body)).map { .body($0) } }

    static func compressed() throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-c", "-n"]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(body))
        try input.fileHandleForWriting.close()
        let packed = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Array(packed)
    }
}
