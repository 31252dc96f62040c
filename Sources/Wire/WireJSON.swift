package import Foundation

/// Small JSON bodies and lines, checked for depth and size before they are decoded.
package enum WireJSON {
    /// Encodes one of our own values: keys in order, no slashes escaped, on one line.
    package static func encode(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else {
            // Texts, numbers and ids of our own types; nothing from outside chooses them.
            preconditionFailure("a wire value of ours is always JSON: \(type(of: value))")
        }
        return Array(data)
    }

    /// Decodes what the other side sent.
    package static func decode<Value: Decodable>(
        _ type: Value.Type,
        _ bytes: UnsafeRawBufferPointer
    ) throws(WireError) -> Value {
        try decode(type, Data(bytes))
    }

    /// Decodes what the other side sent.
    package static func decode<Value: Decodable>(
        _ type: Value.Type,
        _ data: Data
    ) throws(WireError) -> Value {
        guard JSONDepth.isAtMost(WireLimits.jsonDepth, data) else { throw .tooDeep }
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch {
            throw .malformed("JSON")
        }
    }
}
