/// What came of the agent's own editor.
package struct OutsideEdit: Equatable, Sendable {
    /// The name under which the text is kept as unfinished.
    package var name: String
    /// The text as it was saved; nil where it is as it was.
    package var text: String?
    /// What the agent should know of it.
    package var trouble: String?

    package init(name: String, text: String? = nil, trouble: String? = nil) {
        self.name = name
        self.text = text
        self.trouble = trouble
    }

    /// The longest text that a form takes, in Unicode scalars.
    package static let longest = TextEditor.longest
}
