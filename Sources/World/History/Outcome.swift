import Model

/// What the platform writes down of how a visit ended.
enum Outcome {
    /// `conversation.status`; a visitor who left nothing to be reached by is done or gone.
    static func status(of visit: Visit) -> String {
        if visit.isLive { return visit.talk.lines.count < 4 ? "chat_initiated" : "active" }
        if visit.intent.wantsPerson { return "handed_off" }
        if let tour = visit.tour {
            switch TourStatus(tour.status) {
            case .completed: return "tour_completed"
            case .scheduled: return "tour_scheduled"
            case .cancelled, .noShow, .unknown: return "info_collected"
            }
        }
        if visit.visitor.hasContact {
            return visit.talk.lines.count.isMultiple(of: 5) ? "completed" : "info_collected"
        }
        return visit.intent.breaksOff || visit.intent.arc == .bounce ? "abandoned" : "completed"
    }

    /// `lead_notification.notification_type`.
    static func notificationType(of visit: Visit) -> String {
        if visit.intent.booksTour { return "tour_booked" }
        if visit.intent.wantsPerson { return "handoff" }
        return visit.talk.question == nil ? "new_lead" : "unanswered_question"
    }
}
