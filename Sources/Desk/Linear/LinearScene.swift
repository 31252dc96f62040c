package import Screen

/// The desk as sentences, in the order in which they are said.
struct LinearScene: Equatable, Sendable {
    /// Whose desk it is.
    var name = ""
    /// How far it can be trusted.
    var freshness = ""
    /// How the agent's writes stand; empty where none waits and none was refused.
    var writes = ""
    /// Where one is, and how much there is.
    var place: [String] = []
    /// The thing that is selected.
    var selection: Thing?
    /// What the thing comes to, such as what a typed time means.
    var remarks: [String] = []
    /// A sentence for the agent.
    var notice: String?
    /// What the first tour asks for.
    var tutorial: String?
    /// What may follow the keys that were pressed.
    var following: String?
    var input: Input?

    /// Something that can be selected.
    struct Thing: Equatable, Sendable {
        /// All of it.
        var sentence: String
        /// What of it tells whether it is another one: a clock that went on is no news.
        var identity: String
    }

    /// What is typed into.
    struct Input: Equatable, Sendable {
        var label: String
        var text: String
        /// Characters before the cursor.
        var cursor: Int
    }

    /// What is to be said after another scene: what is new, and never the same twice.
    func news(since last: LinearScene?) -> [String] {
        var lines: [String] = []
        if last == nil { lines.append(name) }
        if freshness != last?.freshness { lines.append(freshness) }
        if writes != last?.writes {
            lines.append(writes.isEmpty && last != nil ? "No write waits." : writes)
        }
        lines += place.filter { !(last?.place.contains($0) ?? false) }
        let isOther = selection?.identity != last?.selection?.identity
        // Where one came from elsewhere, the same thing is said again.
        if let selection, isOther || place.first != last?.place.first {
            lines.append(selection.sentence)
        }
        lines += remarks.filter { !(last?.remarks.contains($0) ?? false) }
        if let notice, notice != last?.notice { lines.append(notice) }
        if let tutorial, tutorial != last?.tutorial { lines.append(tutorial) }
        if let following, following != last?.following { lines.append(following) }
        return lines.filter { !$0.isEmpty }
    }
}

/// Reads a desk aloud: says what changed since it was read last.
package struct LinearReader: Sendable {
    private var last: LinearScene?
    private var wasOpen = false

    /// A reader that has said nothing yet.
    package init() {}

    /// What there is to say of a desk; nil where nothing changed.
    package mutating func read(_ desk: DeskState) -> Speech? {
        let scene = desk.scene
        let isOpen = desk.lock == nil && !desk.isMasked
        let covers = wasOpen && !isOpen
        defer { (last, wasOpen) = (scene, isOpen) }
        let news = scene.news(since: last)
        guard !news.isEmpty || scene.input != last?.input || covers else { return nil }
        var speech = Speech(
            lines: news.map { DisplayText(outside: $0) },
            input: scene.input.map { input in
                Speech.Input(
                    label: DisplayText(outside: input.label),
                    text: DisplayText(outside: input.text),
                    cursor: DisplayText(outside: String(input.text.prefix(input.cursor))).width
                )
            }
        )
        speech.covers = covers
        return speech
    }

    /// Says everything again with the next reading.
    package mutating func forget() {
        last = nil
    }
}
