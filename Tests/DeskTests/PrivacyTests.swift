import Model
import Screen
import Testing

@testable import Desk

/// A desk whose renters are hidden from who passes by.
struct PrivacyTests {
    /// An office with something in every view.
    private static func office() -> Office {
        var office = Office.northgate()
        let emails = Office.withEmails()
        office.emails = emails.emails
        office.campaigns = emails.campaigns
        office.knowledge = [
            KnowledgeRow(
                id: KnowledgeID(high: 2, low: 1),
                property: Office.property,
                propertyName: "Northgate Residences",
                question: "May Anna keep a snake?",
                answer: "Ask again in March.",
                isInDoubt: true
            )
        ]
        office.duplicates = [
            DuplicatePair(
                kept: face(1, "Jordan", "jordan.p@mail.example"),
                merged: face(2, nil, "jp@other.example"),
                shared: [.phone],
                conversations: [Office.namedLeads[1].id]
            )
        ]
        for row in office.questions {
            office.questionCards[row.id] = QuestionCard(
                question: row,
                asked: QuestionRows(tasks: [row.id.cast()]),
                reachable: 1,
                talk: [
                    Office.message(901, .visitor, "My sister asks about it", at: Office.ago(50)),
                    Office.message(902, .bot, "Somebody will tell her", at: Office.ago(49)),
                ],
                similar: [
                    SimilarAnswer(question: "Garage?", answer: "A space is $75.", likeness: 50)
                ],
                seenAnswer: "Weights and two treadmills."
            )
        }
        office.attention = [
            AttentionRow(
                id: MutationID(high: 7, low: 7),
                madeAt: Office.now,
                intent: .logActivity(
                    LogActivity(
                        conversation: Office.namedLeads[0].id,
                        activity: .note,
                        note: "prefers the third floor"
                    )
                ),
                refusal: Refusal(.changed),
                standing: ["content": "wants the second floor"]
            ), refusedEmail(office.emails[0]), refusedContact,
        ]
        return office
    }

    private static func refusedEmail(_ row: EmailRow) -> AttentionRow {
        var letter = row.letter
        letter.body = "Dear Mister Pemberton, your deposit is here."
        return AttentionRow(
            id: MutationID(high: 7, low: 8),
            madeAt: Office.now,
            intent: .editEmail(EditEmail(draft: row.id, seenBody: "Old words.", letter: letter)),
            refusal: Refusal(.changed),
            standing: nil,
            present: .email(row)
        )
    }

    private static var refusedContact: AttentionRow {
        let contact = face(1, "Wilhelmina", "wilhelmina@mail.example").contact
        var seen = contact
        seen.first = "Willamina"
        return AttentionRow(
            id: MutationID(high: 7, low: 9),
            madeAt: Office.now,
            intent: .correctContact(
                CorrectContact(visitor: VisitorID(high: 4, low: 9), contact: contact, seen: seen)
            ),
            refusal: Refusal(.changed),
            standing: nil,
            present: .contact(seen)
        )
    }

    private static func face(_ number: UInt64, _ first: String?, _ email: String) -> VisitorFace {
        VisitorFace(
            id: VisitorID(high: 4, low: number),
            contact: CorrectContact.Contact(
                first: first,
                last: nil,
                email: email,
                phone: "+1 510 555 0142"
            )
        )
    }

    private func station(_ width: Int = 132, _ height: Int = 36) -> Station {
        Station(Self.office(), width: width, height: height)
    }

    /// Every view, list and form, by the keys that lead there.
    private static let places = [
        "", "j", "2", "2i", "2I", "2z/two<Enter>", "/Jordan", "/hot Jordan", "3", "3/parking", "4",
        "4w", "4v", "4vv", "4m", "5", "5<Tab>", "6", "6r", "0", "7", "7e", "7je", "7jje", "?", ":",
        "K", "D", "M", "jC",
        "jE", "F", "3a", "jt", "4b", "4g", "4x", "jm", "je", "jp", "jf", "5e", "5s", "R", "w", "O",
    ]

    @Test("nothing of a renter is on a covered screen, whatever is open", arguments: places)
    func nothingShows(keys: String) {
        let secrets = Secrets(of: Self.office())
        #expect(secrets.texts.count > 30)
        for first in ["", "!"] {
            var station = station()
            station.press(first + keys)
            if first.isEmpty {
                station.press("<F9>")
                if !station.desk.isMasked { station.press("!") }
            }
            #expect(station.desk.isMasked)
            #expect(secrets.found(in: station.screen) == [], "\(station.screen)")
            // Words of the card's JSON stand in no text of the office as they are drawn.
            #expect(!station.screen.contains("dog, weight"), "\(station.screen)")
            #expect(secrets.held(by: station.desk.covered) == [])
        }
    }

    @Test("nothing of a renter is said of a covered desk to who hears it", arguments: places)
    func nothingIsSaid(keys: String) {
        let secrets = Secrets(of: Self.office())
        var station = Station(Self.office(), options: DeskOptions(isLinear: true))
        station.press("!" + keys)
        var reader = LinearReader()
        let speech = reader.read(station.desk)
        let lines = (speech?.lines ?? []) + [speech?.input?.text].compactMap(\.self)
        #expect(secrets.found(in: lines.map(\.string).joined(separator: "\n")) == [])
        #expect(lines.contains { $0.string.contains("hidden") || !$0.string.isEmpty })
    }

    @Test("texts that are unfinished are not covered anew for each frame that shows none of them")
    func unfinished() {
        var station = station()
        let long = String(repeating: "Jordan asked for it. ", count: 300)
        let texts = (0..<50).map { ("answer/\($0)", long) } + [("filter/hers", "jordan hot")]
        _ = station.desk.update(.draftsKnown(Dictionary(uniqueKeysWithValues: texts)))
        station.press("!")
        #expect(station.desk.covered.drafts.isEmpty)
        station.press("F")
        #expect(station.screen.contains("hot"), "\(station.screen)")
        #expect(!station.screen.lowercased().contains("jordan"), "\(station.screen)")
    }

    @Test("what is needed to work stays: who waits how long, scores, stages, counts, times")
    func staysWorkable() {
        var station = station()
        station.press("!")
        for words in ["12m!", "92", "3 waiting", "Visitor 0002", "10:30", "renters hidden"] {
            #expect(station.screen.contains(words), "\(words)")
        }
        #expect(!station.screen.contains("Jordan"))
        #expect(station.screen.contains("▒▒▒▒▒▒ ▒▒▒▒▒"))
    }

    @Test("the same key shows everything again as it was", arguments: places)
    func showsAgain(keys: String) {
        var station = station()
        station.press(keys)
        let before = station.screen
        for _ in 1...2 {
            let wasMasked = station.desk.isMasked
            station.press("<F9>")
            if station.desk.isMasked == wasMasked { station.press("!") }
        }
        station.desk.notice = nil
        var plain = self.station()
        plain.press(keys)
        plain.desk.notice = nil
        #expect(station.desk.isMasked == false)
        #expect(station.screen == plain.screen, "before: \(before)")
    }

    @Test("covered and uncovered, every line breaks at the same place")
    func keepsItsShape() {
        for text in ["Jordan Pérez", "王 美咲 wants 2 beds", "a\nb  c", "👩‍👩‍👧 and e\u{301}"] {
            let shapes = Veil(shapes: .unicode).text(text)
            for width in 2...20 {
                let before = DisplayText(outside: text).wrapped(width: width).map(\.width)
                let after = DisplayText(outside: shapes).wrapped(width: width).map(\.width)
                #expect(before == after, "\(text) at \(width)")
            }
        }
    }

    @Test("nothing is copied while renters are hidden")
    func copiesNothing() {
        var station = station()
        station.press("j!y")
        #expect(
            station.screen.contains("Nothing is copied while renters are hidden; ! shows them.")
        )
        station.press("!y<F9><Enter>")
        #expect(!station.effects.contains { if case .copy = $0 { true } else { false } })
        station.press("!y<Enter>")
        #expect(station.effects.contains(.copy("jordan.p@mail.example")))
    }

    @Test("what is typed under the veil is what is sent, and is on disk as it was typed")
    func typesOn() {
        var station = station()
        station.press("je<F9>Wants the top floor")
        #expect(!station.screen.contains("top floor"))
        #expect(station.screen.contains("▒▒▒▒▒ ▒▒▒ ▒▒▒ ▒▒▒▒▒"))
        station.press("<Ctrl-s>")
        let notes = station.effects.compactMap { effect -> String? in
            guard case .write(.logActivity(let rule)) = effect else { return nil }
            return rule.note
        }
        #expect(notes == ["Wants the top floor"])
    }

    @Test("a filter's fields are read under the veil, its words are not")
    func filters() {
        var station = station()
        station.press("!/hot score>70 jordan")
        #expect(station.screen.contains("/ hot score>70 ▒▒▒▒▒▒"))
        #expect(station.desk.leads.query.filter.words == ["jordan"])
    }

    @Test("what is found in a talk is counted under the veil as without it")
    func searches() {
        var station = station()
        station.press("j2z/two<Enter>")
        let footnote = station.desk.conversation.search.matches.count
        #expect(footnote > 0)
        station.press("!")
        #expect(station.desk.covered.conversation.search.matches.count == footnote)
    }

    @Test("a desk that is locked and opened again is covered as before")
    func staysBehindTheLock() {
        var station = station()
        station.send(.lockKnown(hasPIN: true, isAtStart: false))
        station.press("!")
        station.send(.leftAlone)
        station.press("1234<Enter>")
        station.send(.lockAnswered(.right))
        #expect(station.screen.contains("renters hidden"))
        #expect(!station.screen.contains("Jordan"))
    }

    @Test(
        "the covered desk looks as recorded",
        arguments: [("desk", ""), ("conversation", "j2"), ("answer", "3a"), ("tours", "4z")]
    )
    func looks(name: String, keys: String) throws {
        for (width, height) in [(60, 16), (80, 24), (132, 36), (200, 50)] {
            var station = station(width, height)
            station.press("!" + keys)
            try expectGolden(station.screen, "hidden-\(name)-\(width)x\(height)")
        }
        var station = Station(Self.office(), options: DeskOptions(isASCII: true))
        station.press("!" + keys)
        try expectGolden(station.screen, "hidden-\(name)-ascii-120x40")
    }
}
