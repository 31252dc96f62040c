/// One press of a key.
package struct Key: Hashable, Sendable {
    /// Its name, such as `j`, `G`, `Enter`, `Ctrl-p`, `Alt-a`, `Shift-Tab`, `F1`, `PgUp`.
    package var name: String
    /// What it types, where it types something.
    package var character: Character?

    package init(name: String, character: Character? = nil) {
        self.name = name
        self.character = character
    }

    /// The key that types a character; a blank is called `Space`.
    package init(typing character: Character) {
        self.init(name: character == " " ? "Space" : String(character), character: character)
    }
}

/// What comes in from the terminal.
package enum InputEvent: Hashable, Sendable {
    case key(Key)
    /// A text that was pasted: never keys.
    case paste(String)
    case resize(Size)
    case mouse(MouseEvent)
    /// Whether the terminal's window has the focus.
    case focus(Bool)
}

/// What the mouse did.
package struct MouseEvent: Hashable, Sendable {
    /// What the hand did.
    package enum Action: Hashable, Sendable {
        case press
        case wheelUp
        case wheelDown
    }

    package var action: Action
    package var point: Point

    package init(action: Action, point: Point) {
        self.action = action
        self.point = point
    }
}
