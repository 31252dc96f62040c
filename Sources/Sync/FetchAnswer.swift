package import Wire

/// What came of asking the hub for changes.
package enum FetchAnswer: Hashable, Sendable {
    case body(FetchedBody)
    case failure(FetchFailure)
}

/// A whole body of changes; its last line is there and says what it must.
package struct FetchedBody: Hashable, Sendable {
    package var bytes: [UInt8]
    package var begin: BeginLine
    package var checkpoint: CheckpointLine

    package init(bytes: [UInt8], begin: BeginLine, checkpoint: CheckpointLine) {
        self.bytes = bytes
        self.begin = begin
        self.checkpoint = checkpoint
    }

    /// Checks that a body is whole: first and last line are what they must be.
    package init(bytes: [UInt8]) throws(WireError) {
        let result = bytes.withUnsafeBytes {
            body -> Result<(BeginLine, CheckpointLine), WireError> in
            do throws(WireError) {
                let checkpoint = try BodyReader.checkpoint(of: body)
                var reader = BodyReader(body)
                guard case .control(.begin(let begin)) = try reader.next() else {
                    throw .malformed("beginning of the body")
                }
                return .success((begin, checkpoint))
            } catch {
                return .failure(error)
            }
        }
        let (begin, checkpoint) = try result.get()
        self.init(bytes: bytes, begin: begin, checkpoint: checkpoint)
    }
}

extension FetchedBody {
    /// What the session is told of a body, where the hub was known to have decided on so many
    /// writes when it was asked for.
    package func summary(decided: Int64) -> FetchSummary {
        guard !begin.snapshot else { return .page(next: checkpoint.checkpoint, rows: begin.rows) }
        let forgets = checkpoint.acked.map { $0 < decided } ?? false
        return .delta(next: checkpoint.checkpoint, isEmpty: lines <= 2 && !forgets)
    }

    /// Lines, counted no further than matters.
    private var lines: Int {
        var count = 0
        for byte in bytes where byte == UInt8(ascii: "\n") {
            count += 1
            if count > 2 { break }
        }
        return count
    }
}

/// Why the hub's changes did not come.
package enum FetchFailure: Hashable, Sendable {
    /// No answer, or it broke off.
    case unreachable
    /// Nobody vouches for what answered, by a certificate that is known here and valid now.
    case untrusted
    /// What answered does not speak the protocol, such as a captive portal.
    case notAHub
    /// The hub asks for time: how long, where it says.
    case busy(retryAfter: Duration?)
    /// The hub failed.
    case hubFault
    /// The cursor is of no use any more: everything must be fetched anew.
    case cursorGone
    /// This device was revoked or its agent is no more.
    case revoked
    /// The hub does not know this device.
    case unknownDevice
    /// The two programs are too far apart.
    case upgradeNeeded
}
