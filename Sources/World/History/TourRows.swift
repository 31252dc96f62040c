import Model

/// Turns tours into rows.
enum TourRows {
    static func row(
        _ tour: TourCast,
        conversation: ConversationID?,
        site: PropertyCast,
        visitor: Visitor,
        unit: String?,
        created: Timestamp,
        _ clock: inout InstantText
    ) -> TableRow {
        TableRow(
            table: .tours,
            values: [
                .id(tour.id), .id(conversation), .id(site.id), .id(tour.agent),
                .text(visitor.name), .text(visitor.email), .text(visitor.phone), .text(unit),
                .text(clock.text(tour.start)), .integer(Int64(tour.minutes)), .text(tour.type),
                .text(tour.status), .text(tour.source), .text(clock.text(created)),
            ]
        )
    }
}
