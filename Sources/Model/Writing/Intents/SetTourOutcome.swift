/// Says what became of a tour: given, missed, cancelled, or scheduled after all.
///
/// An outcome can be corrected; the history stays.
package struct SetTourOutcome: IntentRule {
    package static let kind = "set_tour_outcome"

    package var tour: TourID
    package var outcome: Outcome
    /// The status that the agent saw, in the platform's word.
    package var seen: String?
    /// What booking it had changed of the lead, where the booking itself is taken back.
    package var restores: TalkBefore?

    package init(tour: TourID, outcome: Outcome, seen: String?, restores: TalkBefore? = nil) {
        self.tour = tour
        self.outcome = outcome
        self.seen = seen
        self.restores = restores
    }

    /// What became of it.
    package enum Outcome: Hashable, Sendable, Codable {
        /// Given; how interested they are, and in which unit.
        case completed(interest: String?, unit: String?)
        case noShow
        case cancelled(by: TourSide, reason: String?)
        /// Takes an outcome back.
        case scheduled

        var status: String {
            switch self {
            case .completed: "completed"
            case .noShow: "no_show"
            case .cancelled: "cancelled"
            case .scheduled: "scheduled"
            }
        }
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let record = try rows.required(.tours, tour)
        guard record.text("status") == seen else {
            throw Refusal(.changed, table: .tours, row: record.id)
        }
        let before = TourStatus(record.text("status"))
        try check(record, before, act, rows)
        let kind = before == .scheduled ? outcome.status : "corrected"
        var writes: [RowWrite] = [
            .update(record, ["status": .text(outcome.status)]),
            TourHistory.event(act, record.id, kind, try details()),
        ]
        if case .completed = outcome, let talk = try completedTalk(act, record, rows) {
            writes.append(talk)
        }
        if case .cancelled = outcome, let restores,
            let conversation: ConversationID = record.id("conversation_id")
        {
            writes += try restores.writes(act, conversation, rows)
        }
        return writes
    }

    private func check(
        _ record: Record,
        _ before: TourStatus,
        _ act: Act,
        _ rows: some OfficeRows
    ) throws {
        guard let start = record.instant("tour_datetime") else { return }
        switch outcome {
        case .completed, .noShow:
            // A cancelled tour can neither have been given nor missed.
            guard before != .cancelled else {
                throw Refusal(.tourOver, table: .tours, row: record.id)
            }
            guard start <= act.at else { throw Refusal(.tourAhead, table: .tours, row: record.id) }
        case .cancelled:
            guard before == .scheduled else {
                throw Refusal(.tourOver, table: .tours, row: record.id)
            }
        case .scheduled:
            guard start > act.at, let tour = BookedTour(record) else { return }
            // Its time may have been given to somebody else meanwhile.
            try rows.requireFree(
                BookingSlot(
                    start: .instant(start),
                    minutes: tour.minutes,
                    manager: tour.manager,
                    moving: tour.id
                ),
                at: tour.property,
                start: start,
                now: act.at,
                confirmed: true
            )
        }
    }

    private func details() throws -> [String: FieldValue] {
        switch outcome {
        case .completed(let interest, let unit):
            [
                "interest": try FieldRule.optional(interest, "interest", .tourEvent, "interest"),
                "unit": try FieldRule.optional(unit, "unit", .tourEvent, "unit"),
            ]
        case .cancelled(let side, let reason):
            [
                "asked_by": .text(side.rawValue),
                "reason": try FieldRule.optional(reason, "reason", .tourEvent, "reason"),
            ]
        case .noShow, .scheduled: [:]
        }
    }

    private func completedTalk(
        _ act: Act,
        _ record: Record,
        _ rows: some OfficeRows
    ) throws -> RowWrite? {
        guard let conversation: ConversationID = record.id("conversation_id"),
            let talk = try rows.row(.conversation, conversation.cast()),
            SessionStatus.rank(talk.text("status")) < SessionStatus.rank("tour_completed")
        else { return nil }
        return .update(talk, ["status": .text("tour_completed"), "updated_at": .instant(act.at)])
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        let record = try rows.required(.tours, tour)
        let back: Outcome? =
            switch TourStatus(record.text("status")) {
            case .scheduled: .scheduled
            case .completed: .completed(interest: nil, unit: nil)
            case .noShow: .noShow
            case .cancelled: outcome == .scheduled ? .cancelled(by: .office, reason: nil) : nil
            case .unknown: nil
            }
        return back.map {
            .setTourOutcome(SetTourOutcome(tour: tour, outcome: $0, seen: outcome.status))
        }
    }
}

extension TourHistory {
    /// An entry of no new time.
    static func event(
        _ act: Act,
        _ tour: RowID,
        _ kind: String,
        _ more: [String: FieldValue]
    ) -> RowWrite {
        event(act, tour, kind, to: nil, more)
    }
}

/// Says that a tour was confirmed with who comes.
package struct ConfirmTour: IntentRule {
    package static let kind = "confirm_tour"

    package var tour: TourID

    package init(tour: TourID) {
        self.tour = tour
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let record = try rows.required(.tours, tour)
        guard TourStatus(record.text("status")) == .scheduled else {
            throw Refusal(.tourOver, table: .tours, row: record.id)
        }
        return [TourHistory.event(act, record.id, "confirmed", [:])]
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? { nil }
}
