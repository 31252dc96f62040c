import Model
import Testing

@testable import Desk

/// The emails: what keys do among them, and what is sent.
struct EmailTests {
    @Test(
        "the emails look as recorded",
        arguments: [(120, 40), (80, 24), (200, 60), (60, 16)]
    )
    func golden(width: Int, height: Int) throws {
        var station = Station(.withEmails(), width: width, height: height)
        station.press("5j")
        try expectView(station, "email")
    }

    @Test("5 shows the emails, Tab those of the next state, Esc the desk as it was")
    func filter() {
        var station = Station(.withEmails())
        station.press("35")
        #expect(station.desk.emails.rows.count == 4)
        station.press("<Tab><Tab>")
        #expect(station.desk.emails.rows.map(\.letter.subject) == ["Your tour on Tuesday"])
        station.press("<Shift-Tab>")
        #expect(station.desk.emails.rows.count == 2)
        station.press("<Esc>")
        #expect(station.desk.fullView == nil)
        #expect(station.desk.focus == .questions)
    }

    @Test("while the emails have the screen the panes beneath ask for nothing")
    func quietPanes() {
        var station = Station(.withEmails())
        station.press("5")
        station.forget()
        station.send(.replicaChanged)
        #expect(station.requests == [.emails(EmailQuery()), .overview])
    }

    @Test("an email is scheduled with two keys beside its time, and not sent with one")
    func schedule() throws {
        var station = Station(.withEmails())
        station.press("5j")
        station.forget()
        station.press("stomorrow 9am<Enter>")
        let time = try #require(Timestamp("2026-11-24T17:00:00Z"))
        #expect(
            station.writes == [
                .setEmailStatus(
                    SetEmailStatus(
                        draft: station.office.emails[1].id,
                        status: .scheduled(time),
                        seen: "draft"
                    )
                )
            ]
        )
        station.send(.written(station.writes[0]))
        #expect(station.desk.fullView == .email, "the emails are still there")
        station.forget()
        station.press("kc")
        #expect(
            station.writes == [
                .setEmailStatus(
                    SetEmailStatus(
                        draft: station.office.emails[0].id,
                        status: .draft,
                        seen: "scheduled"
                    )
                )
            ]
        )
    }

    @Test("an email is edited in a form and discarded with one key; a sent one is neither")
    func edit() throws {
        var station = Station(.withEmails())
        station.press("5jj")
        station.forget()
        station.press("e! <Ctrl-s>")
        let row = station.office.emails[2]
        var letter = row.letter
        letter.subject += "!"
        #expect(
            station.writes == [
                .editEmail(EditEmail(draft: row.id, seenBody: row.letter.body, letter: letter))
            ]
        )
        station.send(.written(station.writes[0]))
        station.forget()
        station.press("x")
        #expect(
            station.writes == [
                .setEmailStatus(
                    SetEmailStatus(draft: row.id, status: .cancelled, seen: "Draft")
                )
            ]
        )
        station.forget()
        station.press("<Tab><Tab><Tab><Tab>ex")
        #expect(station.writes.isEmpty)
        #expect(station.desk.form == nil)
        #expect(station.screen.contains("No email is selected that can still be changed."))
    }

    @Test("an email from a template is written and sent with three keys, within ten seconds undone")
    func template() throws {
        var station = Station()
        station.press("j")
        let lead = try #require(station.desk.leads.selected)
        station.forget()
        station.press("m<Right><Alt-s>")
        guard case .writeEmail(let rule)? = station.writes.first else {
            Issue.record("nothing was written: \(station.screen)")
            return
        }
        #expect(rule.conversation == lead.id)
        #expect(rule.letter.subject == "Come and see Northgate Residences")
        #expect(rule.letter.body.hasPrefix("Hi Jordan,"))
        #expect(rule.letter.body.contains("Dana Whitfield"))
        #expect(rule.letter.tags == ["invitation"])
        let time = try #require(rule.letter.sendAt)
        #expect(time >= Office.now.advanced(by: UndoOffer.time))
        #expect(time <= Office.now.advanced(by: .seconds(70)))
    }

    @Test("an email from a template is scheduled with four keys beside its time")
    func scheduledTemplate() throws {
        var station = Station()
        station.forget()
        station.press("jm<Right><Shift-Tab>")
        station.press("tomorrow 9am")
        station.press("<Ctrl-s>")
        guard case .writeEmail(let rule)? = station.writes.first else {
            Issue.record("nothing was written: \(station.screen)")
            return
        }
        #expect(rule.letter.sendAt == Timestamp("2026-11-24T17:00:00Z"))
    }

    @Test("a template does not take the place of what somebody wrote")
    func templateOverText() {
        var station = Station()
        station.press("jm<Tab><Tab>my own words<Shift-Tab><Shift-Tab><Right>")
        #expect(station.desk.form?.text("text") == "my own words")
        #expect(station.screen.contains("What you wrote stays"))
    }

    @Test("a field that nobody filled in is not sent")
    func unfilled() {
        var station = Station()
        station.forget()
        station.press("jm<Right><Right><Ctrl-s>")
        #expect(station.writes.isEmpty)
        #expect(station.screen.contains("{tour day} is not filled in yet"))
    }

    @Test("an office's own template takes the place of the built-in one; a wrong one is told")
    func ownTemplates() {
        var station = Station()
        let own = EmailTemplate(name: "thanks", subject: "Ta", body: "Ta.")
        let problem = TemplateProblem(file: "x.txt", line: 3, reason: "there is no field {nam}")
        station.send(.templatesKnown([own], problems: [problem]))
        #expect(station.desk.templates.count == EmailTemplate.builtIn.count)
        #expect(station.desk.templates.first == own)
        #expect(station.screen.contains("x.txt:3: there is no field {nam}"))
    }

    @Test("the palette finds a command of the emails from the panes and goes there")
    func palette() {
        var station = Station(.withEmails())
        station.press(":next state<Enter>")
        #expect(station.desk.fullView == .email)
        #expect(station.desk.emails.query.filter == .drafts)
    }

    @Test("while the next state is read no key reaches an email that is not shown")
    func unread() {
        var station = Station(.withEmails())
        station.press("5")
        station.isAnswering = false
        station.forget()
        station.press("<Tab>x")
        #expect(station.writes.isEmpty)
        station.answerAll()
        #expect(station.desk.emails.selected?.id == station.office.emails[1].id)
    }

    @Test("what an email's time means is read back; only the field at hand has a hint")
    func time() {
        var station = Station()
        station.press("jm")
        #expect(station.screen.contains("Left Right take a template"))
        #expect(!station.screen.contains("stays a draft"))
        station.press("<Shift-Tab>")
        #expect(station.screen.contains("without a time it stays a draft"))
        for (words, meaning) in [
            ("asdf", " … "), ("fri 9am", "goes out Fri 27 Nov, 09:00 PST"),
            ("1/5 9am", "goes out Tue 5 Jan 2027, 09:00 PST"), ("now", "goes out within a minute"),
            ("yesterday 9am", "✗ That is in the past."),
        ] {
            station.press(words)
            #expect(station.screen.contains(meaning), "\(words): \(station.screen)")
            station.press("<Ctrl-u>")
        }
        station.press("yesterday 9am<Shift-Tab><Shift-Tab><Shift-Tab>Hello")
        station.forget()
        station.press("<Ctrl-s>")
        #expect(station.writes.isEmpty)
        #expect(station.screen.ranges(of: "That is in the past.").count == 1)
    }

    @Test("an email that is kept says whether it is a draft, and else when it goes out")
    func outcome() {
        for (time, words) in [
            ("", "Done: write an email; it is kept as a draft."),
            ("fri 9am", "Done: write an email; it goes out Fri 27 Nov 09:00."),
        ] {
            var station = Station()
            station.press("jm<Tab><Tab>Hello<Shift-Tab><Shift-Tab><Shift-Tab>")
            station.press(time)
            station.press("<Ctrl-s>")
            station.writes.last.map { station.send(.written($0)) }
            #expect(station.screen.contains(words))
        }
    }

    @Test("a template leaves a subject and tags that somebody wrote, and says so")
    func templateBesideText() {
        var station = Station()
        station.press("jm<Tab><Ctrl-u>")
        station.press("My subject<Shift-Tab><Right>")
        #expect(station.desk.form?.text("subject") == "My subject")
        #expect(station.desk.form?.text("text").hasPrefix("Hi Jordan,") == true)
        #expect(station.desk.form?.text("tags") == "invitation")
        #expect(station.screen.contains("Your subject stays as you wrote it."))
        station.press("<Tab><Tab>!<Shift-Tab><Shift-Tab>")
        let text = station.desk.form?.text("text")
        station.press(" ")
        #expect(station.desk.form?.text("text") == text)
        #expect(station.screen.contains("What you wrote stays"))
    }

    @Test("a text that is longer than what one may type is not shortened by looking at it")
    func longText() throws {
        var station = Station(.withEmails())
        let body = String(repeating: "word ", count: 2_400)
        station.office.emails[1].letter.body = body
        station.press("5je! <Ctrl-s>")
        guard case .editEmail(let rule)? = station.writes.last else {
            Issue.record("nothing was written: \(station.screen)")
            return
        }
        #expect(rule.letter.body == body)
    }
}
