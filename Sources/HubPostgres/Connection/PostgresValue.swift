import Foundation
import Model

/// A parameter of a statement; PostgreSQL takes each as text and knows its type from the statement.
struct PostgresValue: Sendable, Hashable {
    /// Nil is NULL.
    let text: String?

    private init(_ text: String?) { self.text = text }

    static let null = PostgresValue(nil)

    static func text(_ value: String?) -> PostgresValue { PostgresValue(value) }

    static func integer(_ value: Int) -> PostgresValue { PostgresValue(String(value)) }

    static func id<Kind>(_ value: Identifier<Kind>?) -> PostgresValue { PostgresValue(value?.text) }

    /// An id, or what is before every id.
    static func start(_ value: RowID?) -> PostgresValue {
        PostgresValue((value ?? RowID(high: 0, low: 0)).text)
    }

    /// An array of uuid.
    static func ids<Kind>(_ values: some Sequence<Identifier<Kind>>) -> PostgresValue {
        PostgresValue("{\(values.map(\.text).joined(separator: ","))}")
    }

    /// A bytea.
    static func bytes(_ value: Data) -> PostgresValue {
        PostgresValue("\\x" + digits(value))
    }

    /// An array of bytea.
    static func bytes(_ values: [Data]) -> PostgresValue {
        let elements = values.map { "\"\\\\x\(digits($0))\"" }
        return PostgresValue("{\(elements.joined(separator: ","))}")
    }

    private static func digits(_ value: Data) -> String {
        value.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    static func field(_ value: FieldValue) -> PostgresValue {
        switch value {
        case .null: .null
        case .boolean(let flag): PostgresValue(flag ? "t" : "f")
        case .integer(let number): PostgresValue(String(number))
        case .id(let id): PostgresValue(id.text)
        case .text(let text): PostgresValue(text)
        }
    }
}
