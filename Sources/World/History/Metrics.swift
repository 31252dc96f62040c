import Model

/// What the platform's analytics count of a visit.
struct Metrics {
    let visit: Visit
    let site: PropertyCast?

    /// The row of `amplitude_analytics`, in the catalogue's order.
    func row(id: RowID, at: String, _ chance: inout Chance) -> TableRow {
        let offer = chance.happens(0.3)
        let isEnded = !visit.isLive
        var values: [FieldValue] = [
            .id(id), .id(visit.id), .id(visit.visitor.id), .boolean(true),
            .integer(visit.talk.count(.visitor)), .integer(visit.talk.count(.bot)),
            .integer(chance.weighted([62, 22, 11, 5])), .boolean(visit.intent.leavesContact),
            .text(contactMethod), .boolean(visit.intent.booksTour), .text(visit.tour?.type),
            .integer(chance.weighted([88, 10, 2])), .integer(chance.weighted([90, 9, 1])),
            .boolean(offer), .boolean(offer && visit.intent.booksTour),
            .boolean(offer && !visit.intent.booksTour && isEnded && chance.happens(0.4)),
            .boolean(visit.intent.wantsPerson), .boolean(visit.intent.wantsPerson),
            .boolean(isEnded && visit.intent.breaksOff), .boolean(isEnded),
            .integer(chance.weighted([70, 20, 7, 3])),
        ]
        values += calculated(&chance)
        values += [.text(at), .text(at)]
        return TableRow(table: .amplitudeAnalytics, values: values)
    }

    /// What the platform works out from the counters.
    private func calculated(_ chance: inout Chance) -> [FieldValue] {
        let score = visit.score ?? 0
        let isSigned = visit.tour.map { TourStatus($0.status) == .completed } ?? false
        return [
            .integer(visit.talk.seconds), .text(score >= 70 ? "high" : score >= 40 ? "med" : "low"),
            .boolean(score >= 60), .boolean(score >= 85), .boolean(visit.intent.booksTour),
            .boolean(score >= 80), .boolean(isSigned && chance.happens(0.3)),
            .text(visit.visitor.browser),
            .text("s-\(Hexadecimal.text(visit.id.high >> 16, digits: 12))"),
            site.map { .text("https://www.\($0.slug).example/\(Self.pages[score % 5])") } ?? .null,
        ]
    }

    private static let pages = ["", "floorplans", "amenities", "contact", "pricing"]

    private var contactMethod: String? {
        guard visit.intent.leavesContact else { return nil }
        return visit.visitor.email == nil ? "phone" : "email"
    }
}
