/// How often an office's clock shows a date and time.
///
/// Once, but for two hours a year where clocks are changed: one that is skipped in spring, and one
/// that is lived through twice in autumn.
package enum Occurrence: Hashable, Sendable {
    case once(Timestamp)
    /// The clock is put forward over it: the last minute that it shows before, and the first after.
    case never(last: LocalDateTime, next: LocalDateTime)
    /// The clock is put back to before it.
    case twice(earlier: Timestamp, later: Timestamp)
}

extension Zone {
    /// When the wall shows that date and time.
    ///
    /// The rule is our own, so that the terminal and the hub never differ: no library's choice for
    /// a time that does not exist or exists twice has a part in it. It holds for zones that change
    /// their offset at most once in two days, as all do.
    package func occurrence(of local: LocalDateTime) -> Occurrence {
        let wall = local.wallSeconds
        // No zone is further than 15 hours from UTC: a day before and after are around the change.
        let before = offset(at: wall - 86_400)
        let after = offset(at: wall + 86_400)
        guard before != after else { return .once(at(wall - before)) }
        let early = wall - max(before, after)
        let late = wall - min(before, after)
        let isEarly = early + offset(at: early) == wall
        let isLate = late + offset(at: late) == wall
        switch (isEarly, isLate) {
        case (true, true): return .twice(earlier: at(early), later: at(late))
        case (true, false): return .once(at(early))
        case (false, true): return .once(at(late))
        case (false, false):
            let change = firstSecond(of: offset(at: late), after: early, to: late)
            return .never(
                last: LocalDateTime(wallSeconds: change + before - 60),
                next: LocalDateTime(wallSeconds: change + after)
            )
        }
    }

    /// The first second with an offset, which the later one has and the earlier one has not.
    func firstSecond(of offset: Int64, after early: Int64, to late: Int64) -> Int64 {
        var (old, new) = (early, late)
        while new - old > 1 {
            let middle = old + (new - old) / 2
            if self.offset(at: middle) == offset { new = middle } else { old = middle }
        }
        return new
    }

    private func at(_ seconds: Int64) -> Timestamp {
        Timestamp(microseconds: seconds * 1_000_000)
    }
}
