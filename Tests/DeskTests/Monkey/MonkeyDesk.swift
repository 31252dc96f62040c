import Model
import Screen

@testable import Desk

/// A desk, the office behind it, and all that was kept for it on disk.
struct MonkeyDesk {
    private(set) var desk: DeskState
    private(set) var office = MonkeyOffice()
    /// Pages that were asked for and are not here, the oldest first.
    private(set) var pages: [PageRequest] = []
    /// Writes that nobody has decided on.
    private(set) var writes: [Wish] = []
    /// Unfinished texts as they are on disk.
    private var journal: [String: String] = [:]
    /// What the form that is open said when it was opened.
    private var opened: [String: String] = [:]
    private var now = Office.now
    private var painter = DeskPainter()
    /// The commands that keys have run.
    private(set) var run: Set<CommandID> = []

    init() {
        desk = DeskState(width: 120, height: 40, now: Office.now, freshness: .live)
    }

    /// Asks for the first pages.
    mutating func open() -> String? {
        send(.themesKnown(["dark", "light", "mono"], current: "dark"))
            ?? send(.draftsKnown(journal))
    }

    /// Does one thing, and says what went against the desk's rules.
    mutating func take(_ deed: MonkeyDeed, _ monkey: inout Monkey) -> String? {
        switch deed {
        case .input(let input): return send(.input(input))
        case .answer(let isRead):
            let request = pages.removeFirst()
            return send(isRead ? .pageArrived(office.answer(request)) : .readFailed(request))
        case .traffic:
            office.change(&monkey)
            return send(.replicaChanged)
        case .rested: return send(.handRested)
        case .minute:
            now = now.advanced(by: .seconds(60 * (1 + monkey.below(90))))
            return send(.minuteTurned(now: now))
        case .freshness(let freshness): return send(.freshnessChanged(freshness))
        case .verdict(let isKept): return decide(isKept)
        case .reopened: return reopen()
        }
    }

    private mutating func decide(_ isKept: Bool) -> String? {
        let wish = writes.removeFirst()
        guard case .write(let intent) = wish.effect else { return nil }
        guard isKept else {
            office.refuse(intent)
            return send(.writeRefused(intent, Refusal(.changed)))
        }
        let offer = UndoOffer(
            mutation: MutationID(high: 1, low: 1),
            words: intent.words,
            until: now.advanced(by: UndoOffer.time)
        )
        let summary = OutboxSummary(waiting: 1, attention: office.refused, undo: offer)
        let pages = wish.bringing.requests.map(office.answer)
        return send(.written(intent))
            ?? send(.rowsWritten(WrittenPages(pages, of: wish.bringing)))
            ?? send(.outboxChanged(summary))
    }

    /// Leaves the desk, and opens it again with what was kept on disk.
    private mutating func reopen() -> String? {
        desk = DeskState(width: desk.width, height: desk.height, now: now, freshness: .live)
        (pages, writes, opened) = ([], [], [:])
        return open()
    }

    private mutating func send(_ event: DeskEvent) -> String? {
        let mayWrite = Writers.mayWrite(event, desk)
        let before = desk.form?.purpose
        if case .input(.key(let key)) = event,
            case .command(let command) =
                desk.commands.step(desk.begun + [key.name], in: desk.place),
            desk.obstacle(to: command.need) == nil
        {
            run.insert(command.id)
        }
        let effects = desk.update(event)
        if let form = desk.form, form.purpose != before { opened = form.drafts }
        for effect in effects {
            if let wrong = take(effect, after: event, mayWrite: mayWrite) { return wrong }
        }
        // What it had asked for before it was left nobody waits for.
        if effects.contains(.quit) { return reopen() }
        return lostText ?? desk.disorder ?? desk.disorder(drawnBy: &painter)
    }

    private mutating func take(
        _ effect: DeskEffect,
        after event: DeskEvent,
        mayWrite: Bool
    ) -> String? {
        if effect.isWriting, !mayWrite {
            return "\(effect.name) though nothing that writes was run"
        }
        switch effect {
        case .read(let request):
            guard !pages.contains(where: { $0.slot == request.slot }) else {
                return "two requests of one kind are under way: \(request.slot)"
            }
            pages.append(request)
        case .write: writes.append(Wish(effect, bringing: desk.pagesOfWrite))
        case .settle(let id, _): office.settle(id)
        case .keepDraft(let name, let text):
            if text.isEmpty, !Writers.mayForget(event, desk) {
                return "\(name) was forgotten by itself"
            }
            journal[name] = text.isEmpty ? nil : text
        case .checkPIN, .setPIN: return send(.lockAnswered(.right))
        default: break
        }
        return nil
    }

    /// A field of the open form whose text is not on disk, though it was changed.
    private var lostText: String? {
        for (name, text) in desk.form?.drafts ?? [:]
        where text != opened[name] && text != journal[name] ?? "" {
            return "the text of \(name) is not kept"
        }
        return nil
    }
}
