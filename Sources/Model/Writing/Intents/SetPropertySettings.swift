/// Says what the platform has no column for: a property's zone, the pause between two tours, and
/// the notice that a tour needs.
package struct SetPropertySettings: IntentRule {
    package static let kind = "set_property_settings"

    package var property: PropertyID
    /// An IANA name; nil goes by the property's address.
    package var zone: String?
    package var bufferMinutes: Int?
    package var noticeMinutes: Int?

    package init(
        property: PropertyID,
        zone: String?,
        bufferMinutes: Int?,
        noticeMinutes: Int?
    ) {
        self.property = property
        self.zone = zone
        self.bufferMinutes = bufferMinutes
        self.noticeMinutes = noticeMinutes
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        _ = try rows.required(.property, property)
        if let zone, Zone(zone) == nil { throw Refusal(.badValue, field: "zone") }
        guard (0...BookingOffice.longestBuffer).contains(bufferMinutes ?? 0) else {
            throw Refusal(.badValue, field: "buffer")
        }
        guard (0...BookingOffice.longestNotice).contains(noticeMinutes ?? 0) else {
            throw Refusal(.badValue, field: "notice")
        }
        let values: [String: FieldValue] = [
            "time_zone": .text(zone), "buffer_minutes": Self.number(bufferMinutes),
            "notice_minutes": Self.number(noticeMinutes),
        ]
        if let known = try settings(rows) { return [.update(known, values)] }
        let whole = values.merging(["property_id": .id(property)]) { $1 }
        return [.insert(.propertySettings, property.cast(), whole)]
    }

    private func settings(_ rows: some OfficeRows) throws -> Record? {
        try rows.row(.propertySettings, property.cast())
    }

    private static func number(_ value: Int?) -> FieldValue {
        value.map { .integer(Int64($0)) } ?? .null
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        let known = try settings(rows)
        return .setPropertySettings(
            SetPropertySettings(
                property: property,
                zone: known?.text("time_zone"),
                bufferMinutes: known?.integer("buffer_minutes"),
                noticeMinutes: known?.integer("notice_minutes")
            )
        )
    }
}
