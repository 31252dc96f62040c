import Foundation
import Wire

/// What an agent may do at a property: the lower of what the manager's row and what the assignment
/// says.
package enum AccessLevel: Int, Hashable, Sendable, Comparable {
    case read
    case write

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Of `property_manager.access_level` and an assignment's `permissions`.
    package init(manager: String?, permissions: String?) {
        self = min(Self(word: manager) ?? .read, Self(permissions: permissions))
    }

    /// What an assignment leaves of a manager's level.
    ///
    /// NULL and an empty object say nothing, and so take nothing away. All else is asked for a word
    /// that is known; what is not understood grants nothing.
    private init(permissions: String?) {
        guard let permissions else {
            self = .write
            return
        }
        let bytes = Data(permissions.utf8)
        // Deep JSON crashes decoders, and the platform's column takes any.
        guard JSONDepth.isAtMost(WireLimits.jsonDepth, bytes),
            let said = try? JSONDecoder().decode(Said.self, from: bytes)
        else {
            self = .read
            return
        }
        self = said.level ?? .read
    }

    private init?(word: String?) {
        switch word?.lowercased() {
        case "write": self = .write
        case "read": self = .read
        default: return nil
        }
    }

    /// The shapes in which permissions are met: `{"access": "read"}`, `{"write": true}`,
    /// `["read", "write"]`, `"write"`.
    private struct Said: Decodable {
        var level: AccessLevel?

        init(from decoder: any Decoder) throws {
            let single = try decoder.singleValueContainer()
            if single.decodeNil() {
                level = .write
            } else if let word = try? single.decode(String.self) {
                level = AccessLevel(word: word)
            } else if let words = try? single.decode([String].self) {
                level = words.compactMap { AccessLevel(word: $0) }.max()
            } else {
                level = Self.level(of: try single.decode([String: Loose].self))
            }
        }

        private static func level(of object: [String: Loose]) -> AccessLevel? {
            guard !object.isEmpty else { return .write }
            let words = ["access", "access_level", "level"].compactMap { object[$0]?.word }
            guard words.isEmpty else {
                // Of two that differ the lower counts, and one that is not known is the lowest.
                return words.map { AccessLevel(word: $0) ?? .read }.min()
            }
            return object["write"]?.flag == true ? .write : nil
        }
    }

    /// A member of any type, of which only two matter.
    private struct Loose: Decodable {
        var word: String?
        var flag: Bool?

        init(from decoder: any Decoder) throws {
            let single = try decoder.singleValueContainer()
            word = try? single.decode(String.self)
            flag = try? single.decode(Bool.self)
        }
    }
}
