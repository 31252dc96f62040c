/// A sentence in many wordings: `[Do|Would] you take {pet}?` is a choice and a slot; choices nest,
/// and one of a choice may be empty.
///
/// Compiled once, so that writing one costs no more than copying its pieces.
struct Phrase: Sendable {
    private enum Piece: Sendable {
        case text(String)
        case slot(Int)
        case choice([[Piece]])
    }

    private let pieces: [Piece]

    /// Reads the notation; brackets that do not close and slots that do not exist are our own
    /// mistake and stop the program.
    init(_ notation: some StringProtocol) {
        var rest = Substring(notation)
        let branches = Self.branches(&rest)
        precondition(rest.isEmpty && branches.count == 1, "brackets do not match: \(notation)")
        pieces = branches[0]
    }

    /// Appends one of its wordings.
    func write(to text: inout String, _ slots: SlotValues, _ chance: inout Chance) {
        Self.write(pieces, &text, slots, &chance)
    }

    private static func write(
        _ pieces: [Piece],
        _ text: inout String,
        _ slots: SlotValues,
        _ chance: inout Chance
    ) {
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .slot(let index): text += slots[index]
            case .choice(let branches):
                write(branches[chance.below(branches.count)], &text, slots, &chance)
            }
        }
    }

    /// Reads up to a bracket that closes one that was opened before, or to the end.
    private static func branches(_ rest: inout Substring) -> [[Piece]] {
        var branches: [[Piece]] = [[]]
        var literal = ""
        func flush() {
            guard !literal.isEmpty else { return }
            branches[branches.count - 1].append(.text(literal))
            literal = ""
        }
        while let character = rest.first, character != "]" {
            rest.removeFirst()
            switch character {
            case "[":
                flush()
                branches[branches.count - 1].append(.choice(Self.branches(&rest)))
                precondition(rest.first == "]", "a choice is not closed before: \(rest)")
                rest.removeFirst()
            case "|":
                flush()
                branches.append([])
            case "{":
                flush()
                branches[branches.count - 1].append(.slot(slot(&rest)))
            default: literal.append(character)
            }
        }
        flush()
        return branches
    }

    private static func slot(_ rest: inout Substring) -> Int {
        let name = rest.prefix { $0 != "}" }
        rest = rest.dropFirst(name.count + 1)
        guard let slot = Slot(rawValue: String(name)) else {
            // The texts are compiled in: a mistake of ours, met by the first test.
            preconditionFailure("a phrase names a slot that does not exist: \(name)")
        }
        return slot.index
    }
}

extension [Phrase] {
    /// A phrase a line; lines that are empty do not count.
    init(lines: String) {
        self = lines.split(separator: "\n").map { Phrase($0) }
    }
}
