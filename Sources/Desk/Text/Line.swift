import Screen

/// One line of a view: texts with their roles, built from the left and never wider than its room.
struct Line: Equatable, Sendable {
    struct Run: Equatable, Sendable {
        var text: DisplayText
        var role: Role
    }

    private(set) var runs: [Run] = []
    /// Columns taken so far.
    private(set) var width = 0
    /// Columns there are.
    let room: Int
    /// What its parts are about, for the mouse.
    private(set) var spans: [TargetSpan] = []
    /// Whether the line belongs to the selected row of a list.
    var isSelected = false

    init(room: Int) {
        self.room = max(0, room)
    }

    /// A line of one text.
    init(_ text: DisplayText, _ role: Role = .text, room: Int) {
        self.init(room: room)
        add(text, role)
    }

    /// Columns that are left.
    var left: Int { room - width }

    /// Adds as much of a text as fits; what is cut ends in an ellipsis.
    mutating func add(_ text: DisplayText, _ role: Role = .text) {
        let fitting = text.fitted(to: left)
        guard fitting.width > 0 else { return }
        runs.append(Run(text: fitting, role: role))
        width += fitting.width
    }

    /// Adds what another line holds, such as a cell of a table.
    mutating func add(_ other: Line) {
        let start = width
        for run in other.runs { add(run.text, run.role) }
        for span in other.spans {
            let columns = span.columns.lowerBound + start..<span.columns.upperBound + start
            spans.append(TargetSpan(columns: columns, target: span.target))
        }
    }

    /// Adds a text in a column of its own: cut or filled up to that width.
    mutating func add(_ text: DisplayText, column: Int, _ role: Role = .text) {
        let end = width + column
        add(text.fitted(to: column), role)
        pad(to: end)
    }

    /// Adds a text at the right of a column of its own.
    mutating func add(_ text: DisplayText, rightColumn column: Int, _ role: Role = .text) {
        let fitting = text.fitted(to: column)
        pad(to: width + column - fitting.width)
        add(fitting, role)
    }

    /// Adds a text at the right edge, where it fits behind what is there.
    mutating func addAtEdge(_ text: DisplayText, _ role: Role = .text) {
        guard text.width < left else { return }
        pad(to: room - text.width)
        add(text, role)
    }

    /// Fills with blanks up to a column.
    mutating func pad(to column: Int) {
        let blanks = min(column, room) - width
        guard blanks > 0 else { return }
        runs.append(Run(text: .blanks(blanks), role: .text))
        width += blanks
    }

    /// Makes what was added from a column on be about something; the whole line where nothing is
    /// said.
    mutating func aim(at target: Target, from column: Int? = nil) {
        let columns = column.map { $0..<max($0, width) } ?? 0..<room
        spans.append(TargetSpan(columns: columns, target: target))
    }

    /// What a column is about.
    func target(at column: Int) -> Target? {
        spans.last { $0.columns.contains(column) }?.target
    }

    /// The same line with all its text in one role, such as that of a list that is out of date.
    func with(_ role: Role) -> Line {
        var line = self
        line.runs = runs.map { Run(text: $0.text, role: role) }
        return line
    }
}
