import Model
import Testing
import Wire

@Suite struct BodyReaderTests {
    @Test("a body cut at any byte is no body")
    func cuts() throws {
        let body = sampleBody()
        for end in 0..<body.count {
            let cut = Array(body[..<end])
            #expect(throws: WireError.self, "cut at \(end)") { try readAll(cut) }
            #expect(throws: WireError.self, "cut at \(end)") {
                try cut.withUnsafeBytes { try BodyReader.checkpoint(of: $0) }
            }
        }
        #expect(try readAll(body) == 6)
    }

    @Test("nothing may follow the checkpoint, and nothing stand before the beginning")
    func order() {
        let body = sampleBody()
        #expect(throws: WireError.self) { try readAll(body + body) }
        #expect(throws: WireError.self) { try readAll(Array("[1]\n".utf8) + body) }
    }

    @Test("a line of a newer hub is skipped, a table of a newer hub is told as unknown")
    func newer() throws {
        let line = Array(#"{"weather":"fine"}"#.utf8)
        #expect(try line.withUnsafeBytes { try ControlLine.parse($0) } == .unknown)
        let table = Array(#"{"table":"pets","columns":["id"]}"#.utf8)
        #expect(
            try table.withUnsafeBytes { try ControlLine.parse($0) } == .table(nil, columns: ["id"])
        )
    }

    @Test("JSON nested too deep is refused before a decoder sees it")
    func depth() {
        let deep = Array(#"{"weather":"#.utf8) + Array(repeating: UInt8(ascii: "["), count: 5_000)
        #expect(throws: WireError.tooDeep) {
            try deep.withUnsafeBytes { try ControlLine.parse($0) }
        }
        #expect(JSONDepth.isAtMost(1, Array(#"{"a":"[[[["}"#.utf8)))
    }

    private func sampleBody() -> [UInt8] {
        var writer = LineWriter()
        writer.begin(BeginLine(snapshot: false))
        writer.table(.message)
        writer.beginRow()
        writer.field(.id(RowID(high: 1, low: 2)))
        writer.field(.text("“hello” \\ \n \u{7} 王"))
        writer.endRow()
        writer.delete(.tours, [RowID(high: 3, low: 4)])
        writer.leave(PropertyID(high: 5, low: 6))
        writer.checkpoint(CheckpointLine(checkpoint: "c", more: false))
        return writer.bytes
    }

    @discardableResult
    private func readAll(_ body: [UInt8]) throws -> Int {
        try body.withUnsafeBytes { bytes in
            var reader = BodyReader(bytes)
            var lines = 0
            while try reader.next() != nil { lines += 1 }
            return lines
        }
    }
}
