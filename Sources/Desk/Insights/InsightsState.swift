import Model

/// The insights: which period is looked at, and how far down one has scrolled.
struct InsightsState: Equatable, Sendable {
    private(set) var period = InsightsPeriod.month
    private(set) var page: InsightsPage?
    private(set) var top = 0

    func query(today: LocalDate, property: PropertyID?) -> InsightsQuery {
        InsightsQuery(period: period, last: today, property: property)
    }

    mutating func take(_ arrived: InsightsPage) {
        page = arrived
    }

    mutating func lose() {
        page = nil
    }

    /// The metric that is plotted by the day; nil where none is.
    private(set) var metric: String?

    /// The series of the metric that is plotted.
    var series: InsightsPage.MetricSeries? {
        page?.metrics.first { $0.column == metric }
    }

    /// Plots the next metric, or the one before, around the ends.
    mutating func turnMetric(by step: Int) {
        let columns = Catalogue.engagementMetrics.map(\.name)
        guard let here = columns.firstIndex(where: { $0 == metric }) else {
            metric = step < 0 ? columns.last : columns.first
            return
        }
        metric = columns[(here + step + columns.count) % columns.count]
    }

    /// Plots a metric; the one that is plotted already is folded again.
    mutating func choose(_ column: String) {
        metric = metric == column ? nil : column
    }

    /// Scrolls so that some lines are seen, no further than it must.
    mutating func show(_ lines: ClosedRange<Int>, by rows: Int) {
        top = min(lines.lowerBound, max(top, lines.upperBound - rows + 1))
    }

    /// Takes the next longer period, or the next shorter.
    mutating func turnPeriod(by step: Int) {
        period = period.advanced(by: step)
        top = 0
    }

    mutating func scroll(_ step: Step, by rows: Int, lines: Int) {
        top = step.scrolled(top, by: rows, lines: lines)
    }
}

/// The report of a day.
struct ReportState: Equatable, Sendable {
    /// Nil is today.
    private(set) var chosenDay: LocalDate?
    private(set) var report: DayReport?
    private(set) var top = 0
    /// The day whose report is written to files as soon as it is here.
    var wanted: LocalDate?

    func day(today: LocalDate) -> LocalDate { chosenDay ?? today }

    mutating func take(_ arrived: DayReport) {
        report = arrived
    }

    mutating func lose() {
        report = nil
    }

    /// Goes to another day, no further than today.
    mutating func move(by days: Int, today: LocalDate) {
        let day = min(today, self.day(today: today).adding(days: days))
        chosenDay = day == today ? nil : day
        top = 0
    }

    mutating func scroll(_ step: Step, by rows: Int, lines: Int) {
        top = step.scrolled(top, by: rows, lines: lines)
    }
}

extension Step {
    /// The first line that is seen after this step.
    func scrolled(_ top: Int, by rows: Int, lines: Int) -> Int {
        let most = max(0, lines - rows)
        if let count = self.rows(of: rows) { return min(max(0, top + count), most) }
        return self == .first ? 0 : most
    }
}
