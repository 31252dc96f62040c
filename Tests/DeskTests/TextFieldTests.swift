import Testing

@testable import Desk

/// The line that is typed into.
struct TextFieldTests {
    @Test("marks that come one by one upon one letter end where a long line does")
    func marks() {
        var field = TextField("a")
        for _ in 0..<2_000 { field.insert("\u{301}") }
        #expect(field.text.count == 1)
        #expect(field.text.unicodeScalars.count == TextField.longest * 4)
        field.eraseLeft()
        field.insert("b")
        #expect(field.text == "b")
    }
}
