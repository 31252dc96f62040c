import Model
import Testing
import Wire

@Suite struct RowScannerTests {
    @Test("what is written is read, for every kind of field and any text")
    func roundTrip() throws {
        var chance = Chance(seed: 3)
        var scanner = RowScanner()
        for round in 0..<500 {
            let values = (0..<6).map { _ in randomValue(&chance) }
            var writer = LineWriter()
            writer.beginRow()
            for value in values { writer.field(value) }
            writer.endRow()
            let line = Array(writer.bytes.dropLast())
            let read = try line.withUnsafeBytes { bytes in
                try scanner.scan(bytes)
                return scanner.fields.map { value($0, bytes, scanner.unescaped) }
            }
            #expect(read == values.map(asWire), "round \(round)")
        }
    }

    @Test("no row that is cut short is taken for a whole one")
    func cuts() throws {
        let line = Array(
            #"["f70fab57-b56f-54a7-8209-f43f6b719bb7",null,true,-12,"a\"\u00e9\\ \ud83d\ude00"]"#
                .utf8
        )
        var scanner = RowScanner()
        for end in 0..<line.count {
            let cut = Array(line[..<end])
            #expect(throws: WireError.self, "cut at \(end)") {
                try cut.withUnsafeBytes { try scanner.scan($0) }
            }
        }
    }

    @Test(
        "rows that are not flat JSON are refused",
        arguments: [
            "[1,]", "[,1]", "[1 2]", "[1.5]", "[nul]", "[[1]]", #"[{"a":1}]"#, #"["\q"]"#,
            #"["\ud800"]"#, #"["\ud800\u0041"]"#, #"["\u12"]"#, "[99999999999999999999]", "[-]",
            "[\"\u{1}\"]", "[true", "true]", "[tru]",
        ]
    )
    func refused(_ text: String) {
        var scanner = RowScanner()
        let line = Array(text.utf8)
        #expect(throws: WireError.self) { try line.withUnsafeBytes { try scanner.scan($0) } }
    }

    @Test("no bytes trap the scanner or the reader of control lines")
    func noise() {
        var chance = Chance(seed: 5)
        var scanner = RowScanner()
        let alphabet = Array(#"[]{}",:\unltrfasebegin0123456789-. é"#.utf8)
        for _ in 0..<20_000 {
            let count = Int.random(in: 0..<40, using: &chance)
            let bytes = (0..<count).map { _ in alphabet.randomElement(using: &chance) ?? 0 }
            bytes.withUnsafeBytes { line in
                try? scanner.scan(line)
                _ = try? ControlLine.parse(line)
                var reader = BodyReader(line)
                while let next = try? reader.next() { _ = next }
            }
        }
    }

    private func randomValue(_ chance: inout Chance) -> FieldValue {
        switch Int.random(in: 0..<5, using: &chance) {
        case 0: return .null
        case 1: return .boolean(Bool.random(using: &chance))
        case 2:
            return .integer(
                Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &chance)
            )
        case 3: return .id(RowID(high: chance.next(), low: chance.next()))
        default:
            let scalars = (0..<Int.random(in: 0..<20, using: &chance)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 1..<0x11000, using: &chance))
            }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            return .text(String(text))
        }
    }

    private func asWire(_ value: FieldValue) -> FieldValue {
        if case .id(let id) = value { .text(id.text) } else { value }
    }

    private func value(
        _ field: RowScanner.Field,
        _ line: UnsafeRawBufferPointer,
        _ unescaped: [UInt8]
    ) -> FieldValue {
        switch field {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .integer(let value): .integer(value)
        case .text(let range): .text(String(decoding: line[range], as: UTF8.self))
        case .escaped(let range): .text(String(decoding: unescaped[range], as: UTF8.self))
        }
    }
}
