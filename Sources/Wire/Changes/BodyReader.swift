/// Splits a whole body of changes into its lines and checks its shape: one `begin` first, one
/// `checkpoint` last, nothing after it.
package struct BodyReader {
    /// A line of a body, in order.
    package enum Line {
        case control(ControlLine)
        /// A row of the table named last; the bytes of `[…]`.
        case row(UnsafeRawBufferPointer)
    }

    private let body: UnsafeRawBufferPointer
    private var offset = 0
    private var hasBegun = false
    private var isDone = false

    /// Takes a body that stays in place while it is read.
    package init(_ body: UnsafeRawBufferPointer) {
        self.body = body
    }

    /// The next line; nil after the checkpoint.
    package mutating func next() throws(WireError) -> Line? {
        guard offset < body.count else {
            guard isDone else { throw .incomplete }
            return nil
        }
        guard !isDone else { throw .malformed("end of the body") }
        guard let end = ByteSearch.lineFeed(in: body, from: offset) else { throw .incomplete }
        guard end - offset <= WireLimits.line else { throw .tooLarge(limit: WireLimits.line) }
        let line = UnsafeRawBufferPointer(rebasing: body[offset..<end])
        offset = end + 1
        if line.first == UInt8(ascii: "[") {
            guard hasBegun else { throw .malformed("beginning of the body") }
            return .row(line)
        }
        let control = try ControlLine.parse(line)
        try note(control)
        return .control(control)
    }

    private mutating func note(_ control: ControlLine) throws(WireError) {
        switch control {
        case .begin:
            guard !hasBegun else { throw .malformed("beginning of the body") }
            hasBegun = true
        case .checkpoint:
            guard hasBegun else { throw .malformed("beginning of the body") }
            isDone = true
        case .table, .delete, .leave, .unknown:
            guard hasBegun else { throw .malformed("beginning of the body") }
        }
    }
}

extension BodyReader {
    /// The last line of a body that is whole; the cheap check before anything is applied.
    package static func checkpoint(
        of body: UnsafeRawBufferPointer
    ) throws(WireError)
        -> CheckpointLine
    {
        guard body.last == UInt8(ascii: "\n") else { throw .incomplete }
        let lines = body.dropLast()
        let start = lines.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = UnsafeRawBufferPointer(rebasing: body[start..<body.count - 1])
        guard line.first == UInt8(ascii: "{") else { throw .incomplete }
        guard case .checkpoint(let checkpoint) = try ControlLine.parse(line) else {
            throw .incomplete
        }
        return checkpoint
    }
}
