import Foundation
import Glibc
import Testing

/// What commands that write leave, print and answer with.
@Suite(.serialized)
struct CommandWritingTests {
    private static let talks = [
        SmallCompany.Talk(
            name: "Avery",
            messages: ["Hi"],
            question: "Is parking included?",
            tour: "2026-11-23T16:00:00Z"
        ),
        SmallCompany.Talk(name: "Blake", messages: ["Hi"], tour: "2026-11-23T18:00:00Z"),
    ]

    private let desks: Desks

    init() throws { desks = try Desks(talks: Self.talks) }

    /// The object that a command printed, and nothing beside it.
    private func object(_ run: Run) throws -> [String: String] {
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        return try #require(object as? [String: Any]).compactMapValues { $0 as? String }
    }

    @Test("a question that is dismissed waits no more, for anybody")
    func dismissed() throws {
        let question = desks.company.question(0)
        let (report, status) = try desks.write(["dismiss", question], desks.robin)
        #expect(report.state == "applied")
        #expect(status == 0)
        #expect(try desks.texts("SELECT status FROM tasks") == ["dismissed"])
        #expect(try desks.texts("SELECT kind FROM foyer_audit") == ["dismiss_question"])
        #expect(try desks.areEqual())
        for profile in [desks.robin, desks.sam] {
            let listed = try desks.run(["questions", "--json"], profile)
            #expect(!listed.output.contains(question))
        }
        let again = try desks.run(["dismiss", question], desks.sam)
        #expect(again.status == 1)
        #expect(again.errors.contains("foyer questions"))
    }

    @Test("a tour that was given says what came of it, and one that nobody came to is a no-show")
    func outcomes() throws {
        let given = ["tour", "complete", desks.company.tour(0), "--interest", "high"]
        let (report, status) = try desks.write(given + ["--unit", "312"], desks.robin)
        #expect(report.state == "applied", "\(report.reason ?? "")")
        #expect(status == 0)
        let missed = try desks.run(["tour", "no-show", desks.company.tour(1)], desks.sam)
        #expect(missed.status == 0, "\(missed.errors)")
        #expect(missed.output == "done\n")
        let statuses = try desks.texts("SELECT status FROM tours ORDER BY tour_datetime")
        #expect(statuses == ["completed", "no_show"])
        let events = "SELECT kind || coalesce(' ' || interest || ' ' || unit, '') FROM tour_event"
        #expect(try desks.texts("\(events) ORDER BY 1") == ["completed high 312", "no_show"])
        #expect(try desks.areEqual())
        let listed = try desks.run(["tours", "--from", "2026-11-23", "--json"], desks.robin)
        #expect(listed.output.contains("no-show") || listed.output.contains("no_show"))
    }

    @Test("a refused write is sent again once what was in its way is gone")
    func retried() throws {
        let lead = desks.company.conversation(0)
        desks.hub.kill()
        #expect(try desks.write(["lead", "claim", lead], desks.sam).0.state == "waiting")
        try desks.hub.restart()
        #expect(try desks.write(["lead", "claim", lead], desks.robin).0.state == "applied")
        let sync = try desks.run(["sync", "--once"], desks.sam)
        #expect(sync.status == 0, "\(sync.errors)")
        #expect(sync.output.contains("refused, see: foyer outbox"))
        let refused = try #require(
            try desks.outbox(desks.sam).first { $0.state == "attention" }
        )
        let retry = ["outbox", "retry", refused.id]
        let early = try desks.run(retry, desks.sam)
        #expect(early.status == 1, "the colleague still has it: \(early.output)")
        #expect(try desks.write(["lead", "release", lead], desks.robin).0.state == "applied")
        _ = try Run.text(Programs.foyer, "sync", "--once", "--profile", desks.sam)
        let waiting = try #require(
            try desks.outbox(desks.sam).last { $0.state == "attention" }
        )
        let (report, status) = try desks.write(["outbox", "retry", waiting.id], desks.sam)
        #expect(report.state == "applied", "\(report.reason ?? "")")
        #expect(status == 0)
        let claims = "SELECT first_name FROM lead_desk JOIN property_manager m ON m.id = claimed_by"
        #expect(try desks.texts(claims) == ["Sam"])
        let twice = try desks.run(["outbox", "retry", waiting.id], desks.sam)
        #expect(twice.status == 1)
        #expect(twice.errors.contains("see: foyer outbox"))
    }

    @Test("sync --once sends what waits, and ends when its rows are back")
    func synced() throws {
        desks.hub.kill()
        let lead = desks.company.conversation(1)
        for number in 0..<5 {
            let note = ["lead", "note", lead, "note \(number)"]
            #expect(try desks.write(note, desks.robin).0.state == "waiting")
        }
        let away = try desks.run(["sync", "--once"], desks.robin)
        #expect(away.status == 1)
        #expect(away.errors.contains("does not answer"))
        try desks.hub.restart()
        let sync = try desks.run(["sync", "--once", "--json"], desks.robin)
        #expect(sync.status == 0, "\(sync.errors)")
        #expect(sync.output.contains("\"refused\" : 0"))
        #expect(try desks.outbox(desks.robin).map(\.state) == Array(repeating: "applied", count: 5))
        #expect(try desks.texts("SELECT note FROM lead_activity").count == 5)
        #expect(try desks.areEqual())
    }

    @Test("with --json a write prints one object, and its status says whether it is done or kept")
    func printed() throws {
        let lead = desks.company.conversation(0)
        let claim = ["lead", "claim", lead, "--json"]
        let done = try desks.run(claim, desks.robin)
        #expect(done.status == 0)
        #expect(done.errors.isEmpty)
        #expect(try object(done)["state"] == "applied")
        let again = try desks.run(claim, desks.robin)
        #expect(again.status == 0)
        #expect(try object(again)["state"] == "applied")
        desks.hub.kill()
        // Sam's terminal does not know yet that Robin has it.
        let kept = try desks.run(claim, desks.sam)
        #expect(kept.status == 0)
        #expect(try object(kept)["state"] == "waiting")
        try desks.hub.restart()
        let note = try desks.run(["lead", "note", lead, "also", "--json"], desks.sam)
        #expect(try object(note)["state"] == "applied")
        let refused = try #require(try desks.outbox(desks.sam).first)
        #expect(refused.state == "attention")
        let retry = try desks.run(["outbox", "retry", refused.id, "--json"], desks.sam)
        #expect(retry.status == 1)
        // The terminal knows by now that Robin has it, and keeps nothing.
        #expect(retry.output.isEmpty)
        #expect(retry.errors.contains("A colleague has it."))
        let unknown = try desks.run(["lead", "claim", "nobody", "--json"], desks.sam)
        #expect(unknown.status == 1)
        #expect(unknown.output.isEmpty)
        #expect(unknown.errors.contains("foyer leads"))
        let wrong = try desks.run(["lead", "claim", "--json"], desks.sam)
        #expect(wrong.status == 64)
    }

    @Test("what is kept and not sent says why: no hub, a hub that does not know it, a revocation")
    func notSent() throws {
        let note = ["lead", "note", desks.company.conversation(0), "later"]
        desks.hub.kill()
        let (away, status) = try desks.write(note, desks.robin)
        #expect(status == 0, "it is kept")
        #expect(away.state == "waiting")
        #expect(away.reason?.contains("does not answer") == true, "\(away.reason ?? "")")
        try desks.hub.restart()
        // A hub that was put back to before it met Sam's terminal.
        let sam = "(SELECT id FROM property_manager WHERE first_name = 'Sam')"
        try desks.change("DELETE FROM foyer_device WHERE agent_id = \(sam)")
        let (unknown, _) = try desks.write(note, desks.sam)
        #expect(unknown.state == "waiting")
        #expect(unknown.reason?.contains("does not know this terminal") == true)
        try desks.change("UPDATE foyer_device SET revoked_at = enrolled_at")
        let revoked = try desks.run(note, desks.robin)
        #expect(revoked.output.hasPrefix("kept, and not sent yet: "), "\(revoked.output)")
        #expect(revoked.output.contains("revoked"))
        #expect(try desks.outbox(desks.robin).map(\.state) == ["waiting", "waiting"])
    }

    @Test(
        "where nobody vouches for the hub that is said, and not that it does not answer",
        // Makes its certificate with the openssl command.
        .enabled(if: Programs.isInstalled("openssl"))
    )
    func untrusted() throws {
        let (key, certificate) = (desks.scratch.file("hub.key"), desks.scratch.file("hub.pem"))
        let making = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-days", "2", "-subj", "/CN=hub", "-addext", "subjectAltName=IP:127.0.0.1",
            "-keyout", key, "-out", certificate,
        ]
        #expect(try Run("/usr/bin/env", ["openssl"] + making).status == 0)
        desks.hub.kill()
        let hub = try HubProcess(
            database: desks.hub.database,
            arguments: ["--certificate", certificate, "--key", key]
        )
        defer { hub.kill() }
        // The terminal's hub has moved to https, with a certificate of its own making.
        let path = desks.robin + "/profile.json"
        let profile = try String(contentsOfFile: path, encoding: .utf8)
        let moved = profile.replacing(desks.hub.url, with: hub.url)
        #expect(moved != profile)
        try moved.write(toFile: path, atomically: false, encoding: .utf8)
        let note = ["lead", "note", desks.company.conversation(0), "to whom?"]
        let (report, status) = try desks.write(note, desks.robin)
        #expect(status == 0, "it is kept")
        #expect(report.state == "waiting")
        #expect(report.reason?.contains("certificate") == true, "\(report.reason ?? "")")
        #expect(report.reason?.contains("clock") == true)
    }

    @Test("failure 38: where the disk takes no writes that is said in words, and nothing is lost")
    func readOnly() throws {
        let note = [
            "lead", "note", desks.company.conversation(0), "lost?", "--profile", desks.robin,
        ]
        let leads = ["leads", "--json", "--profile", desks.robin]
        let written = try readingOnly(note)
        #expect(written.status == 1)
        #expect(written.output.isEmpty)
        #expect(written.errors.contains("disk"), "\(written.errors)")
        #expect(!written.errors.contains("while executing"), "\(written.errors)")
        // A replica in WAL mode cannot be read there, but for a desk that has it open.
        let read = try readingOnly(leads)
        #expect(read.status == 1)
        #expect(read.errors.contains("make it writable"), "\(read.errors)")
        #expect(try desks.outbox(desks.robin).isEmpty)
        #expect(try desks.areEqual())
    }

    /// Runs a command where Robin's directory cannot be written: root is stopped by a mount alone.
    private func readingOnly(_ arguments: [String]) throws -> Run {
        guard geteuid() == 0 else {
            chmod(desks.robin, 0o500)
            chmod(desks.robin + "/replica", 0o500)
            defer {
                chmod(desks.robin, 0o700)
                chmod(desks.robin + "/replica", 0o700)
            }
            return try Run(Programs.foyer, arguments)
        }
        let script = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\""
        let run = ["unshare", "-m", "sh", "-c", script, desks.robin, Programs.foyer]
        return try Run("/usr/bin/env", run + arguments)
    }
}
