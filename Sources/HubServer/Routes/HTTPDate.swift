import Model

/// An instant as HTTP's headers have it (RFC 9110, section 5.6.7).
enum HTTPDate {
    /// Such as `Thu, 26 Nov 2026 13:39:42 GMT`.
    static func text(_ time: Timestamp) -> String {
        let days = time.seconds / 86_400
        let second = Int(time.seconds % 86_400)
        let date = LocalDate(dayNumber: Int(days))
        let (year, month, day) = date.components
        let clock = [second / 3_600, second / 60 % 60, second % 60].map(twoDigits)
        return """
            \(date.weekday.short), \(twoDigits(day)) \(months[month - 1]) \(year) \
            \(clock.joined(separator: ":")) GMT
            """
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
