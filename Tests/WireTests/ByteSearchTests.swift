import Testing

@testable import Wire

@Suite struct ByteSearchTests {
    @Test("what is found is the first, whatever stands around it and wherever it lies")
    func first() {
        var chance = Chance(seed: 13)
        // Neighbours of what is looked for, and bytes that differ from it in the highest bit.
        let alphabet: [UInt8] = [
            0, 9, 10, 11, 31, 32, 33, 34, 35, 91, 92, 93, 127, 128, 138, 160, 162, 220, 255,
        ]
        for round in 0..<20_000 {
            let count = Int.random(in: 0..<40, using: &chance)
            let isPlain = Bool.random(using: &chance)
            let bytes = (0..<count).map { _ -> UInt8 in
                let isRare = Int.random(in: 0..<12, using: &chance) == 0
                return isPlain && !isRare ? 65 : alphabet.randomElement(using: &chance) ?? 0
            }
            let start = Int.random(in: 0...count, using: &chance)
            let rest = bytes[start...]
            let escape = rest.firstIndex { $0 < 32 || $0 == 34 || $0 == 92 } ?? count
            bytes.withUnsafeBytes { bytes in
                #expect(ByteSearch.escape(in: bytes, from: start) == escape, "round \(round)")
                #expect(
                    ByteSearch.lineFeed(in: bytes, from: start) == rest.firstIndex(of: 10),
                    "round \(round)"
                )
            }
        }
    }

    @Test("every byte alone is told for what it is")
    func alone() {
        for byte in UInt8.min...UInt8.max {
            let bytes = [UInt8](repeating: 65, count: 5) + [byte] + [UInt8](repeating: 65, count: 7)
            let isEscape = byte < 32 || byte == 34 || byte == 92
            bytes.withUnsafeBytes { bytes in
                #expect(ByteSearch.escape(in: bytes, from: 0) == (isEscape ? 5 : 13))
                #expect(ByteSearch.lineFeed(in: bytes, from: 0) == (byte == 10 ? 5 : nil))
            }
        }
    }
}
