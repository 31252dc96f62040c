import Foundation
import Model
import Testing

@Suite struct IdentifierTests {
    @Test("text, bytes and order of an id agree")
    func order() throws {
        var chance = Chance(seed: 11)
        for _ in 0..<1_000 {
            let one = RowID(high: chance.next(), low: chance.next())
            let two = RowID(high: one.high, low: chance.next())
            #expect(RowID(one.text) == one)
            #expect(one.data.withUnsafeBytes { RowID(bytes: $0) } == one)
            #expect((one < two) == (one.text < two.text))
        }
        #expect(try #require(RowID("F70FAB57-B56F-54A7-8209-F43F6B719BB7")).short == "f70f")
    }

    @Test(
        "what is no id is refused",
        arguments: [
            "", "f70fab57", "f70fab57-b56f-54a7-8209-f43f6b719bbg",
            "f70fab57b56f-54a7-8209-f43f6b719bb7-", "f70fab57-b56f-54a7-8209-f43f6b719bb7 ",
        ]
    )
    func refused(_ text: String) {
        #expect(RowID(text) == nil)
    }
}
