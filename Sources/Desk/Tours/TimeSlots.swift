import Model

/// The rows of a calendar by the hour: each stands for as many minutes as the room allows.
struct TimeSlots: Equatable {
    /// Minutes of a row: a divisor of an hour, at most 30, so that a tour's length shows.
    let step: Int
    /// The minute of the day at which the first row begins.
    let first: Int
    let count: Int
    /// Minutes of the whole stretch, of which some may be out of sight.
    let whole: Range<Int>

    private static let steps = [5, 10, 15, 30]

    /// The stretch in the finest rows that fit; where none does, the part of it around a minute.
    init(covering stretch: Range<Int>, height: Int, around minute: Int) {
        let start = max(0, stretch.lowerBound / 60 * 60)
        let end = min(1_440, (max(stretch.upperBound, start + 60) + 59) / 60 * 60)
        whole = start..<end
        let coarsest = Self.steps.last ?? 30
        step = Self.steps.first { (end - start) / $0 <= height } ?? coarsest
        let rows = (end - start) / step
        count = max(0, min(rows, height))
        let here = (minute - start) / step
        let top = max(0, min(here - count / 3, rows - count))
        first = start + top * step
    }

    /// The minutes that are in sight.
    var shown: Range<Int> { first..<first + count * step }

    /// The minute at which a row begins.
    func minute(_ row: Int) -> Int { first + row * step }

    /// The rows that a stretch of a day touches, one at least; rows out of sight have numbers too.
    func rows(of minutes: Range<Int>) -> Range<Int> {
        let start = Self.floor(minutes.lowerBound - first, step)
        let end = Self.floor(minutes.upperBound - first + step - 1, step)
        return start..<max(start + 1, end)
    }

    private static func floor(_ value: Int, _ step: Int) -> Int {
        value >= 0 ? value / step : -((-value + step - 1) / step)
    }
}
