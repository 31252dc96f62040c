import Model
import Screen

// The first tour: when it begins, what it notices, how it is drawn and left.
extension DeskState {
    /// Lines of the terminal below the desk.
    var linesBelow: Int {
        tutorial == nil || options.isLinear ? 0 : Tutorial.linesBelow(width)
    }

    /// Begins the tour, or from its beginning again.
    mutating func beginTutorial() {
        let isThere = tutorial != nil
        let least = Tutorial.smallestTerminal(width)
        guard isThere || options.isLinear || height >= least else {
            notice = Notice(text: "The tour needs \(least) lines; this terminal has \(height).")
            return
        }
        tutorial = Tutorial()
        if !isThere { height -= linesBelow }
    }

    /// Leaves the tour; it does not begin by itself again.
    mutating func endTutorial() -> [DeskEffect] {
        guard tutorial != nil else { return [] }
        height += linesBelow
        tutorial = nil
        return [.rememberTutorial]
    }

    /// Takes a terminal's size: where there is no room for both, the tour goes.
    mutating func take(_ size: Size) {
        width = max(0, size.width)
        height = max(0, size.height)
        guard tutorial != nil else { return }
        if height < Tutorial.smallestTerminal(width) { tutorial = nil }
        height -= linesBelow
    }

    /// Whether Esc has nothing to leave but the tour.
    var leavesTutorial: Bool {
        tutorial != nil && mode == .panes && obstacle(to: .somethingToLeave) != nil
    }

    /// What of the desk tells, after an event, whether it is what the tour waits for.
    struct TutorialPlace {
        fileprivate var tutorial: Tutorial?
        fileprivate var focus: Pane
        fileprivate var selected: ConversationID?
    }

    var tutorialPlace: TutorialPlace {
        TutorialPlace(tutorial: tutorial, focus: focus, selected: leads.selected?.id)
    }

    /// Goes on with the tour where what it waits for has been done; who came to its end has had it.
    mutating func followTutorial(_ event: DeskEvent, from before: TutorialPlace) -> [DeskEffect] {
        // A tour that begins with this event waits for the next.
        guard let tutorial, tutorial == before.tutorial, lock == nil else { return [] }
        if let done = done(event, before) { self.tutorial?.notice(done) }
        return tutorial.step != .end && self.tutorial?.step == .end ? [.rememberTutorial] : []
    }

    /// The step that the desk has just come to.
    private func done(_ event: DeskEvent, _ before: TutorialPlace) -> Tutorial.Step? {
        switch event {
        case .written(.answerQuestion): return .send
        case .written(.bookTour): return .time
        case .input: break
        default: return nil
        }
        switch mode {
        case .form(let form):
            if case .answer = form.purpose { return .answer }
            if case .book = form.purpose { return .book }
            return nil
        case .choosing(let menu): return menu.kind == .help ? .help : nil
        case .panes: break
        case .typing, .grabbing, .attention: return nil
        }
        guard fullView == nil else { return nil }
        switch focus {
        case .conversation: return before.focus != .conversation ? .open : nil
        case .questions: return .questions
        case .leads: return leads.selected?.id != before.selected ? .look : nil
        case .tours: return nil
        }
    }

    /// Draws the tour below the desk.
    func drawTutorial(into grid: inout Grid) {
        guard let tutorial, linesBelow > 0, lock == nil else { return }
        let words = tutorialWords(tutorial)
        grid.draw(Line(.repeating(glyphs.rule, width), .accent, room: width), x: 0, y: height)
        var head = Line(room: width)
        head.add(DisplayText(outside: " \(words.title)"), .title)
        head.add(DisplayText(outside: "  \(tutorial.place)"), .muted)
        head.addAtEdge(DisplayText(outside: "\(wayOut) "), .muted)
        grid.draw(head, x: 0, y: height + 1)
        let lines = DisplayText(outside: words.how).wrapped(width: max(1, width - 2))
        for (index, text) in lines.prefix(Tutorial.linesOfText(width)).enumerated() {
            var line = Line(room: width)
            line.pad(to: 1)
            line.add(text, .text)
            grid.draw(line, x: 0, y: height + 2 + index)
        }
    }

    private var wayOut: String {
        leavesTutorial ? "\(key(.back)) ends this tour" : "\(key(.back)) back"
    }

    /// The same for somebody who hears it; nil where there is no tour.
    var tutorialSentence: String? {
        tutorial.map { tutorial in
            let words = tutorialWords(tutorial)
            return "\(words.title). \(words.how)"
        }
    }
}
