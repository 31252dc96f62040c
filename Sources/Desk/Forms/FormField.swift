/// One field of a form.
struct FormField: Equatable, Sendable {
    let label: String
    var kind: Kind

    enum Kind: Equatable, Sendable {
        /// A line of text.
        case line(TextField)
        /// A text of several lines.
        case text(TextEditor)
        /// One of some words, by its place.
        case choice([String], Int)
        case toggle(Bool)
    }

    static func line(_ label: String, _ text: String = "") -> FormField {
        FormField(label: label, kind: .line(TextField(text)))
    }

    static func text(_ label: String, _ draft: String = "") -> FormField {
        FormField(label: label, kind: .text(TextEditor(draft: draft)))
    }

    static func choice(_ label: String, _ words: [String], _ place: Int = 0) -> FormField {
        FormField(label: label, kind: .choice(words, place))
    }

    static func toggle(_ label: String, _ isOn: Bool) -> FormField {
        FormField(label: label, kind: .toggle(isOn))
    }

    var text: String {
        switch kind {
        case .line(let field): field.text
        case .text(let editor): editor.text
        case .choice(let words, let place): words.indices.contains(place) ? words[place] : ""
        case .toggle: ""
        }
    }

    /// Whether it holds what somebody types.
    var isTyped: Bool {
        switch kind {
        case .line, .text: true
        case .choice, .toggle: false
        }
    }

    var choice: Int { if case .choice(_, let place) = kind { place } else { 0 } }

    var isOn: Bool { if case .toggle(let isOn) = kind { isOn } else { false } }

    /// Takes what a key types or what is pasted.
    mutating func insert(_ typed: String) {
        switch kind {
        case .line(var field):
            field.insert(typed)
            kind = .line(field)
        case .text(var editor):
            if typed.count > 1 { editor.paste(typed) } else { editor.insert(typed) }
            kind = .text(editor)
        case .choice: if typed == " " { turn(by: 1) }
        case .toggle(let isOn): if typed == " " { kind = .toggle(!isOn) }
        }
    }

    /// Takes the next choice, or the one before, around the ends.
    mutating func turn(by step: Int) {
        switch kind {
        case .choice(let words, let place) where !words.isEmpty:
            kind = .choice(words, (place + step + words.count) % words.count)
        case .toggle(let isOn): kind = .toggle(!isOn)
        case .line, .text, .choice: break
        }
    }

    mutating func change(line: (inout TextField) -> Void, text: (inout TextEditor) -> Void) {
        switch kind {
        case .line(var field):
            line(&field)
            kind = .line(field)
        case .text(var editor):
            text(&editor)
            kind = .text(editor)
        case .choice, .toggle: break
        }
    }

    mutating func replace(with text: String) {
        switch kind {
        case .line: kind = .line(TextField(text))
        case .text(var editor):
            editor.replaceAll(with: text)
            kind = .text(editor)
        case .choice, .toggle: break
        }
    }
}
