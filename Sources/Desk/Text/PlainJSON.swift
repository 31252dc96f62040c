import Foundation

/// Words for the JSON that the platform keeps in some columns: `dog, labrador, weight 20` of
/// `{"type": "dog", "breed": "labrador", "weight": 20}`.
enum PlainJSON {
    /// Bytes that are looked at; a longer text is shown as it is, cut.
    private static let longest = 2_000
    /// Decoders crash on very deep JSON; what people are shown is flat.
    private static let deepest = 8
    /// Keys whose value says enough by itself.
    private static let silent: Set = ["type", "species", "kind", "breed", "name"]

    /// The words of a text that is JSON; the text itself where it is none.
    static func words(_ text: String) -> String {
        guard text.utf8.count <= longest, depth(text) <= deepest,
            let value = try? JSONSerialization.jsonObject(
                with: Data(text.utf8),
                options: .fragmentsAllowed
            )
        else { return String(text.prefix(longest)) }
        return words(of: value)
    }

    private static func words(of value: Any) -> String {
        switch value {
        case let text as String: text
        case let list as [Any]: join(list.map(words(of:)))
        case let object as [String: Any]:
            join(ordered(object).map { entry($0.key, $0.value) })
        case let number as NSNumber: number.stringValue
        default: ""
        }
    }

    private static func entry(_ key: String, _ value: Any) -> String {
        if let isSo = value as? Bool, isBoolean(value) { return isSo ? plain(key) : "" }
        let words = words(of: value)
        if words.isEmpty || silent.contains(key.lowercased()) { return words }
        return "\(plain(key)) \(words)"
    }

    /// What it is first, the rest by name: JSON keeps no order.
    private static func ordered(_ object: [String: Any]) -> [(key: String, value: Any)] {
        object.sorted { one, other in
            let (first, second) = (silent.contains(one.key), silent.contains(other.key))
            return first == second ? one.key > other.key : first
        }
    }

    private static func plain(_ key: String) -> String {
        key.replacing("_", with: " ")
    }

    private static func join(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static func depth(_ text: String) -> Int {
        var depth = 0
        var most = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth -= 1 }
            most = max(most, depth)
        }
        return most
    }

    /// Numbers and booleans are one class in Foundation; JSON's are told apart by their type.
    private static func isBoolean(_ value: Any) -> Bool {
        guard let number = value as? NSNumber else { return false }
        return String(cString: number.objCType) == "c"
    }
}
