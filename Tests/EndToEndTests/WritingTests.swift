import Foundation
import Glibc
import Testing

/// What commands write, from the terminal to the hub's rows.
@Suite(.serialized)
struct WritingTests {
    @Test("each command on a lead ends as a row, a line of the ledger and one of the audit")
    func leads() throws {
        let desks = try Desks(questions: 1)
        let lead = desks.company.conversation(0)
        let commands = [
            ["lead", "claim", lead], ["lead", "note", lead, "prefers the third floor"],
            ["lead", "call", lead, "--outcome", "voicemail"], ["lead", "release", lead],
            ["lead", "stage", lead, "info_collected"],
        ]
        for command in commands {
            let (report, status) = try desks.write(command, desks.robin)
            #expect(report.state == "applied", "\(command): \(report.reason ?? "")")
            #expect(status == 0)
        }
        #expect(try desks.texts("SELECT status FROM conversation") == ["info_collected"])
        let kinds = try desks.texts("SELECT kind FROM lead_activity ORDER BY kind")
        #expect(kinds == ["call", "note"])
        #expect(try desks.texts("SELECT outcome FROM foyer_ledger").count == commands.count)
        #expect(try desks.texts("SELECT kind FROM foyer_audit").count == commands.count)
        #expect(try desks.areEqual())
    }

    @Test("a tour is booked, moved, confirmed and cancelled, and its slot is free again")
    func tours() throws {
        let desks = try Desks(questions: 1)
        let book = ["tour", "book", "12/4 11am", "--lead", desks.company.conversation(0)]
        let (booked, _) = try desks.write(book + ["--anyway"], desks.robin)
        #expect(booked.state == "applied", "\(booked.reason ?? "")")
        let bytes = try desks.texts("SELECT lower(hex(id)) FROM tours")
        let hex = try #require(bytes.first)
        let parts = [(0, 8), (8, 4), (12, 4), (16, 4), (20, 12)]
        let tour = parts.map { String(hex.dropFirst($0.0).prefix($0.1)) }.joined(separator: "-")
        for command in [
            ["confirm", tour], ["move", tour, "12/4 2pm", "--anyway", "--reason", "rain"],
            ["cancel", tour, "--asked-by", "visitor", "--reason", "found a place"],
        ] {
            let (report, status) = try desks.write(["tour"] + command, desks.robin)
            #expect(report.state == "applied", "\(command): \(report.reason ?? "")")
            #expect(status == 0)
        }
        #expect(try desks.texts("SELECT status FROM tours") == ["cancelled"])
        let over = try desks.run(["tour", "no-show", tour], desks.robin)
        #expect(over.status == 1)
        #expect(over.errors.contains("over or cancelled"))
        #expect(try desks.areEqual())
    }

    @Test("offline a write is kept, and sent when the hub is back")
    func offline() throws {
        let desks = try Desks(questions: 1)
        desks.hub.kill()
        let note = ["lead", "note", desks.company.conversation(0), "written offline"]
        let (report, status) = try desks.write(note, desks.robin)
        #expect(report.state == "waiting")
        #expect(status == 0)
        #expect(try desks.outbox(desks.robin).map(\.state) == ["waiting"])
        try desks.hub.restart()
        _ = try Run.text(Programs.foyer, "verify", "--profile", desks.robin)
        // One command that sends is enough, and sends what waited before its own.
        let call = ["lead", "call", desks.company.conversation(0)]
        #expect(try desks.write(call, desks.robin).0.state == "applied")
        #expect(try desks.outbox(desks.robin).map(\.state) == ["applied", "applied"])
        #expect(
            try desks.texts("SELECT note FROM lead_activity WHERE kind = 'note'")
                == ["written offline"]
        )
        #expect(try desks.areEqual())
    }

    @Test("failure 54: two agents at once on one question: one wins, the other keeps its text")
    func rivals() throws {
        let count = rounds("FOYER_ROUNDS", usually: 40)
        let desks = try Desks(questions: count)
        let profiles = [desks.robin, desks.sam]
        for round in 0..<count {
            let question = desks.company.question(round)
            let outputs = try profiles.map { _ in try OutputFile() }
            let processes = try zip(profiles, outputs).map { profile, output in
                try desks.start(["answer", question, "So much from \(profile)."], profile, output)
            }
            let statuses = processes.map { $0.wait() }
            let said = outputs.map(\.text).joined()
            #expect(statuses.sorted() == [0, 1], "round \(round): \(said)")
            #expect(said.contains("Somebody was faster"), "round \(round): \(said)")
        }
        let states = try profiles.flatMap { try desks.outbox($0).map(\.state) }
        #expect(states.filter { $0 == "applied" }.count == count)
        #expect(states.filter { $0 == "attention" }.count == count)
        #expect(
            try desks.texts("SELECT id FROM tasks WHERE status = 'answered'").count == count
        )
        #expect(try desks.areEqual())
    }

    @Test("a refusal is told in words, and to a script by its status too")
    func refused() throws {
        let desks = try Desks(questions: 1)
        let question = desks.company.question(0)
        desks.hub.kill()
        #expect(try desks.write(["answer", question, "Ten."], desks.sam).0.state == "waiting")
        try desks.hub.restart()
        #expect(try desks.write(["answer", question, "Five."], desks.robin).0.state == "applied")
        _ = try desks.run(["lead", "note", desks.company.conversation(0), "more"], desks.sam)
        let write = try #require(
            try desks.outbox(desks.sam).first { $0.state == "attention" }
        )
        #expect(write.reason?.contains("Somebody was faster") == true)
        _ = try Run.text(Programs.foyer, "outbox", "discard", write.id, "--profile", desks.sam)
        #expect(try !desks.outbox(desks.sam).contains { $0.state == "attention" })
        #expect(try desks.areEqual())
    }
}
