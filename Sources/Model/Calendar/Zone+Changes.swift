/// A moment at which a zone's clocks are changed.
struct ClockChange: Hashable {
    var at: Timestamp
    /// Seconds east of UTC.
    var offsetBefore: Int64
    var offsetAfter: Int64
    var isSummer: Bool
}

extension Zone {
    /// The changes of the clocks in a stretch of time; no zone has two within a day.
    func changes(in times: ClosedRange<Timestamp>) -> [ClockChange] {
        var changes: [ClockChange] = []
        var here = times.lowerBound.seconds
        while here < times.upperBound.seconds {
            let next = min(here + 86_400, times.upperBound.seconds)
            let (before, after) = (offset(at: here), offset(at: next))
            if before != after {
                let second = firstSecond(of: after, after: here, to: next)
                let at = Timestamp(microseconds: second * 1_000_000)
                changes.append(
                    ClockChange(
                        at: at,
                        offsetBefore: before,
                        offsetAfter: after,
                        isSummer: isSummer(at: at)
                    )
                )
            }
            here = next
        }
        return changes
    }

    /// What the clocks show at a moment, as if they had been changed to it then.
    func clock(at instant: Timestamp) -> ClockChange {
        let offset = offset(at: instant.seconds)
        return ClockChange(
            at: instant.wholeSecond,
            offsetBefore: offset,
            offsetAfter: offset,
            isSummer: isSummer(at: instant)
        )
    }
}
