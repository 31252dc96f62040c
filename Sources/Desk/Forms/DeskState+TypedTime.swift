import Model

/// What a time means that is typed into a form about a lead: a follow-up's, an email's.
struct TypedTime: Equatable {
    /// `Tue 24 Nov, 09:00 PST`.
    var meaning: String
    var isPast = false

    /// What is typed is no time yet.
    static let unread = TypedTime(meaning: "…")
}

// Times from words, and in words.
extension DeskState {
    /// What that means which is typed into a field; nil where nothing is typed.
    func typedTime(_ label: String, of form: Form) -> TypedTime? {
        guard let words = form.filled(label) else { return nil }
        if label == "send at", words.lowercased() == "now" {
            return TypedTime(meaning: "within a minute")
        }
        let zone = zone(of: form)
        guard case .success(let entry) = DateEntry.parse(words, now: now, in: zone) else {
            return .unread
        }
        let start: Timestamp
        switch entry.occurrence(in: zone) {
        case .once(let time), .twice(let time, _): start = time
        case .never:
            return TypedTime(meaning: "\(weekday(entry.local.date)), \(entry.local.clock)")
        }
        // An email of the present minute would be late when it is kept.
        let isPast = label == "send at" ? start <= now.minute : start < now.minute
        return TypedTime(meaning: meaning(of: start, in: zone), isPast: isPast)
    }

    /// `Tue 24 Nov, 15:00–15:30 PST`, and what that is on the terminal's own clock where it is in
    /// another zone.
    func meaning(of start: Timestamp, minutes: Int = 0, in zone: Zone) -> String {
        let local = zone.local(start)
        let end = zone.local(start.advanced(by: .seconds(minutes * 60)))
        let span = minutes == 0 ? local.clock : "\(local.clock)\(glyphs.dash)\(end.clock)"
        let words = "\(weekday(local.date)), \(span) \(zone.abbreviation(at: start))"
        guard let own = options.zone, own.local(start) != local else { return words }
        let there = own.local(start)
        let day = there.date == local.date ? "" : "\(there.date.weekday.short) "
        return "\(words) (\(day)\(there.clock) \(own.abbreviation(at: start)) on your clock)"
    }

    /// `Tue 24 Nov`, with its year where that is not this one.
    func weekday(_ date: LocalDate) -> String { Words.weekday(date, from: today) }

    /// `Tue 24 Nov 10:30`, with its year where that is not this one, and with the zone's name where
    /// that is not the desk's own.
    func words(_ time: Timestamp, in zone: Zone) -> String {
        let words = Words.time(zone.local(time), from: today)
        return zone == self.zone ? words : "\(words) \(zone.abbreviation(at: time))"
    }

    /// A time as an agent would type it, with its year where it would be taken for another's.
    func typed(_ time: Timestamp, in zone: Zone) -> String {
        let local = zone.local(time)
        let today = zone.local(now).date
        let (year, month, day) = local.date.components
        let isNext = year == today.components.year && local.date >= today
        return "\(month)/\(day)\(isNext ? "" : "/\(year)") \(local.clock)"
    }
}
