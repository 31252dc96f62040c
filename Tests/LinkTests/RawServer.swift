import Glibc
import Synchronization

/// A TCP server that says exactly the bytes it is told to, whatever the client asks.
final class RawServer: Sendable {
    let port: UInt16
    private let listener: Int32
    private let answers: Mutex<[Answer]>
    private let accepted = Mutex(0)

    /// How many connections there were.
    var connections: Int { accepted.withLock { $0 } }

    struct Answer: Sendable {
        var pieces: [[UInt8]]
        /// Whether the request is read first.
        var listens = true
        /// Whether the connection is closed after it, or left open and silent.
        var closes = true
    }

    struct Failure: Error {
        let call: String
        let number = errno
    }

    /// Answers one connection after the other, each with the next answer.
    init(_ answers: [Answer]) throws {
        self.answers = Mutex(answers.reversed())
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard listener >= 0 else { throw Failure(call: "socket") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard bound else { throw Failure(call: "bind") }
        port = UInt16(bigEndian: address.sin_port)
        serve()
    }

    /// Stops listening; a connection that is left open ends with its client.
    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve() {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self).toOpaque()
        pthread_create(
            &thread,
            nil,
            { context in
                guard let context else { return nil }
                Unmanaged<RawServer>.fromOpaque(context).takeRetainedValue().run()
                return nil
            },
            context
        )
        pthread_detach(thread)
    }

    private func run() {
        var open: [Int32] = []
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { break }
            accepted.withLock { $0 += 1 }
            guard let answer = answers.withLock({ $0.popLast() }) else {
                close(connection)
                break
            }
            if answer.listens { readHead(connection) }
            for piece in answer.pieces {
                _ = piece.withUnsafeBytes {
                    send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
            }
            if answer.closes { close(connection) } else { open.append(connection) }
        }
        for connection in open { close(connection) }
        close(listener)
    }

    /// Reads up to the blank line that ends a request.
    private func readHead(_ connection: Int32) {
        var end: UInt32 = 0
        var byte: UInt8 = 0
        while end != 0x0D0A_0D0A, read(connection, &byte, 1) == 1 { end = end << 8 | UInt32(byte) }
    }
}
