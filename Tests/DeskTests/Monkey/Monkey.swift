import Model
import Screen

@testable import Desk

/// Chooses what happens next, all of it from one seed.
struct Monkey {
    private var chance: Chance
    /// Texts that are pasted.
    private let texts: [String]
    /// The size that mouse events mostly fall into.
    private var size = Size(width: 120, height: 40)

    /// Keys of commands come oftener than others: a walk through every place, not a storm of
    /// letters.
    private static let commandKeys = Array(
        Set(CommandTable.standard.commands.flatMap(\.keys).flatMap { $0.split(separator: " ") })
    ).map(String.init).sorted()
    private static let letters = Array("abcxyz 0159.:,-+@'\"/äß漢🙂é\u{301}").map(String.init)
    private static let sizes = [
        (120, 40), (80, 24), (160, 48), (100, 30), (60, 16), (59, 15), (79, 24), (200, 60),
        (300, 80), (1, 1), (0, 0), (60, 200),
    ]
    private static let words = [
        "tue 3pm", "tomorrow 10:30", "+2h", "12/4 14:00", "now", "hot score>7 since:2d", "theme d",
        "2 lines\nand another", "",
    ]

    init(seed: UInt64, texts: [String]) {
        chance = Chance(state: seed)
        self.texts = Self.words + texts
    }

    /// The next thing, where so many pages and writes are under way.
    mutating func next(pages: Int, writes: Int) -> MonkeyDeed {
        // A page is mostly here before the next key, a write soon.
        if pages > 0, chance.below(8) > 0 { return .answer(isRead: chance.below(60) > 0) }
        if writes > 0, chance.below(3) == 0 { return .verdict(isKept: chance.below(4) > 0) }
        switch chance.below(1_000) {
        case ..<640: return press(Self.commandKeys)
        case ..<770: return press(Self.letters)
        case ..<780: return .rested
        case ..<830: return .input(.paste(text()))
        case ..<900: return .input(.mouse(mouse()))
        case ..<915: return resize()
        case ..<925: return .input(.focus(chance.below(2) == 0))
        case ..<975: return .traffic
        case ..<985: return .minute
        case ..<997: return .freshness(freshness())
        default: return .reopened
        }
    }

    mutating func below(_ limit: Int) -> Int { chance.below(limit) }

    mutating func text() -> String { texts[chance.below(texts.count)] }

    private mutating func press(_ keys: [String]) -> MonkeyDeed {
        let name = keys[chance.below(keys.count)]
        let typed = name.count == 1 ? name.first : name == "Space" ? " " : nil
        return .input(.key(typed.map(Key.init(typing:)) ?? Key(name: name)))
    }

    private mutating func mouse() -> MouseEvent {
        let action: MouseEvent.Action = [.press, .press, .wheelUp, .wheelDown][chance.below(4)]
        // The footer, where commands are pressed, is one line of many.
        let y = chance.below(4) == 0 ? size.height - 1 : chance.below(size.height + 3)
        return MouseEvent(action: action, point: Point(x: chance.below(size.width + 3), y: y))
    }

    private mutating func resize() -> MonkeyDeed {
        // Back to an everyday size more often than to a strange one.
        let (width, height) = Self.sizes[chance.below(chance.below(2) == 0 ? 4 : Self.sizes.count)]
        size = Size(width: width, height: height)
        return .input(.resize(size))
    }

    private mutating func freshness() -> Freshness {
        let progress = SyncProgress(rows: chance.below(1_000), total: 1_000)
        return [
            .live, .live, .live, .live, .catchingUp, .refetching(progress), .firstSync(progress),
            .offline(since: Office.now, reason: .unreachable), .refused(.revoked),
        ][chance.below(9)]
    }
}
