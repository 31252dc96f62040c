import AsyncHTTPClient
import Foundation
import Hub
import HubServer
import Model
import NIOCore
import NIOHTTP1
import Testing
import Wire

/// What the hub answered.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The problem document; fails the test where it is none.
    var problem: Problem {
        get throws {
            #expect(headers.first(name: "content-type") == WireProtocol.problemType)
            let problem = try WireJSON.decode(Problem.self, Data(body))
            #expect(problem.status == status)
            return problem
        }
    }

    var checkpoint: CheckpointLine {
        get throws { try body.withUnsafeBytes { try BodyReader.checkpoint(of: $0) } }
    }
}

extension LiveHub {
    /// Makes a call; a header with an empty value is left out.
    func call(
        _ method: HTTPMethod,
        _ path: String,
        token: String? = nil,
        headers: [String: String] = [:],
        body: [UInt8]? = nil
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: url + path)
        request.method = method
        var fields = [WireProtocol.versionHeader: String(WireProtocol.version)]
        if let token { fields["Authorization"] = "Bearer \(token)" }
        if body != nil { fields["Content-Type"] = WireProtocol.jsonType }
        fields.merge(headers) { $1 }
        for (name, value) in fields where !value.isEmpty {
            request.headers.add(name: name, value: value)
        }
        if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
        let response = try await client.execute(request, timeout: .seconds(30))
        let answer = try await response.body.collect(upTo: WireLimits.changesBody)
        return Answer(
            status: Int(response.status.code),
            headers: response.headers,
            body: Array(answer.readableBytesView)
        )
    }

    /// Makes a terminal of the agent; returns its token and device.
    func enroll(_ number: Int = 1) async throws -> EnrollResponse {
        let enrolment = Enrolment(store: store, clock: .system, logger: .silent)
        let code = try #require(try await enrolment.invite(email: "agent\(number)@homes.example"))
        let body = WireJSON.encode(EnrollRequest(code: code.text, deviceName: "desk"))
        let answer = try await call(.POST, WireProtocol.Path.enroll, body: body)
        #expect(answer.status == 200)
        return try WireJSON.decode(EnrollResponse.self, Data(answer.body))
    }

    func changes(_ token: String, _ cursor: String? = nil, wait: Int = 0) async throws -> Answer {
        var query = "?wait=\(wait)"
        if let cursor { query += "&cursor=\(cursor)" }
        return try await call(.GET, WireProtocol.Path.changes + query, token: token)
    }

    /// Fetches everything; returns the cursor after it.
    func copy(_ token: String) async throws -> String {
        var cursor: String?
        while true {
            let checkpoint = try await changes(token, cursor).checkpoint
            cursor = checkpoint.checkpoint
            if !checkpoint.more { return checkpoint.checkpoint }
        }
    }

    /// Returns when so many calls wait; the test's time limit ends it where they never do.
    func untilListeners(_ count: Int) async throws {
        while true {
            let page = try await call(.GET, WireProtocol.Path.metrics).text
            if page.contains("\nfoyer_listeners \(count)\n") { return }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
