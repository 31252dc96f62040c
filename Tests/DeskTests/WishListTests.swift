import Desk
import Testing

@Suite struct WishListTests {
    private func draft(_ name: String, _ text: String) -> DeskEffect {
        .keepDraft(name: name, text: text)
    }

    private func list(_ wishes: [DeskEffect]) -> [DeskEffect] {
        var list = WishList()
        for wish in wishes { list.add(wish) }
        return list.waiting
    }

    @Test("a text that is typed on while the disk is busy waits once, as it was typed last")
    func typedOn() {
        #expect(list(["h", "ha", "hal"].map { draft("answer", $0) }) == [draft("answer", "hal")])
    }

    @Test("two fields do not take each other's place")
    func fields() {
        let both = [draft("subject", "a"), draft("body", "b"), draft("subject", "ab")]
        #expect(list(both) == both)
    }

    @Test("a draft is emptied after the write that was made of it, never before")
    func order() {
        let wishes = [draft("answer", "yes"), .undo, draft("answer", "")]
        #expect(list(wishes) == wishes)
    }

    @Test("what was wanted first is handed on first")
    func first() {
        var list = WishList()
        list.add(.undo)
        list.add(draft("answer", "yes"))
        #expect(list.next() == .undo)
        #expect(list.next() == draft("answer", "yes"))
        #expect(list.next() == nil)
    }
}
