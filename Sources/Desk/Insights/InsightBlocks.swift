import Model
import Screen

/// Draws the insights as blocks: a title, a plot, and the same in words.
struct InsightBlocks {
    let desk: DeskState
    let page: InsightsPage
    let room: Int

    private var glyphs: Glyphs { desk.glyphs }
    private var words: InsightWords { InsightWords(page: page) }
    private var plot: Plot { Plot(isASCII: desk.options.isASCII) }
    private var inner: Int { max(1, room - 2) }

    /// What happened to leads.
    var left: [Line] {
        block("From chat to tour", words.funnel, funnel)
            + block("Chats by day", words.leads, leads)
            + block("Where leads come from", words.sources, sources)
            + block("Tours by outcome", words.tours, tours)
    }

    /// What the office and the widget did.
    var right: [Line] {
        block("First response, in open hours", words.responses, spark(page.responsesByDay))
            + block("Answers to questions, in open hours", words.answers, spark(page.answersByDay))
            + block("Engagement", measured, metrics)
    }

    private var measured: String {
        "\(Words.count(page.measured, "chat")) measured; in all, and by day."
    }

    private func block(_ title: String, _ sentence: String, _ lines: [Line]) -> [Line] {
        let sentences = DisplayText(outside: sentence).wrapped(width: inner).prefix(3)
        return [plain(title, .title)] + sentences.map { plain($0, .quote) } + lines
            + [Line(room: room)]
    }

    private var funnel: [Line] {
        let funnel = page.funnel
        return [
            ("chats", funnel.chats), ("contact left", funnel.contacts),
            ("tour booked", funnel.booked), ("tour kept", funnel.completed),
        ].map { bar($0.0, $0.1, of: funnel.chats, note: words.percent($0.1, of: funnel.chats)) }
    }

    private var sources: [Line] {
        let most = page.sources.map(\.leads).max() ?? 0
        return page.sources.map { source in
            bar(source.name, source.leads, of: most, note: "\(Words.count(source.booked)) booked")
        }
    }

    private var tours: [Line] {
        let all = page.tours.values.reduce(0, +)
        let most = page.tours.values.max() ?? 0
        return TourOutcome.allCases.compactMap { outcome in
            guard let count = page.tours[outcome] else { return nil }
            return bar(
                outcome.words,
                count,
                of: most,
                note: words.percent(count, of: all),
                role: outcome.role
            )
        }
    }

    private static let labelWidth = 16
    private static let noteWidth = 12

    /// `contact left      151 ▇▇▇▇▇▇   37 %`.
    private func bar(
        _ label: String,
        _ value: Int,
        of most: Int,
        note: String,
        role: Role = .accent
    ) -> Line {
        var line = Line(room: room)
        line.pad(to: 2)
        line.add(DisplayText(outside: label), column: Self.labelWidth, .text)
        line.add(DisplayText(outside: Words.count(value)), rightColumn: 7, .name)
        line.add(.blanks(1))
        let cells = max(1, room - line.width - Self.noteWidth - 2)
        let share = most > 0 ? Double(value) / Double(most) : 0
        line.add(DisplayText(outside: glyphs.bar(share, cells: cells)), column: cells, role)
        line.add(DisplayText(outside: note), rightColumn: Self.noteWidth, .muted)
        return line
    }

    private static let plotRows = 4

    /// Columns with what they reach at their left and the days below.
    private var leads: [Line] { columns(page.leadsByDay) }

    private func columns(_ values: [Int]) -> [Line] {
        let margin = 7
        let cells = max(1, room - margin - 2)
        let most = values.max() ?? 0
        let rows = plot.columns(values, cells: cells, rows: Self.plotRows)
        var lines = rows.enumerated().map { index, signs in
            let label = index == 0 ? Words.count(most) : index == rows.count - 1 ? "0" : ""
            var line = Line(room: room)
            line.add(DisplayText(outside: label), rightColumn: margin - 1, .muted)
            line.add(.blanks(1))
            line.add(DisplayText(outside: signs), .accent)
            return line
        }
        var axis = Line(room: room)
        axis.pad(to: margin)
        axis.add(DisplayText(outside: Words.day(page.query.days.first)), .muted)
        let last = DisplayText(outside: "\(Words.day(page.query.days.last)) ")
        axis.addAtEdge(last, .muted)
        lines.append(axis)
        return lines
    }

    /// The median of each day, with the highest at its right.
    private func spark(_ medians: [Int?]) -> [Line] {
        guard let most = medians.compactMap(\.self).max() else { return [] }
        var line = Line(room: room)
        line.pad(to: 2)
        line.add(DisplayText(outside: "median by day"), column: Self.labelWidth, .text)
        let note = DisplayText(outside: "up to \(ReportWords.time(most))")
        let cells = max(1, line.left - note.width - 3)
        line.add(DisplayText(outside: plot.sparkline(medians, cells: cells)), .accent)
        line.addAtEdge(DisplayText(outside: "\(note.string) "), .muted)
        return [line]
    }

    private static let metricWidth = 23

    private var metrics: [Line] {
        page.metrics.flatMap { series in
            let isPlotted = desk.insights.metric == series.column
            var lines = [line(of: series, isPlotted: isPlotted)]
            if isPlotted { lines += plotted(series) }
            for index in lines.indices { lines[index].aim(at: .metric(series.column)) }
            return lines
        }
    }

    /// What a metric did in words, and its days as columns.
    private func plotted(_ series: InsightsPage.MetricSeries) -> [Line] {
        let sentences = DisplayText(outside: words.byDay(series)).wrapped(width: inner).prefix(3)
        return sentences.map { plain($0, .quote) } + (series.total > 0 ? columns(series.byDay) : [])
    }

    private func line(of series: InsightsPage.MetricSeries, isPlotted: Bool) -> Line {
        var line = Line(room: room)
        line.isSelected = isPlotted
        line.add(DisplayText(outside: isPlotted ? glyphs.selected : " "), .selected)
        line.pad(to: 2)
        line.add(DisplayText(outside: series.words), column: Self.metricWidth, .text)
        line.add(DisplayText(outside: Words.count(series.total)), rightColumn: 8, .name)
        line.add(.blanks(1))
        let trend = series.total > 0 ? words.trend(series.byDay) : ""
        let cells = max(1, line.left - 9)
        let signs = plot.sparkline(series.byDay.map(Optional.some), cells: cells)
        line.add(DisplayText(outside: signs), column: cells, .accent)
        line.add(DisplayText(outside: trend), rightColumn: 8, .muted)
        return line
    }

    private func plain(_ words: String, _ role: Role) -> Line {
        plain(DisplayText(outside: words), role)
    }

    private func plain(_ text: DisplayText, _ role: Role) -> Line {
        var line = Line(room: room)
        line.pad(to: 1)
        line.add(text, role)
        return line
    }
}

extension TourOutcome {
    /// What a bar of it is drawn as.
    var role: Role {
        switch self {
        case .kept: .good
        case .missed: .problem
        case .cancelled: .muted
        case .toCome: .accent
        case .open: .waiting
        }
    }
}
