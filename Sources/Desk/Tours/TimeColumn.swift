import Model

/// One column of a calendar by the hour, a day's or an agent's: its tours in lanes, those that meet
/// side by side.
struct TimeColumn {
    let title: String
    /// Where there is no room for the title.
    let short: String
    let day: LocalDate
    /// When the office is open on it.
    let hours: OfficeDay
    /// By the rows they touch.
    private(set) var blocks: [TimeBlock] = []

    /// A tour, the rows it touches, and where it stands among those that it meets.
    struct TimeBlock {
        let tour: TourRow
        let minutes: Range<Int>
        let rows: Range<Int>
        fileprivate(set) var lane = 0
        /// Lanes of all that meet.
        fileprivate(set) var lanes = 1
        /// Whether the lanes do not suffice for it.
        fileprivate(set) var isHidden = false
    }

    init(
        title: String,
        short: String,
        day: LocalDate,
        hours: OfficeDay,
        tours: [TourRow],
        slots: TimeSlots,
        lanes most: Int,
        selected: TourID?
    ) {
        self.title = title
        self.short = short
        self.day = day
        self.hours = hours
        let all = tours.map { tour -> TimeBlock in
            let minutes = tour.minutesOfDay
            return TimeBlock(tour: tour, minutes: minutes, rows: slots.rows(of: minutes))
        }
        let sorted = all.sorted { Self.order($0) < Self.order($1) }
        var meeting: [TimeBlock] = []
        var end = Int.min
        for block in sorted {
            if block.rows.lowerBound >= end {
                blocks += Self.laid(meeting, most, selected)
                meeting = []
            }
            meeting.append(block)
            end = max(end, block.rows.upperBound)
        }
        blocks += Self.laid(meeting, most, selected)
    }

    /// The blocks that touch a row, by lanes, and how many find no lane and begin there.
    func blocks(in row: Int) -> (shown: [TimeBlock], hidden: Int) {
        let here = blocks.filter { $0.rows.contains(row) }
        let hidden = here.count { $0.isHidden && $0.rows.lowerBound == row }
        return (here.filter { !$0.isHidden }.sorted { $0.lane < $1.lane }, hidden)
    }

    private static func order(_ block: TimeBlock) -> (Int, Int, TourID) {
        (block.rows.lowerBound, block.tour.isLost ? 1 : 0, block.tour.id)
    }

    /// Puts blocks that meet into the first lanes that are free; the selected one always finds one.
    private static func laid(
        _ meeting: [TimeBlock],
        _ most: Int,
        _ selected: TourID?
    ) -> [TimeBlock] {
        var ends: [Int] = []
        var laid = meeting
        for index in laid.indices {
            let rows = laid[index].rows
            let lane = ends.firstIndex { $0 <= rows.lowerBound } ?? ends.count
            if lane == ends.count { ends.append(rows.upperBound) }
            ends[lane] = rows.upperBound
            laid[index].lane = lane
        }
        let lanes = min(ends.count, max(1, most))
        let here = laid.firstIndex { $0.tour.id == selected && $0.lane >= lanes }
        if let here { laid[here].lane = lanes - 1 }
        for index in laid.indices {
            laid[index].lanes = lanes
            let isUnder = here.map { here in
                index != here && laid[index].lane == lanes - 1
                    && laid[index].rows.overlaps(laid[here].rows)
            }
            laid[index].isHidden = laid[index].lane >= lanes || isUnder == true
        }
        return laid
    }
}

extension TourRow {
    /// When it is on its property's wall, in minutes of the day it begins; the rest of one that
    /// ends after midnight is left out.
    var minutesOfDay: Range<Int> {
        let start = localStart.minuteOfDay
        return start..<max(start, min(1_440, start + max(0, minutes)))
    }

    /// Whether it takes nobody's time.
    var isLost: Bool {
        switch status {
        case .cancelled, .noShow: true
        case .scheduled, .completed, .unknown: false
        }
    }
}
