import Foundation
import Glibc
import Sync
import Testing

/// Terminal and hub are killed while an agent writes.
@Suite(.serialized)
struct KilledWritingTests {
    @Test("killed at random moments, no write is lost or done twice")
    func kills() throws {
        let count = rounds("FOYER_KILLS", usually: 120)
        let seed = UInt64(rounds("FOYER_SEED", usually: Int(getpid())))
        var chance = SplitMix(seed: seed)
        let desks = try Desks(questions: 1)
        let lead = desks.company.conversation(0)
        var kept: Set<String> = []
        for round in 0..<count {
            let note = "note \(round)"
            let output = try OutputFile()
            let process = try desks.start(["lead", "note", lead, note], desks.robin, output)
            let killsHub = round % 3 == 2
            // A command takes some 60 ms; to kill it at any of its moments is what is wanted.
            usleep(UInt32(chance.next() % 80_000))
            if killsHub { desks.hub.kill() } else { process.kill(SIGKILL) }
            if process.wait() == 0 { kept.insert(note) }
            if killsHub { try desks.hub.restart() }
        }
        // What waits goes out before this one.
        let last = try desks.write(["lead", "note", lead, "last"], desks.robin)
        #expect(last.0.state == "applied", "seed \(seed): \(last.0.reason ?? "")")
        let listed = try desks.outbox(desks.robin)
        #expect(listed.allSatisfy { $0.state == "applied" }, "seed \(seed)")
        let notes = try desks.texts("SELECT note FROM lead_activity")
        #expect(Set(notes).count == notes.count, "seed \(seed): a write was done twice")
        #expect(kept.isSubset(of: notes), "seed \(seed): a write was lost")
        #expect(notes.count == listed.count, "seed \(seed)")
        #expect(try desks.areEqual())
    }

    @Test("a damaged outbox comes back from its journal, with all that waits")
    func damaged() throws {
        let desks = try Desks(questions: 1)
        let lead = desks.company.conversation(0)
        desks.hub.kill()
        for number in 0..<3 {
            let note = ["lead", "note", lead, "note \(number)"]
            #expect(try desks.write(note, desks.robin).0.state == "waiting")
        }
        let file = URL(filePath: desks.robin + "/outbox.sqlite")
        let bytes = try Data(contentsOf: file)
        try bytes.prefix(bytes.count / 2 + 100).write(to: file)
        chmod(file.path, 0o600)
        #expect(try desks.outbox(desks.robin).map(\.state) == ["waiting", "waiting", "waiting"])
        try desks.hub.restart()
        let (report, _) = try desks.write(["lead", "call", lead], desks.robin)
        #expect(report.state == "applied")
        let notes = try desks.texts("SELECT note FROM lead_activity WHERE kind = 'note'")
        #expect(notes.sorted() == ["note 0", "note 1", "note 2"])
        #expect(try desks.areEqual())
    }

    @Test("failure 37: a write that the disk has no room for is said, and not half kept")
    func full() throws {
        let desks = try Desks(questions: 1)
        let lead = desks.company.conversation(0)
        // No file may grow beyond 8 KiB; an ignored signal lets the write itself fail.
        let script = "trap '' XFSZ; ulimit -f 8; exec \"$@\""
        let run = try Run(
            "/bin/bash",
            [
                "-c", script, "bash", Programs.foyer, "lead", "note", lead, "too much",
                "--profile", desks.robin,
            ]
        )
        #expect(run.status == 1)
        #expect(run.errors.contains("make room"), "\(run.errors)")
        #expect(try desks.outbox(desks.robin).isEmpty)
        let note = ["lead", "note", lead, "with room"]
        #expect(try desks.write(note, desks.robin).0.state == "applied")
        #expect(try desks.texts("SELECT note FROM lead_activity") == ["with room"])
        #expect(try desks.areEqual())
    }
}
