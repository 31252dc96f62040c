import Foundation
import Model

// When a day at the office is, so that it passes on any day of the year.
extension DeskDay {
    static var now: Timestamp {
        Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }

    /// A zone in which it is now between four and twenty o'clock, on no holiday where there is one.
    static func quietZone(at now: Timestamp) -> Zone {
        let quiet = zones.filter { (4...20).contains($0.local(now).hour) }
        let free = quiet.first { Holidays().closing(on: $0.local(now).date) == nil }
        return free ?? quiet.first ?? .utc
    }

    /// A zone in which no holiday forbids a tour now, and the next hour is of the same day.
    ///
    /// There is always one: two days of the year are it somewhere at any time, and no two days on
    /// which every office is closed follow each other.
    static func openZone(at now: Timestamp) -> Zone {
        let open = zones.filter { zone in
            let local = zone.local(now)
            return local.hour < 23 && Holidays().closing(on: local.date)?.isCertain != true
        }
        let certain = open.filter { Holidays().closing(on: $0.local(now).date) == nil }
        return (certain.isEmpty ? open : certain).first ?? .utc
    }

    /// The office's day: `2026-11-23`.
    var today: String { zone.local(Self.now).date.text }

    /// The first day from the day after tomorrow on that is no holiday.
    var openDay: String { openDate.text }

    private var openDate: LocalDate {
        let today = zone.local(Self.now).date
        let days = (2...9).map { today.adding(days: $0) }
        return days.first { Holidays().closing(on: $0) == nil } ?? days[0]
    }

    /// A time of that day as an agent types it: `12/4 10:30`.
    func typed(_ time: String) -> String {
        let (_, month, day) = openDate.components
        return "\(month)/\(day) \(time)"
    }

    /// Minutes from now to an hour of that day.
    func minutes(toHour hour: Int) -> Int {
        let local = LocalDateTime(date: openDate, secondOfDay: hour * 3_600)
        return Int((zone.instant(local).microseconds - Self.now.microseconds) / 60_000_000)
    }

    /// Every hour that a clock shows somewhere; `Etc/GMT+5` is five hours behind (POSIX).
    private static let zones = (-14...12).map { $0 < 0 ? "Etc/GMT\($0)" : "Etc/GMT+\($0)" }
        .compactMap { Zone($0) }
}
