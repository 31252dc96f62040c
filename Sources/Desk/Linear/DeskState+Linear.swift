import Model
import Screen

// The desk in sentences, for somebody who hears it.
extension DeskState {
    /// A desk that is heard has room for everything: nothing is cut, and a message is one line.
    static let linearSize = Size(width: 160, height: 60)

    var scene: LinearScene { covered.sentences }

    private var sentences: LinearScene {
        if let lock { return lockScene(lock) }
        var scene = LinearScene()
        scene.name = nameSentence
        scene.freshness = freshnessSentence
        scene.writes = writesSentence
        scene.notice = notice?.text
        if notice?.offersUndo == true, outbox.undo != nil {
            scene.notice? += " \(key(.undo)) takes it back."
        }
        if !begun.isEmpty { scene.following = followingSentence }
        scene.tutorial = tutorialSentence
        switch mode {
        case .panes:
            if let fullView { describe(fullView, &scene) } else { describe(focus, &scene) }
        case .typing(let field):
            describe(focus, &scene)
            scene.input = LinearScene.Input(label: "/ ", text: field.text, cursor: field.cursor)
        case .choosing(let menu): describe(menu, &scene)
        case .form(let form): describe(form, &scene)
        case .grabbing:
            describe(.tours, &scene)
            scene.remarks = grabLines(room: 400).map(Spoken.words).filter { !$0.isEmpty }
        case .attention: describeAttention(&scene)
        }
        return scene
    }

    private var nameSentence: String {
        let properties = overview?.properties ?? []
        let all = "\(properties.count) properties"
        let place =
            properties.count == 1
            ? properties[0].name : narrowedTo.map { "\($0.name), of \(all)" } ?? all
        let agent = overview?.agent.map { " \($0.words)." } ?? ""
        return properties.isEmpty ? "Foyer." : "Foyer. \(place).\(agent)"
    }

    /// Of a first copy only that it is under way: how far it has come would never end.
    var freshnessSentence: String {
        switch freshness {
        case .live: "Live."
        case .catchingUp: "Catching up."
        case .firstSync: "First sync."
        case .refetching: "Fetching anew."
        case .offline(_, .notConnectedYet): "Connecting."
        case .offline, .refused: Spoken.words(freshnessWords.text) + "."
        }
    }

    var writesSentence: String {
        var parts: [String] = []
        if outbox.waiting > 0 { parts.append("\(Words.count(outbox.waiting, "write")) waiting.") }
        if outbox.attention > 0 {
            let verb = outbox.attention == 1 ? "needs" : "need"
            parts.append("\(Words.count(outbox.attention)) \(verb) attention.")
        }
        return parts.joined(separator: " ")
    }

    private var followingSentence: String {
        let rows = commands.following(begun, in: place).map { "\($0.rest) \($0.command.title)" }
        return "\(begun.joined(separator: " ")), then: \(rows.joined(separator: ", "))."
    }

    private func describe(_ pane: Pane, _ scene: inout LinearScene) {
        switch pane {
        case .leads:
            scene.place = [leadsSentence]
            scene.selection = leads.selected.map(thing)
            if let problem = leads.problem {
                scene.remarks = ["\(problem.part) is no filter; write \(problem.remedy)."]
            }
        case .conversation:
            scene.place = conversationSentences
            scene.selection = lineOfTalk
            if conversation.search.isOn, !conversation.search.isLooking {
                scene.remarks = ["Search, \(searchNote)."]
            }
        case .questions:
            let size = Self.linearSize
            let content = questionsContent(width: size.width, height: size.height)
            describe(content, pane.title, &scene)
        case .tours:
            // What is here of another stretch is not said of this one: its page comes at once.
            guard tours.page.map({ $0.query == tourQuery }) ?? true else { return }
            let content = toursContent(width: Self.linearSize.width, height: 10)
            scene.place = ["Tours, \(Spoken.words(content.note))."]
            scene.selection = selectedEntry
        }
    }

    private func describe(_ view: FullView, _ scene: inout LinearScene) {
        let title = view.title.drop { $0.isNumber || $0 == " " }
        switch view {
        case .email:
            describe(emailList(width: Self.linearSize.width), String(title), &scene)
            let letter = EmailLetter(desk: self, room: Self.linearSize.width).content
            scene.remarks += letter.lines.map(Spoken.words).filter { !$0.isEmpty }
        case .insights:
            describe(PaneContent(note: insightsContent.note), String(title), &scene)
            // Plots are said in their sentences.
            scene.remarks += insights.page.map { InsightWords(page: $0).all } ?? ["Counting."]
            scene.selection = insights.series.flatMap { series in
                insights.page.map { page in
                    let words = InsightWords(page: page)
                    let sentence = "\(words.metric(series)) \(words.byDay(series))"
                    return LinearScene.Thing(sentence: sentence, identity: sentence)
                }
            }
        case .report: describe(reportContent, String(title), &scene)
        case .shift: describe(shiftContent, String(title), &scene)
        case .status:
            var content = statusContent
            content.lines = statusLines
            describe(content, String(title), &scene)
        }
    }

    /// Anything that is drawn as lines: its selected ones, or where none is all of them.
    func describe(_ content: PaneContent, _ title: String, _ scene: inout LinearScene) {
        let note = Spoken.words(content.note)
        scene.place = [note.isEmpty ? "\(title)." : "\(title), \(note)."]
        let selected = content.lines.filter(\.isSelected).map(Spoken.words)
        let shown = selected.isEmpty ? content.lines.map(Spoken.words) : selected
        let lines = shown.filter { !$0.isEmpty }
        guard !lines.isEmpty else { return }
        if selected.isEmpty {
            scene.remarks += lines
        } else {
            let sentence = lines.joined(separator: ". ")
            scene.selection = LinearScene.Thing(sentence: sentence, identity: sentence)
        }
    }

    private var leadsSentence: String {
        guard let page = leads.page else { return "Leads." }
        var parts = ["Leads", Words.count(page.total)]
        if leads.isFiltered { parts.append("filtered") }
        if leads.query.order != .waiting { parts.append("by \(leads.query.order.words)") }
        if let waiting = waits?.waiting { parts.append("\(Words.count(waiting)) waiting") }
        return parts.joined(separator: ", ") + "."
    }

    /// A lead as it is said: who, how long they have waited, what they want and said last.
    private func thing(_ lead: LeadRow) -> LinearScene.Thing {
        var head = [lead.displayName]
        if lead.isPending { head.append("not on the hub yet") }
        if lead.isUnread { head.append("unread") }
        let clock = waiting(of: lead)
        let late = ["", "late", "very late"][min(2, clock.sign.count)]
        if lead.waitingSince != nil { head.append("waiting") }
        if !late.isEmpty { head.append(late) }
        var rest: [String] = []
        if let score = lead.score, score > 0 { rest.append("Score \(min(score, 100)).") }
        let wishes = Spoken.words(lead.wishes.words(glyphs))
        if !wishes.isEmpty { rest.append("\(wishes).") }
        if let line = lead.lastLine, !line.isEmpty {
            rest.append(glyphs.openQuote + line.prefix(Spoken.longestQuote) + glyphs.closeQuote)
        }
        rest.append(LeadLine(desk: self, room: 400).note(lead).text.string + ".")
        if hasSeveralProperties { rest.append("\(lead.propertyName).") }
        let total = Words.count(leads.page?.total ?? 0)
        let place = "\(Words.count(leads.cursor.index + 1)) of \(total)"
        let identity = ([lead.displayName, "\(lead.id)"] + head + rest).joined(separator: " ")
        if lead.waitingSince != nil, let index = head.firstIndex(of: "waiting") {
            head[index] = "waiting \(Spoken.duration(clock.text))"
        }
        return LinearScene.Thing(
            sentence: "\(place): \(head.joined(separator: ", ")). \(rest.joined(separator: " "))",
            identity: identity
        )
    }

    /// The tour or the request that is selected; in a month the day.
    private var selectedEntry: LinearScene.Thing? {
        var line = Line(room: 400)
        switch tours.selected {
        case .tour:
            guard let tour = selectedTour else { return nil }
            line.add(DisplayText(outside: Words.weekday(tour.localStart.date) + "  "))
            TourWords(desk: self).add(tour, isSelected: false, to: &line)
        case .request(let id):
            guard let page = tours.page,
                let request = page.requests.first(where: { $0.conversation == id })
            else { return nil }
            line = TourRequestLines(desk: self, page: page, room: 400).line(request)
        case nil:
            line.add(DisplayText(outside: Words.weekday(tours.day(today: today))))
        }
        let sentence = Spoken.words(line) + "."
        return LinearScene.Thing(sentence: sentence, identity: sentence)
    }

    /// Whose conversation it is, and the lead's card.
    private var conversationSentences: [String] {
        guard let card = conversation.card else { return ["Conversation."] }
        let drawer = CardLines(desk: self, card: card, room: 400)
        let lines = (isCardUnfolded ? drawer.unfolded : drawer.folded).map(Spoken.words)
        return ["Conversation, \(card.lead.displayName)."] + lines.filter { !$0.isEmpty }
    }

    /// The one line of the talk where one stands.
    private var lineOfTalk: LinearScene.Thing? {
        let text = conversation.text(in: transcriptFrame)
        guard let place = conversation.visible(in: transcriptFrame).first else { return nil }
        let drawer = TranscriptLines(desk: self, text: text, room: Spoken.longestLine)
        let words = drawer.lines([place]).map(Spoken.words).joined()
        guard !words.isEmpty else { return nil }
        let identity = "\(text.messages[place.message].id) \(place.line)"
        return LinearScene.Thing(sentence: words, identity: identity)
    }
}
