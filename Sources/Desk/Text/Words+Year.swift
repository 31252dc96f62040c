import Model

// Days that somebody typed are read back whole: with their year where it is not this one.
extension Words {
    /// `Tue 24 Nov`, and of another year `Tue 1 Jan 2030`.
    static func weekday(_ date: LocalDate, from today: LocalDate) -> String {
        let year = date.components.year
        return year == today.components.year ? weekday(date) : "\(weekday(date)) \(year)"
    }

    /// `Tue 24 Nov 10:30`, and of another year `Tue 1 Jan 2030 10:30`.
    static func time(_ local: LocalDateTime, from today: LocalDate) -> String {
        "\(weekday(local.date, from: today)) \(local.clock)"
    }
}
