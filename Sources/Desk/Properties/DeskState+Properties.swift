import Model
import Screen

// One property at a time: the whole desk is narrowed to it, or shows all.
extension DeskState {
    /// Under what the choice is kept, from one day to the next.
    static let propertyName = "desk/property"

    /// The property that the desk is narrowed to; nil where it shows all.
    var narrowedTo: PropertyName? { scope.flatMap { property($0) } }

    /// What waits in what the desk is narrowed to.
    var waits: PropertyWaits? {
        guard let overview else { return nil }
        guard let scope else {
            return PropertyWaits(waiting: overview.waiting, questions: overview.questions)
        }
        return overview.waits[scope] ?? PropertyWaits(waiting: 0, questions: 0)
    }

    /// How many leads the desk shows, whatever else they are filtered by; nil until that is known.
    var leadsInAll: Int? {
        guard scope != nil else { return overview?.leads }
        return leads.filterText.isEmpty ? leads.page?.total : nil
    }

    /// Lists the agent's properties with what waits in each.
    mutating func openProperties() {
        guard hasSeveralProperties else {
            notice = Notice(text: "You work at one property; there is no other to choose.")
            return
        }
        var menu = Menu(kind: .listing(.properties(.narrow)))
        let places = listed(.properties(.narrow), [])
        menu.selection =
            places.firstIndex { row in
                guard case .narrowing(let property, _) = row else { return false }
                return property?.id == scope
            } ?? 0
        mode = .choosing(menu)
    }

    /// Narrows the whole desk to a property, or shows all again, and remembers it.
    mutating func narrow(to property: PropertyName?) -> [DeskEffect] {
        setScope(property?.id)
        notice = Notice(
            text: property.map { "Only \($0.name); \(key(.properties)) chooses another." }
                ?? "All properties are shown."
        )
        return keep([Self.propertyName: scope?.text ?? ""])
    }

    /// Takes what was remembered.
    mutating func recallProperty(_ texts: [String: String]) {
        guard let text = texts[Self.propertyName] else { return }
        setScope(PropertyID(text))
    }

    /// A property that is the agent's no more narrows nothing.
    mutating func checkScope() {
        guard let scope, let overview, !overview.properties.isEmpty else { return }
        if overview.properties.count < 2 || property(scope) == nil { setScope(nil) }
    }

    private mutating func setScope(_ property: PropertyID?) {
        guard property != scope else { return }
        scope = property
        leads.narrow(to: property)
        questions.narrow(to: property)
        emails.narrow(to: property)
    }

    /// The rows of the list: all, and each with what waits there.
    func narrowings(_ words: [Substring]) -> [Listed] {
        guard let overview else { return [] }
        let all = PropertyWaits(waiting: overview.waiting, questions: overview.questions)
        let first = matches("all properties", words) ? [Listed.narrowing(nil, all)] : []
        return first
            + overview.properties.filter { matches($0.name, words) }.map {
                .narrowing($0, overview.waits[$0.id] ?? PropertyWaits(waiting: 0, questions: 0))
            }
    }

    func add(_ property: PropertyName?, _ waits: PropertyWaits, to line: inout Line, _ role: Role) {
        let isHere = property?.id == scope
        line.add(DisplayText(outside: isHere ? "\(glyphs.dot) " : "  "), role)
        let name = property?.name ?? "All properties"
        line.add(DisplayText(outside: name), column: max(1, line.left - 28), role)
        let waiting = "\(Words.count(waits.waiting)) waiting"
        let isQuiet = waits.waiting == 0 && waits.questions == 0
        line.add(
            DisplayText(
                outside:
                    "\(waiting) \(glyphs.separator) \(Words.count(waits.questions, "question"))"
            ),
            isQuiet ? .muted : .waiting
        )
    }
}
