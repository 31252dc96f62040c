import Foundation
import Glibc

/// Many terminals on one thread: each a connection that asks for changes, takes the answer, and
/// asks again.
final class Crowd {
    private var lines: [CrowdLine]
    /// What poll(2) looks at; Swift's Glibc has no epoll.
    private var watched: [pollfd]

    var count: Int { lines.count }

    /// Connects a terminal for each token, which asks at once: a hub hangs up on who says nothing.
    init(_ port: UInt16, _ tokens: [String]) throws {
        Self.allowDescriptors(tokens.count + 64)
        lines = try tokens.map { try CrowdLine(port, token: $0) }
        watched = lines.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    }

    deinit {
        for line in lines { close(line.descriptor) }
    }

    /// Fetches everything, until each waits for what changes.
    func settle() throws {
        let deadline = ContinuousClock.now + Self.patience
        while lines.contains(where: { !$0.isWaiting }) {
            guard ContinuousClock.now < deadline else {
                let waiting = lines.filter(\.isWaiting).count
                throw Complaint("only \(waiting) of \(count) terminals came through in time")
            }
            try turn(.seconds(1)) { _, _ in }
        }
    }

    /// When each was told of a change.
    func hear() throws -> [ContinuousClock.Instant] {
        var times: [Int: ContinuousClock.Instant] = [:]
        let deadline = ContinuousClock.now + Self.patience
        while times.count < count {
            guard ContinuousClock.now < deadline else {
                throw Complaint("only \(times.count) of \(count) terminals were told in time")
            }
            try turn(.seconds(1)) { index, isNews in
                if isNews, times[index] == nil { times[index] = .now }
            }
        }
        return Array(times.values)
    }

    /// Goes on so long, answering nothing but waits that end.
    func rest(_ duration: Duration) throws {
        let end = ContinuousClock.now + duration
        while ContinuousClock.now < end {
            try turn(min(.seconds(1), end - .now)) { _, _ in }
        }
    }

    /// Takes what has come, and asks again.
    private func turn(_ wait: Duration, _ heard: (_ index: Int, _ isNews: Bool) -> Void) throws {
        for index in lines.indices where lines[index].isDue { try lines[index].ask() }
        let most = Int32(max(0, wait.milliseconds))
        guard poll(&watched, nfds_t(watched.count), most) > 0 else { return }
        for index in watched.indices where watched[index].revents != 0 {
            guard let isNews = try lines[index].take() else { continue }
            // A hub lets so many copy at a time; the others ask again when it says.
            guard !lines[index].isPaused else { continue }
            heard(index, isNews)
            try lines[index].ask()
        }
    }

    /// For whatever a crowd does at once.
    private static let patience = Duration.seconds(180)

    private static func allowDescriptors(_ count: Int) {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = min(limit.rlim_max, max(limit.rlim_cur, rlim_t(count)))
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}

/// One terminal's connection.
private struct CrowdLine {
    let descriptor: Int32
    private let token: String
    private var cursor: String?
    private var isWhole = false
    private var answer: [UInt8] = []

    /// When it asks again, where the hub wanted time.
    private var resumesAt: ContinuousClock.Instant?

    var isPaused: Bool { resumesAt != nil }
    var isDue: Bool { resumesAt.map { $0 <= .now } ?? false }

    /// Whether it has everything and a question under way.
    private(set) var isWaiting = false

    init(_ port: UInt16, token: String) throws {
        self.token = token
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            throw Complaint("the hub takes no connection (error \(errno)); see ulimit -n")
        }
        try ask()
    }

    /// Sends the next question.
    mutating func ask() throws {
        let query = cursor.map { "&cursor=\($0)" } ?? ""
        let request = """
            GET /v1/changes?wait=\(isWhole ? 25 : 0)\(query) HTTP/1.1\r
            Host: hub\r
            Foyer-Protocol: 1\r
            Authorization: Bearer \(token)\r
            \r

            """
        answer.removeAll(keepingCapacity: false)
        resumesAt = nil
        guard write(descriptor, request, request.utf8.count) == request.utf8.count else {
            throw Complaint("the hub hung up (error \(errno))")
        }
        isWaiting = isWhole
    }

    /// Takes bytes; returns whether a whole answer held anything, nil before its end.
    mutating func take() throws -> Bool? {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let size = bytes.count
        let count = Glibc.read(descriptor, &bytes, size)
        guard count > 0 else { throw Complaint("the hub hung up (error \(errno))") }
        answer += bytes.prefix(count)
        guard let end = Self.range(of: "\r\n\r\n", in: answer[...]) else { return nil }
        let head = String(decoding: answer[..<end.lowerBound], as: UTF8.self).lowercased()
        guard let length = Self.number(of: "content-length", in: head) else {
            throw Complaint("the hub refused: \(head.prefix { $0 != "\r\n" })")
        }
        guard answer.count >= end.upperBound + length else { return nil }
        if head.hasPrefix("http/1.1 503"), let pause = Self.number(of: "retry-after", in: head) {
            resumesAt = .now + .seconds(pause)
            return false
        }
        guard head.hasPrefix("http/1.1 200") else {
            throw Complaint("the hub refused: \(head.prefix { $0 != "\r\n" })")
        }
        return try read(body: answer[end.upperBound...])
    }

    private mutating func read(body: ArraySlice<UInt8>) throws -> Bool {
        let lines = body.split(separator: UInt8(ascii: "\n"))
        let last = lines.last ?? []
        guard let key = Self.range(of: #""checkpoint":""#, in: last),
            let end = last[key.upperBound...].firstIndex(of: UInt8(ascii: "\""))
        else { throw Complaint("the hub's answer has no end") }
        cursor = String(decoding: last[key.upperBound..<end], as: UTF8.self)
        isWhole = Self.range(of: #""more":false"#, in: last) != nil
        return isWhole && lines.count > 2
    }

    // By bytes: what the terminals cost is taken from the hub's processors.

    private static func range(of text: StaticString, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        let count = text.utf8CodeUnitCount
        return text.withUTF8Buffer { wanted in
            bytes.indices.dropLast(count - 1)
                .first { bytes[$0..<$0 + count].elementsEqual(wanted) }
                .map { $0..<$0 + count }
        }
    }

    /// The value of a field of a header in small letters.
    private static func number(of name: Substring, in head: String) -> Int? {
        for line in head.split(separator: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0] == name else { continue }
            return Int(parts[1].trimmingCharacters(in: .whitespaces))
        }
        return nil
    }
}
