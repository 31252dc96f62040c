import Desk
import Testing

@Suite struct WishListTests {
    private func draft(_ name: String, _ text: String) -> DeskEffect {
        .keepDraft(name: name, text: text)
    }

    private func list(_ wishes: [DeskEffect]) -> [DeskEffect] {
        var list = WishList()
        for wish in wishes { list.add(Wish(wish)) }
        return list.waiting.map(\.effect)
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
        list.add(Wish(.undo))
        list.add(Wish(draft("answer", "yes")))
        #expect(list.next()?.effect == .undo)
        #expect(list.next()?.effect == draft("answer", "yes"))
        #expect(list.next() == nil)
    }
}
