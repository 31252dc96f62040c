/// What is said to somebody who hears the screen: lines that are new, and the line that is typed
/// into.
package struct Speech: Equatable, Sendable {
    /// New things, one a line; the cursor stands on the last one.
    package var lines: [DisplayText]
    /// What is typed into, where something is.
    package var input: Input?
    /// Whether what was said before is to go from the terminal: renters are covered from now on.
    package var covers = false

    /// A line that is typed into.
    package struct Input: Equatable, Sendable {
        package var label: DisplayText
        package var text: DisplayText
        /// Columns of the text before the cursor.
        package var cursor: Int

        package init(label: DisplayText, text: DisplayText, cursor: Int) {
            self.label = label
            self.text = text
            self.cursor = cursor
        }
    }

    package init(lines: [DisplayText], input: Input? = nil) {
        self.lines = lines
        self.input = input
    }
}
