import Model

/// Days and times as people write them in a chat.
enum DayWords {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    private static let weekdays: [Language: [String]] = [
        .spanish: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
        .portuguese: ["segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo"],
        .vietnamese: ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"],
        .chinese: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
        .arabic: [
            "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد",
        ],
    ]

    /// When somebody wants to move in.
    static func moveIn(
        _ day: LocalDate,
        today: LocalDate,
        _ language: Language,
        _ chance: inout Chance
    ) -> String {
        guard language == .english else { return short(day, language) }
        let (_, month, date) = day.components
        let name = months[month - 1]
        let away = day.dayNumber - today.dayNumber
        if away < 14, chance.happens(0.4) { return chance.pick(["asap", "as soon as possible"]) }
        switch chance.below(7) {
        case 0: return "\(name) \(date)"
        case 1: return "\(name.prefix(3)) \(Ordinal.text(date))"
        case 2: return "\(date < 11 ? "early" : date < 21 ? "mid" : "late") \(name)"
        case 3: return "the \(Ordinal.text(date)) of \(name)"
        case 4: return "\(month)/\(date)"
        case 5: return "around \(name) \(Ordinal.text(date))"
        default: return name
        }
    }

    /// `Jan 15`, or as the language writes it.
    static func short(_ day: LocalDate, _ language: Language) -> String {
        let (_, month, date) = day.components
        return switch language {
        case .english: "\(months[month - 1].prefix(3)) \(date)"
        case .chinese: "\(month)月\(date)日"
        case .vietnamese: "\(date) tháng \(month)"
        case .spanish, .portuguese, .arabic: "\(date)/\(month)"
        }
    }

    /// `Thursday at 3:30 pm`, `tomorrow at 10`.
    static func tour(_ time: LocalDateTime, today: LocalDate, _ language: Language) -> String {
        let clock = clock(time, language)
        let weekday = time.date.weekday
        let name = weekdays[language]?[weekday.rawValue] ?? weekday.name
        let day = short(time.date, language)
        switch language {
        case .english:
            let away = time.date.dayNumber - today.dayNumber
            let isTomorrow = away == 1
            let word = isTomorrow ? "tomorrow" : away < 7 ? name : "\(name) \(day)"
            return "\(word) at \(clock)"
        case .spanish: return "el \(name) \(day) a las \(clock)"
        case .portuguese: return "\(name), \(day), às \(clock)"
        case .vietnamese: return "\(clock) \(name) \(day)"
        case .chinese: return "\(name)(\(day))\(clock)"
        case .arabic: return "\(name) \(day) الساعة \(clock)"
        }
    }

    /// `3:30 pm`, or on 24 hours where that is usual.
    static func clock(_ time: LocalDateTime, _ language: Language) -> String {
        guard language == .english else { return time.clock }
        let hour = (time.hour + 11) % 12 + 1
        let half = time.hour < 12 ? "am" : "pm"
        return time.minute == 0 ? "\(hour) \(half)" : "\(hour):\(time.clock.suffix(2)) \(half)"
    }

    static func either(_ first: String, _ second: String, _ language: Language) -> String {
        let word =
            switch language {
            case .english: " or "
            case .spanish: " o "
            case .portuguese: " ou "
            case .vietnamese: " hoặc "
            case .chinese: "或"
            case .arabic: " أو "
            }
        return first + word + second
    }

    static func kind(_ type: String, _ language: Language) -> String {
        guard language == .english else { return "" }
        return switch type {
        case "virtual": "a virtual"
        case "self_guided": "a self-guided"
        default: "an in-person"
        }
    }
}
