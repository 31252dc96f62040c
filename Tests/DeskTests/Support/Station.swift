import Model
import Screen

@testable import Desk

/// A desk with an office behind it: answers its requests at once, as a replica on the same machine
/// would, and keeps the other effects.
struct Station {
    var desk: DeskState
    var office: Office
    private(set) var effects: [DeskEffect] = []
    /// Requests that were answered.
    private(set) var requests: [PageRequest] = []
    /// Whether requests are answered; false leaves them under way.
    var isAnswering = true
    /// Whether the hand rests after each key.
    var rests = true
    /// Those that were not.
    private(set) var underWay: [PageRequest] = []

    init(
        _ office: Office = .northgate(),
        width: Int = 120,
        height: Int = 40,
        freshness: Freshness = .live,
        options: DeskOptions = DeskOptions(),
        isAnswering: Bool = true
    ) {
        self.office = office
        self.isAnswering = isAnswering
        desk = DeskState(
            width: width,
            height: height,
            now: Office.now,
            freshness: freshness,
            options: options
        )
        send(.themesKnown(["foyer-dark", "foyer-light", "mono"], current: "foyer-dark"))
    }

    mutating func send(_ event: DeskEvent) {
        var events = [event]
        while !events.isEmpty {
            for effect in desk.update(events.removeFirst()) {
                if case .read(let request) = effect {
                    requests.append(request)
                    if isAnswering {
                        events.append(.pageArrived(office.answer(request)))
                    } else {
                        underWay.append(request)
                    }
                } else if effect == .tellOfRest {
                    if rests { events.append(.handRested) }
                } else {
                    effects.append(effect)
                }
            }
        }
    }

    /// Answers what is under way, and from then on everything.
    mutating func answerAll() {
        isAnswering = true
        for request in underWay { send(.pageArrived(office.answer(request))) }
        underWay = []
    }

    /// Answers nothing of what is under way.
    mutating func failAll() {
        while !underWay.isEmpty { send(.readFailed(underWay.removeFirst())) }
    }

    /// Presses keys: each character is one, and `<Ctrl-p>` or `<Enter>` is one by its name.
    mutating func press(_ script: String) {
        var rest = Substring(script)
        while let first = rest.first {
            if first == "<", let end = rest.firstIndex(of: ">") {
                press(key: String(rest[rest.index(after: rest.startIndex)..<end]))
                rest = rest[rest.index(after: end)...]
            } else {
                press(key: String(first))
                rest = rest.dropFirst()
            }
        }
    }

    mutating func press(key name: String) {
        send(.input(.key(key(named: name))))
    }

    mutating func resize(_ width: Int, _ height: Int) {
        send(.input(.resize(Size(width: width, height: height))))
    }

    mutating func forget() {
        effects = []
        requests = []
    }

    var screen: String { desk.view().lines.joined(separator: "\n") + "\n" }
}

func key(named name: String) -> Key {
    Key(name: name, character: name.count == 1 ? name.first : nil)
}
