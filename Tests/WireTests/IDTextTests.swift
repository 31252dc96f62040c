import Foundation
import Model
import Testing
import Wire

@Suite struct IDTextTests {
    @Test("the text of an id is the one that the model gives it, and reads back")
    func roundTrip() {
        var chance = Chance(seed: 11)
        for round in 0..<2_000 {
            let id = RowID(high: chance.next(), low: chance.next())
            let text = written(id)
            #expect(text == Array(id.text.utf8), "round \(round)")
            #expect(read(text) == id, "round \(round)")
            #expect(read(Array(id.text.uppercased().utf8)) == id, "round \(round)")
        }
    }

    @Test("every digit in every place counts")
    func places() {
        for place in 0..<32 {
            for digit in UInt64(0)..<16 {
                let bits = digit << UInt64(60 - place % 16 * 4)
                let id = RowID(high: place < 16 ? bits : 0, low: place < 16 ? 0 : bits)
                #expect(written(id) == Array(id.text.utf8))
                #expect(read(Array(id.text.utf8)) == id)
            }
        }
    }

    @Test("a text with any other byte in any place is no id")
    func refused() {
        let text = Array("f70fab57-b56f-54a7-8209-f43f6b719bb7".utf8)
        for place in text.indices {
            let isHyphen = text[place] == UInt8(ascii: "-")
            for byte in UInt8.min...UInt8.max {
                var other = text
                other[place] = byte
                let isDigit = Character(Unicode.Scalar(byte)).isHexDigit && byte < 128
                let isGood = isHyphen ? byte == UInt8(ascii: "-") : isDigit
                #expect((read(other) != nil) == isGood, "byte \(byte) at \(place)")
            }
        }
        #expect(read(Array(text.dropLast())) == nil)
        #expect(read(text + [UInt8(ascii: "0")]) == nil)
    }

    private func written(_ id: RowID) -> [UInt8] {
        var text = [UInt8](repeating: 0, count: IDText.count)
        id.data.withUnsafeBytes { bytes in
            text.withUnsafeMutableBytes { IDText.write(bytes, to: $0) }
        }
        return text
    }

    private func read(_ text: [UInt8]) -> RowID? {
        var id = [UInt8](repeating: 0, count: 16)
        let isGood = text.withUnsafeBytes { text in
            id.withUnsafeMutableBytes { place in
                place.baseAddress.map { IDText.read(text, into: $0) } ?? false
            }
        }
        return isGood ? id.withUnsafeBytes { RowID(bytes: $0) } : nil
    }
}
