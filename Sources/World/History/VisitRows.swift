import Model

/// Turns visits into rows.
///
/// The columns stand in the catalogue's order: naming them would cost more than everything else a
/// row costs.
struct VisitRows {
    private let dirt: Bool
    private var clock = InstantText()
    private(set) var rows: [TableRow] = []

    init(dirt: Bool) {
        self.dirt = dirt
        rows.reserveCapacity(256)
    }

    mutating func removeAll() { rows.removeAll(keepingCapacity: true) }

    mutating func append(_ row: TableRow) { rows.append(row) }

    /// The visitor after all of their visits.
    mutating func add(_ visitor: Visitor, visits: Int, first: Timestamp, last: Timestamp) {
        let seen = clock.text(last)
        rows.append(
            TableRow(
                table: .user,
                values: [
                    .id(visitor.id), .text(visitor.given?.text), .text(visitor.family?.text),
                    .text(visitor.email), .text(visitor.phone), .integer(visitor.age),
                    .text(visitor.source), .null, .text(visitor.browser),
                    .integer(Int64(visits)), .text(seen), .text(clock.text(first)), .text(seen),
                ]
            )
        )
    }

    /// A visit with everything that belongs to it.
    mutating func add(_ visit: Visit, at site: PropertyCast?, _ chance: inout Chance) {
        rows.append(conversation(visit))
        addMessages(visit, &chance)
        rows.append(analytics(visit, site, id: visit.ids.analytics, &chance))
        // Two writers, one of them late: the newer row is the one that counts.
        if dirt, chance.happens(0.004) {
            rows.append(analytics(visit, site, id: chance.id(), &chance))
        }
        if visit.handling.notified != nil { rows.append(notification(visit)) }
        if let email = visit.handling.email { rows.append(draft(visit, email, site, &chance)) }
        guard let site else { return }
        if let question = visit.talk.question, visit.handling.makesTask {
            rows.append(task(visit, question, site, &chance))
        }
        if let tour = visit.tour { rows.append(self.tour(tour, visit, site)) }
    }

    private mutating func addMessages(_ visit: Visit, _ chance: inout Chance) {
        // Within a second, as clients' clocks have it.
        let fraction = Int64(chance.below(900_000))
        var micros = visit.start.microseconds + fraction
        let isTied = dirt && chance.happens(0.01)
        for (index, line) in visit.talk.lines.enumerated() {
            if !(isTied && index == 1) { micros += Int64(line.gap) * 1_000_000 + 1_013 }
            let at = clock.text(Timestamp(microseconds: micros))
            let isTimeless = dirt && index > 0 && chance.happens(0.0005)
            rows.append(
                TableRow(
                    table: .message,
                    values: [
                        .id(chance.id(RowKind.Row.self)), .id(visit.id),
                        .text(line.sender == .bot ? Literal.bot : Literal.user),
                        .text(line.text), isTimeless ? .null : .text(at), .text(line.kind),
                        line.kind == "text" ? .null : Literal.metadata, .text(at),
                    ]
                )
            )
        }
    }

    private mutating func conversation(_ visit: Visit) -> TableRow {
        let (search, intent) = (visit.talk.search, visit.intent)
        let isShort = intent.arc == .bounce
        let end = visit.end.advanced(by: .seconds(41))
        let start = clock.text(visit.start)
        return TableRow(
            table: .conversation,
            values: [
                .id(visit.id), .id(visit.chatbot), .id(visit.visitor.id), .text(start),
                visit.isLive ? .null : .text(clock.text(end)),
                .boolean(visit.score ?? 0 >= 60), .boolean(intent.booksTour),
                .text(visit.tour?.type), localText(visit.tour?.start),
                isShort ? .null : .text(visit.talk.summary),
                isShort ? .null : .text(search.size),
                isShort ? .null : .text(search.moveIn?.text),
                isShort ? .null : .text("\(search.low).00"),
                isShort ? .null : .text("\(search.high).00"),
                .integer(search.occupants), search.hasPets.map { .boolean($0) } ?? .null,
                .text(search.pet?.json), .text(JSONText.list(search.features)),
                .text(search.work), .text(search.reason),
                .boolean(intent.leavesContact && visit.score ?? 0 >= 75),
                .text(visit.visitor.source), .text(Outcome.status(of: visit)),
                visit.visitor.hasContact ? .text(#"{"sms": false, "email": true}"#) : .null,
                .integer(visit.score), .text(start), .text(clock.text(end)),
            ]
        )
    }

    /// An instant in a column that has no zone: in UTC, as the platform's older readers expect.
    private mutating func localText(_ instant: Timestamp?) -> FieldValue {
        instant.map { .text(String(clock.text($0).dropLast())) } ?? .null
    }

    private mutating func analytics(
        _ visit: Visit,
        _ site: PropertyCast?,
        id: RowID,
        _ chance: inout Chance
    ) -> TableRow {
        let at = clock.text(visit.end)
        return Metrics(visit: visit, site: site).row(id: id, at: at, &chance)
    }

    private mutating func notification(_ visit: Visit) -> TableRow {
        let handling = visit.handling
        let sent = handling.notified.map { clock.text($0) }
        return TableRow(
            table: .leadNotification,
            values: [
                .id(visit.ids.notification), .id(visit.id), .id(handling.agent),
                .text(Outcome.notificationType(of: visit)),
                .text(handling.read == nil ? "sent" : "read"), .text(sent),
                .text(handling.read.map { clock.text($0) }),
                .text(handling.responded.map { clock.text($0) }), .text(sent),
            ]
        )
    }

    private mutating func draft(
        _ visit: Visit,
        _ email: Handling.Email,
        _ site: PropertyCast?,
        _ chance: inout Chance
    ) -> TableRow {
        let letter = Letter.write(visit, site, &chance)
        return TableRow(
            table: .emailDrafts,
            values: [
                .id(chance.id(RowKind.Row.self)), .id(visit.visitor.id), .id(visit.id),
                .text(letter.subject), .text(letter.body),
                .text(String(letter.body.prefix(90))), .text(email.status),
                .text(["medium", "high", "low"][chance.weighted([70, 22, 8])]),
                .text(JSONText.list(chance.happens(0.4) ? letter.tags : [])),
                .text(email.scheduled.map { clock.text($0) }),
                .text(email.sent.map { clock.text($0) }), .text(clock.text(email.created)),
            ]
        )
    }

    private mutating func task(
        _ visit: Visit,
        _ question: (text: String, answer: String),
        _ site: PropertyCast,
        _ chance: inout Chance
    ) -> TableRow {
        let handling = visit.handling
        let isAnswered = handling.answered != nil
        let asked = visit.moment(of: .passesQuestion) ?? visit.end
        return TableRow(
            table: .tasks,
            values: [
                .id(visit.ids.task), .id(site.id), .id(visit.id),
                .id(chance.happens(0.7) ? handling.agent : nil), .text(question.text),
                isAnswered ? .text(question.answer) : .null,
                .text(isAnswered ? handling.taskStatus : "pending"),
                .text(clock.text(asked.advanced(by: .seconds(1)))),
            ]
        )
    }

    /// A tour; without a visit that of somebody who walked in or called.
    mutating func tour(_ tour: TourCast, _ visit: Visit, _ site: PropertyCast) -> TableRow {
        let booked = visit.moment(of: .booksTour) ?? visit.end
        return TourRows.row(
            tour,
            conversation: visit.id,
            site: site,
            visitor: visit.visitor,
            unit: visit.talk.search.size,
            created: booked,
            &clock
        )
    }

    /// A tour of nobody who chatted.
    mutating func addTour(
        _ tour: TourCast,
        of visitor: Visitor,
        at site: PropertyCast,
        created: Timestamp
    ) {
        rows.append(
            TourRows.row(
                tour,
                conversation: nil,
                site: site,
                visitor: visitor,
                unit: nil,
                created: created,
                &clock
            )
        )
    }
}

/// Texts that stand in every message.
private enum Literal {
    static let bot = "bot"
    static let user = "user"
    static let metadata = FieldValue.text(#"{"source": "widget", "confidence": 0.4}"#)
}

extension FieldValue {
    /// A number, or NULL.
    static func integer(_ value: Int?) -> FieldValue { value.map { .integer(Int64($0)) } ?? .null }
}
