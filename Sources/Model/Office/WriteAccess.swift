/// At which of the properties on a terminal its agent may write.
///
/// The hub tells it and checks every write all the same; the desk only says beforehand what is not
/// the agent's to do. Whichever list is shorter travels: nearly everybody may write everywhere, or
/// nowhere.
package enum WriteAccess: Hashable, Sendable {
    /// Everywhere but at these.
    case everywhere(but: Set<PropertyID>)
    /// At these alone.
    case only(Set<PropertyID>)

    /// Everywhere: what holds until the hub says otherwise.
    package static let full = WriteAccess.everywhere(but: [])

    /// Of those that may be seen and those of them that may be written at.
    package init(properties: some Sequence<PropertyID>, writable: Set<PropertyID>) {
        let readable = Set(properties).subtracting(writable)
        self = readable.count <= writable.count ? .everywhere(but: readable) : .only(writable)
    }

    /// Whether the agent may write there.
    package func allows(_ property: PropertyID) -> Bool {
        switch self {
        case .everywhere(let but): !but.contains(property)
        case .only(let properties): properties.contains(property)
        }
    }

    /// What the agent is told who may not write at a property of that name.
    package static func words(at name: String) -> String {
        "You may read at \(name), and not write; your company can change that."
    }

    /// What is told who may not write anywhere.
    package static let nowhere = "You may read here, and not write; your company can change that."
}

extension WriteAccess: Codable {
    private enum Key: String, CodingKey {
        case but, only
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let only = try container.decodeIfPresent(Set<PropertyID>.self, forKey: .only) {
            self = .only(only)
        } else {
            self = .everywhere(but: try container.decode(Set<PropertyID>.self, forKey: .but))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .everywhere(let but): try container.encode(but.sorted(), forKey: .but)
        case .only(let properties): try container.encode(properties.sorted(), forKey: .only)
        }
    }
}
