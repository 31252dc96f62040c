/// What another version of this program meant: it stays in the outbox and is sent as it was
/// written, since the hub may know it, and refuses it where it does not.
///
/// An older version finds one where it takes a newer one's place, a newer one where a kind or an
/// argument is no more. It shows nothing, and no other write waits for it.
package struct ForeignIntent: IntentRule {
    /// What a kind is called that has no name.
    package static let kind = "foreign"

    /// Kind and arguments, whatever they are.
    package let value: JSONValue

    /// Stands for what the agent does not want any more, though its number must be used: no
    /// version does it.
    package static let settled = ForeignIntent(
        value: .object(["kind": .text("settled"), "arguments": .object([:])])
    )

    /// Takes an intent as it was written.
    package init(value: JSONValue) {
        self.value = value
    }

    package init(from decoder: any Decoder) throws {
        value = try JSONValue(from: decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        try value.encode(to: encoder)
    }

    /// Its kind's name, as the version calls it that knows it.
    package var name: String {
        guard case .object(let members) = value, case .text(let name)? = members["kind"] else {
            return Self.kind
        }
        return name
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        throw Refusal(
            .badValue,
            detail: "This version of Foyer does not know what was wanted; update it, or discard it."
        )
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? { nil }
}
