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
        tell([.draftsKnown((try? outbox.drafts()) ?? [:])])
        report(last)
        await wishes.handOn { wish in
            guard await keep(wish, &last) else { return }
            // What is on the screen first: sending needs the same processors.
            report(last)
            await stir()
        }
        try? outbox.keepDraft(DeskState.leftName, now().text)
    }

    /// Does what is wanted, and tells whether the outbox may have changed by it.
    private func keep(_ wish: DeskEffect, _ last: inout Last?) async -> Bool {
        switch wish {
        case .write(let intent):
            if let entry = await write(intent) { last = undoable(entry) }
        case .undo:
            await undo(last)
            last = nil
        case .settle(let id, let again):
            await settle(id, again)
        case .keepDraft(let name, let text):
            try? outbox.keepDraft(name, text)
            return false
        case .writeReport(let report):
            tell([.reportWritten(Self.write(report))])
            return false
        case .keepFile(let name, let ending, let text):
            tell([DeskFiles.keep(name: name, ending: ending, text: text)])
            return false
        case .rememberTutorial:
            TutorialFile().remember()
            return false
        case .read, .tellOfRest, .quit, .copy, .notify, .suspend, .reconnect, .useTheme, .useMouse,
            .repaint, .bell, .checkPIN, .setPIN, .lookForAgents,
            .openDesk, .lookAtStatus, .editOutside:
            return false
        }
        return true
    }

    private static func write(_ report: DayReport) -> Result<[String], ReportTrouble> {
        do {
            return .success(try ReportFiles().write(report))
        } catch {
            return .failure(ReportTrouble(words: "\(error)"))
        }
    }

    private func report(_ last: Last?) {
        guard let counts = try? outbox.counts() else { return }
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
        tell([.outboxChanged(summary)])
    }

    private func undoable(_ entry: OutboxEntry) -> Last? {
        // What is only noted along the way is not what the agent would take back.
        if case .markRead = entry.intent { return nil }
        return Last(entry: entry, until: now().advanced(by: UndoOffer.time))
    }

    /// Keeps what is wanted; what takes something back is no news of its own, for the agent has
    /// read that it is.
    private func write(_ intent: Intent, takesBack: Bool = false) async -> OutboxEntry? {
        do {
            let entry = try await writer.write(intent, at: now())
            tell(takesBack ? [.replicaChanged] : [.written(intent), .replicaChanged])
            return entry
        } catch let refusal as Refusal {
            tell([.writeRefused(intent, refusal)])
        } catch {
            tell([.writeRefused(intent, Refusal(.notKept, detail: "\(error)"))])
        }
        return nil
    }

    /// Withdraws what was not sent, and else does the opposite.
    private func undo(_ last: Last?) async {
        guard let last else { return }
        guard now() <= last.until else {
            let words = "Ten seconds are over; what was done is done."
            return tell([.writeRefused(last.entry.intent, Refusal(.notKept, detail: words))])
        }
        do {
            if try outbox.withdraw(last.entry.id) {
                try await writer.layAnew()
                tell([.replicaChanged])
            } else if let inverse = last.entry.inverse {
                _ = await write(inverse, takesBack: true)
            }
        } catch {
            tell([.writeRefused(last.entry.intent, Refusal(.notKept, detail: "\(error)"))])
        }
    }

    private func settle(_ id: MutationID, _ again: Intent?) async {
        if let again {
            guard await write(again) != nil else { return }
        }
        try? outbox.settle(id)
        tell([.replicaChanged])
    }
}
