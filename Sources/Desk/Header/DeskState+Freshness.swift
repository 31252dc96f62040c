import Model
import Screen

// How far the screen can be trusted, in words and a sign.
extension DeskState {
    var freshnessWords: (text: String, role: Role) {
        switch freshness {
        case .live: ("\(glyphs.dot) live", .good)
        case .catchingUp: ("\(glyphs.half) catching up", .waiting)
        case .firstSync(let progress): ("\(glyphs.half) first sync \(words(progress))", .waiting)
        case .refetching(let progress):
            ("\(glyphs.half) fetching anew \(words(progress))", .waiting)
        case .offline(let since, let reason): (offlineWords(since, reason), .problem)
        case .refused(let reason): ("\(glyphs.cross) \(reason.words)", .problem)
        }
    }

    /// `▇▇▇▇░░ 1,234 of 5,678 rows`.
    private func words(_ progress: SyncProgress) -> String {
        let rows = Words.count(progress.rows)
        guard let total = progress.total, total > 0 else { return "\(rows) rows" }
        let share = min(1, Double(max(0, progress.rows)) / Double(total))
        let percent = "\(Int(share * 100)) %"
        guard width >= 80 else { return percent }
        let cells = width >= 120 ? 20 : 8
        let bar = glyphs.bar(share, cells: cells)
        let rest = String(repeating: glyphs.emptyBlock, count: max(0, cells - bar.count))
        return "\(bar)\(rest) \(percent), \(rows) of \(Words.count(total)) rows"
    }

    private func offlineWords(_ since: Timestamp, _ reason: OfflineReason) -> String {
        guard reason != .notConnectedYet else { return "\(glyphs.ring) connecting" }
        let local = zone.local(since)
        let time = local.date == today ? local.clock : Words.time(local)
        let offline = "\(glyphs.ring) offline since \(time)"
        return width >= 100 ? "\(offline), \(reason.words)" : offline
    }
}

extension OfflineReason {
    /// Why, and what happens next.
    var words: String {
        switch self {
        case .notConnectedYet: "connecting"
        case .unreachable: "trying again"
        case .untrusted: "no certificate to trust; trying again"
        case .notAHub: "what answers is no hub; trying again"
        case .busy: "the hub is busy; trying again"
        case .hubFault: "the hub has a fault; trying again"
        case .localStorage: "this terminal's disk is full or fails"
        }
    }
}

extension RefusalReason {
    /// What happened; the foot of the screen says what to do.
    var words: String {
        switch self {
        case .revoked: "access was revoked"
        case .unknownDevice: "the hub does not know this terminal"
        case .upgradeNeeded: "this program is too old for the hub"
        }
    }

    /// What to do.
    var remedy: String {
        switch self {
        case .revoked: "Ask your operator for a new code, then run: foyer enroll URL CODE"
        case .unknownDevice: "Enrol again with a new code: foyer enroll URL CODE"
        case .upgradeNeeded: "Install the current foyer and start it again."
        }
    }
}
