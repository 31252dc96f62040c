import Model

@testable import Desk

/// The texts of an office that are its renters': all that are not known to be anybody's.
///
/// A field that is new is a secret until it is named here.
struct Secrets {
    private(set) var texts: Set<String> = []

    /// Fields that say nothing of a renter, by their names.
    private static let open: Set = [
        "propertyName", "size", "priceFrom", "priceTo", "statusWord", "unit", "managerName",
        "agentName", "claimedByName", "source", "status", "priority", "kind", "outcome", "tourType",
        "contactMethod", "obstacle", "title", "category", "from", "until", "name of zone", "flags",
        "counts", "similar", "templates", "commands",
        "query", "key", "underWay", "answered",
    ]

    init(of value: Any) {
        walk(value, label: "")
    }

    private mutating func walk(_ value: Any, label: String) {
        guard !Self.open.contains(label) else { return }
        switch value {
        case let text as String: if text.count > 2 { texts.insert(text) }
        case is AgentName, is PropertyName, is CampaignRow: return
        case let row as KnowledgeRow where !row.isInDoubt: return
        default:
            for child in Mirror(reflecting: value).children {
                walk(child.value, label: child.label ?? label)
            }
        }
    }

    /// The secrets whose beginning stands in a text.
    func found(in screen: String) -> [String] {
        texts.filter { screen.contains($0.prefix(8)) }
    }

    /// The secrets that a value holds somewhere, to the letter.
    func held(by value: Any) -> Set<String> {
        texts.intersection(Secrets(of: value).texts)
    }
}
