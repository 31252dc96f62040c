/// What is still to be written of a body.
struct AnswerParts {
    private let parts: [[UInt8]]
    private var part = 0
    private var offset = 0

    init(_ parts: [[UInt8]]) {
        self.parts = parts
        skip()
    }

    var isWritten: Bool { part >= parts.count }

    /// The next bytes; nil where there are none.
    mutating func next() -> ArraySlice<UInt8>? {
        guard !isWritten else { return nil }
        let end = min(offset + Self.most, parts[part].count)
        let bytes = parts[part][offset..<end]
        offset = end
        skip()
        return bytes
    }

    private mutating func skip() {
        while part < parts.count, offset >= parts[part].count {
            part += 1
            offset = 0
        }
    }

    /// What is written at once, bytes: smaller costs calls, larger memory for each slow reader.
    private static let most = 128 * 1_024
}
