import Desk

/// How one command of the table is reached on the built desk, and what is seen of it.
///
/// A new command wants one line in one of the lists `Recipe.panes` and the like: keys by the
/// table's own names that bring the desk where the command applies, and a text that stands on the
/// screen before its key, after it, or no more after it.
struct Recipe: Sendable {
    let id: CommandID
    /// Keys by their names in the table; what follows `=` is typed as it is.
    let way: String
    /// A text that is seen before the command's own key is pressed.
    let standing: String?
    let effect: Effect
    /// Keys that undo what would be in the way of the next recipe.
    let after: String

    enum Effect: Sendable {
        case shows(String)
        case hides(String)
        /// The recipe presses the key itself.
        case walked(@Sendable (Walk, String) throws -> Void)
    }

    init(
        _ id: CommandID,
        at way: String,
        standing: String? = nil,
        shows text: String,
        after: String = ""
    ) {
        self.init(id, way, standing, .shows(text), after)
    }

    init(
        _ id: CommandID,
        at way: String,
        standing: String? = nil,
        hides text: String,
        after: String = ""
    ) {
        self.init(id, way, standing, .hides(text), after)
    }

    init(_ id: CommandID, _ walk: @escaping @Sendable (Walk, String) throws -> Void) {
        self.init(id, "", nil, .walked(walk), "")
    }

    private init(
        _ id: CommandID,
        _ way: String,
        _ standing: String?,
        _ effect: Effect,
        _ after: String
    ) {
        self.id = id
        self.way = way
        self.standing = standing
        self.effect = effect
        self.after = after
    }

    /// What a write of one key says.
    static let done = "u takes it back"
}
