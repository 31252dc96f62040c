/// What an agent means who types a time: `tue 3pm`, `tomorrow 10:30`, `12/4 14:00`, `+2h`.
///
/// The rules, as an office in the United States would mean it:
///
/// - A time alone is the next such time; a weekday the next such day on which that time is still to
///   come; a date without a year the next such date, today's included.
/// - `next mon` is the Monday of the next week; a week begins on Monday.
/// - A time without am and pm from 1 to 6 is in the afternoon, `3` and `3:30` are 15:00 and 15:30;
///   from 7 on it is as a clock of 24 hours shows it, and with a leading zero too: `05:00`.
/// - `+2h` and `in 90 minutes` count from the present minute; `+3d` and `in 2 weeks` keep the
///   present time of the day unless another is named. Of a tour that is moved `+1h` is an hour
///   after the tour.
/// - The month stands before the day: `12/4` is the fourth of December.
package struct DateEntry: Hashable, Sendable {
    /// Date and time on the office's wall, to the minute; the wall may skip it or show it twice.
    package let local: LocalDateTime
    /// The instant, where hours or minutes from now are named, which no change of clocks touches.
    package let instant: Timestamp?

    /// When that is.
    package func occurrence(in zone: Zone) -> Occurrence {
        instant.map(Occurrence.once) ?? zone.occurrence(of: local)
    }

    /// A longer text is not looked at; the longest that means a time is half of it.
    private static let longestText = 100

    /// Reads what an agent types; `now` and `zone` are those of the property, and `start` is when
    /// what is moved begins.
    ///
    /// What it answers is a day within some centuries, whatever is typed.
    package static func parse(
        _ text: String,
        now: Timestamp,
        in zone: Zone,
        moving start: Timestamp? = nil
    ) -> Result<DateEntry, DateEntryProblem> {
        guard text.utf8.count <= longestText else { return .failure(DateEntryProblem(.tooLong)) }
        var reader = DateEntryReader(text)
        do throws(DateEntryProblem) {
            return .success(try reader.read().meaning(now: now, in: zone, moving: start))
        } catch {
            return .failure(error)
        }
    }
}
