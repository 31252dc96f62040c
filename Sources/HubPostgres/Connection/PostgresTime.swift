import Model

/// PostgreSQL's times as they are on its wire, and as they travel on ours.
///
/// What lies beyond the years 1 to 9999, `infinity` too, becomes the nearest instant that the text
/// of fixed width can say, so that both stores and the replica agree on it.
enum PostgresTime {
    static func instant(_ microseconds: Int64) -> Timestamp {
        let (sum, overflow) = microseconds.addingReportingOverflow(epoch)
        guard !overflow, microseconds != .min, microseconds != .max else {
            return microseconds < 0 ? first : last
        }
        return min(max(Timestamp(microseconds: sum), first), last)
    }

    /// A `timestamp` without zone, `2026-11-14T15:00:00.000000`.
    static func local(_ microseconds: Int64) -> String {
        String(instant(microseconds).text.dropLast())
    }

    static func day(_ days: Int64) -> String {
        let day = min(max(days + epochDay, firstDay), lastDay)
        return LocalDate(dayNumber: Int(day)).text
    }

    /// 2000-01-01, in microseconds and days since 1970.
    private static let epoch: Int64 = 946_684_800_000_000
    private static let epochDay: Int64 = 10_957
    private static let first = Timestamp(microseconds: -62_135_596_800_000_000)
    private static let last = Timestamp(microseconds: 253_402_300_799_999_999)
    private static let firstDay: Int64 = -719_162
    private static let lastDay: Int64 = 2_932_896
}
