import Desk
import Link
import Model
import Replica

/// What the desk wants kept, done one after the other beside the drawing thread.
struct DeskWrites: Sendable {
    let writer: ReplicaWriter
    let outbox: Outbox
    let directory: ProfileDirectory
    let now: @Sendable () -> Timestamp
    /// Tells sending that something waits.
    let stir: @Sendable () async -> Void
    /// Tells the desk what came of it: events that belong together.
    let tell: @Sendable ([DeskEvent]) -> Void

    /// What was done last and can still be taken back.
    private struct Last {
        var entry: OutboxEntry
        var until: Timestamp
    }

    /// Does what is wanted until nothing is any more.
    func run(_ wishes: Wishes) async {
        var last: Last?
        OutsideEditor(directory).recover(into: outbox)
        tell([.draftsKnown((try? outbox.drafts()) ?? [:])] + summary(last))
        await wishes.handOn { wish in
            guard let events = await write(wish, &last) else {
                return tell(keep(wish.effect))
            }
            // What is on the screen first: sending needs the same processors.
            tell(events + summary(last))
            await stir()
        }
        try? outbox.keepDraft(DeskState.leftName, now().text)
    }

    /// Keeps what is no write, and says what came of it.
    private func keep(_ effect: DeskEffect) -> [DeskEvent] {
        switch effect {
        case .keepDraft(let name, let text):
            try? outbox.keepDraft(name, text)
            return []
        case .writeReport(let report): return [.reportWritten(Self.write(report))]
        case .keepFile(let name, let ending, let text):
            return [DeskFiles.keep(name: name, ending: ending, text: text)]
        case .rememberTutorial:
            TutorialFile().remember()
            return []
        case .write, .undo, .settle, .read, .tellOfRest, .quit, .copy, .notify, .suspend,
            .reconnect, .useTheme, .useMouse, .repaint, .bell, .checkPIN, .setPIN, .lookForAgents,
            .openDesk, .lookAtStatus, .editOutside:
            return []
        }
    }

    private static func write(_ report: DayReport) -> Result<[String], ReportTrouble> {
        do {
            return .success(try ReportFiles().write(report))
        } catch {
            return .failure(ReportTrouble(words: "\(error)"))
        }
    }

    /// How the writes stand; nothing where the outbox cannot be read.
    private func summary(_ last: Last?) -> [DeskEvent] {
        guard let counts = try? outbox.counts() else { return [] }
        let offer = last.map {
            UndoOffer(
                mutation: $0.entry.id,
                words: $0.entry.intent.words,
                until: $0.until
            )
        }
        let summary = OutboxSummary(
            waiting: counts.waiting,
            attention: counts.attention,
            undo: offer
        )
        return [.outboxChanged(summary)]
    }
}

// What changes the outbox.
extension DeskWrites {
    /// Does a write, and says what came of it; nil where it is none.
    private func write(_ wish: Wish, _ last: inout Last?) async -> [DeskEvent]? {
        switch wish.effect {
        case .write(let intent):
            let (entry, events) = await write(intent, wish.bringing)
            note(entry, of: intent, &last)
            return events
        case .undo:
            defer { last = nil }
            return await undo(last, wish.bringing)
        case .settle(let id, let again):
            return await settle(id, again, wish.bringing, &last)
        default: return nil
        }
    }

    /// Notes what can be taken back: what was done last, and nothing where that changed nothing.
    private func note(_ entry: OutboxEntry?, of intent: Intent, _ last: inout Last?) {
        // What is only noted along the way is not what the agent would take back.
        if case .markRead = intent { return }
        last = entry.map { Last(entry: $0, until: now().advanced(by: UndoOffer.time)) }
    }

    private func write(
        _ intent: Intent,
        _ wanted: PagesWanted
    ) async -> (entry: OutboxEntry?, events: [DeskEvent]) {
        do {
            let written = try await writer.write(intent, at: now(), showing: wanted.requests)
            let pages = WrittenPages(written?.pages ?? [], of: wanted)
            return (written?.entry, [.written(intent), .rowsWritten(pages)])
        } catch let refusal as Refusal {
            return (nil, [.writeRefused(intent, refusal)])
        } catch {
            return (nil, [.writeRefused(intent, Refusal(.notKept, detail: "\(error)"))])
        }
    }

    /// Withdraws what was not sent, and else does the opposite.
    private func undo(_ last: Last?, _ wanted: PagesWanted) async -> [DeskEvent] {
        guard let last else { return [] }
        let intent = last.entry.intent
        guard now() <= last.until else {
            let words = "Ten seconds are over; what was done is done."
            return [.writeRefused(intent, Refusal(.notKept, detail: words))]
        }
        do {
            if try outbox.withdraw(last.entry.id) {
                try await writer.layAnew()
                return [.replicaChanged]
            }
            guard let inverse = last.entry.inverse else { return [] }
            // No news of its own: the agent has read that it is taken back.
            return await write(inverse, wanted).events.filter { $0 != .written(inverse) }
        } catch {
            return [.writeRefused(intent, Refusal(.notKept, detail: "\(error)"))]
        }
    }

    private func settle(
        _ id: MutationID,
        _ again: Intent?,
        _ wanted: PagesWanted,
        _ last: inout Last?
    ) async -> [DeskEvent] {
        var events: [DeskEvent] = []
        if let again {
            let written = await write(again, wanted)
            note(written.entry, of: again, &last)
            events = written.events
            guard written.entry != nil else { return events }
        }
        try? outbox.settle(id)
        return events + [.replicaChanged]
    }
}
