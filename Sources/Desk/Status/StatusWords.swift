package import Model

/// A report in lines: for the desk's view and for `foyer status` alike.
package struct StatusWords: Sendable {
    let report: StatusReport
    let now: Timestamp
    let zone: Zone

    /// `zone` is the one that times are told in.
    package init(_ report: StatusReport, now: Timestamp, zone: Zone) {
        self.report = report
        self.now = now
        self.zone = zone
    }

    /// A line: what it is about, empty where the line before says so, and what is to be said.
    package struct Line: Hashable, Sendable {
        package var label: String
        package var text: String
        /// Whether somebody should do something about it.
        package var isProblem = false
    }

    /// Seconds that two clocks may differ without harm: a tour is booked by the minute.
    private static let harmlessSeconds = 30
    /// How long a write may wait for the hub before somebody should look.
    private static let patience = Duration.seconds(3_600)

    /// Everything, what is wrong first; by what it is about.
    package var blocks: [[Line]] { [advice, link, outbox, replica] }

    /// What is wrong and what to do; one line that says so where nothing is.
    private var advice: [Line] {
        let found = [linkAdvice, clockAdvice, outboxAdvice].flatMap { $0 }
        guard !found.isEmpty else { return [Line(label: "to do", text: "nothing; all is well")] }
        return labelled("to do", found, isProblem: true)
    }

    private var linkAdvice: [String] {
        switch report.link.state {
        case .offline:
            ["The hub is not reached: check the network, and foyer-hub at \(report.hub)."]
        case .refused:
            ["The hub refuses this terminal: ask the operator for a code, then foyer enroll."]
        case .notBegun, .connecting, .copying, .live, .catchingUp, .refetching: []
        }
    }

    private var clockAdvice: [String] {
        guard let ahead = report.link.clockAhead, abs(ahead) > Self.harmlessSeconds else {
            return []
        }
        return ["This clock is \(distance(ahead)): set it, timedatectl set-ntp true."]
    }

    private var outboxAdvice: [String] {
        var found: [String] = []
        if let oldest = report.oldest, now.since(oldest) > Self.patience {
            found.append("Writes wait since \(time(oldest)): they go out once the hub is reached.")
        }
        if report.attention > 0 {
            let writes = Words.count(report.attention, "write")
            found.append("\(writes) refused: 7 on the desk, or foyer outbox list.")
        }
        return found
    }

    private var link: [Line] {
        let link = report.link
        let troubles = link.troubles.map { "\(time($0.at))  \($0.words)" }
        let calls = link.calls.map { call in
            let outcome = call.status.map(String.init) ?? "no answer"
            let duration = "\(Words.count(call.milliseconds)) ms"
            let wait = call.waits ? ", waited for a change" : ""
            return "\(time(call.at))  \(call.name)  \(outcome)  \(duration)\(wait)"
        }
        return [
            Line(label: "hub", text: report.hub),
            Line(label: "link", text: standing),
            Line(label: "cursor", text: age(link.followed)),
            Line(label: "last change", text: age(link.changed)),
            Line(label: "clock", text: link.clockAhead.map(distance) ?? "not compared yet"),
        ]
            + labelled("last answers", calls.isEmpty ? ["none"] : calls)
            + labelled("last errors", troubles.isEmpty ? ["none"] : troubles)
    }

    private var standing: String {
        let link = report.link
        let since = link.since.map { " since \(time($0))" } ?? ""
        return "\(link.state.rawValue)\(since)\(link.reason.map { ": \($0)" } ?? "")"
    }

    /// How far this clock is from the hub's.
    private func distance(_ ahead: Int) -> String {
        abs(ahead) <= 1
            ? "as the hub’s"
            : "\(Words.count(abs(ahead))) s \(ahead > 0 ? "ahead of" : "behind") the hub’s"
    }

    private var outbox: [Line] {
        let kinds = report.waiting.map { "\(Words.count($0.count)) \($0.name)" }
        var lines = [
            Line(label: "waiting", text: kinds.isEmpty ? "nothing" : kinds.joined(separator: ", "))
        ]
        if let oldest = report.oldest { lines.append(Line(label: "oldest", text: age(oldest))) }
        lines.append(Line(label: "sent", text: Words.count(report.sent)))
        lines.append(Line(label: "refused", text: Words.count(report.attention)))
        let writes = report.writes.map { "\(time($0.at))  \($0.kind): \($0.outcome)" }
        return lines + labelled("last writes", writes.isEmpty ? ["none"] : writes)
    }

    private var replica: [Line] {
        let rows = report.rows.map { "\(Words.count($0.count)) \($0.name)" }
        let total = report.rows.reduce(0) { $0 + $1.count }
        let versions = report.versions
        let engine = versions.engine.map { ", SQLite \($0)" } ?? ""
        let program = "protocol \(versions.wire), schema \(versions.schema), "
        return [
            Line(label: "replica", text: "\(size), \(Words.count(total, "row"))"),
            Line(label: "rows", text: rows.isEmpty ? "none" : rows.joined(separator: ", ")),
            Line(label: "profile", text: report.profile),
            Line(label: "versions", text: "\(program)replica \(versions.replica)\(engine)"),
        ]
    }

    private var size: String {
        report.bytes < 1_048_576
            ? "\(Words.count(report.bytes / 1_024)) KiB"
            : "\(Words.count(report.bytes / 1_048_576)) MiB"
    }

    private func labelled(_ label: String, _ texts: [String], isProblem: Bool = false) -> [Line] {
        texts.enumerated().map { index, text in
            Line(label: index == 0 ? label : "", text: text, isProblem: isProblem)
        }
    }

    private func time(_ time: Timestamp) -> String {
        let local = zone.local(time)
        let isToday = local.date == zone.local(now).date
        return isToday ? local.clock : "\(Words.day(local.date)) \(local.clock)"
    }

    private func age(_ instant: Timestamp?) -> String {
        guard let instant else { return "never" }
        let age = Words.short(max(.zero, now.since(instant)))
        return age == "now" ? "\(time(instant)), just now" : "\(time(instant)), \(age) ago"
    }
}
