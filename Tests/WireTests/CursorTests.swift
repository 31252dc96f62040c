import Foundation
import Model
import Testing
import Wire

@Suite struct CursorTests {
    private let seal = CursorSeal(secret: Data(repeating: 7, count: 32))
    private let payload = CursorPayload(
        agent: AgentID(high: 1, low: 2),
        device: DeviceID(high: 3, low: 4),
        incarnation: "a",
        schema: SchemaFingerprint.current,
        scope: "s",
        position: "42",
        place: "message:9"
    )

    @Test("a hub opens what it sealed")
    func roundTrip() {
        #expect(seal.open(seal.seal(payload)) == payload)
    }

    @Test("a cursor with any character changed, cut or of another hub is not opened")
    func forged() {
        let text = seal.seal(payload)
        for index in text.indices where text[index] != "A" {
            var changed = text
            changed.replaceSubrange(index...index, with: "A")
            // The last character of base64 holds bits that are not used.
            if let opened = seal.open(changed) { #expect(opened == payload) }
            #expect(seal.open(String(text[..<index])) == nil)
        }
        let other = CursorSeal(secret: Data(repeating: 8, count: 32))
        #expect(other.open(text) == nil)
        #expect(seal.open("") == nil)
        #expect(seal.open(String(repeating: "A.", count: 5_000)) == nil)
    }

    @Test(
        "a table's digest does not depend on the order of its rows, and a changed byte changes it"
    )
    func digest() {
        func row(_ text: String) -> CanonicalRow {
            var row = CanonicalRow()
            row.field(.id(RowID(high: 1, low: 1)))
            row.field(.text(text))
            row.field(.null)
            return row
        }
        var one = TableDigest()
        var two = TableDigest()
        for text in ["a", "b", "c"] { one.add(row(text)) }
        for text in ["c", "a", "b"] { two.add(row(text)) }
        #expect(one == two)
        #expect(row("a").digest != row("b").digest)
        #expect(row("ab").digest != row("a").digest)
    }
}
