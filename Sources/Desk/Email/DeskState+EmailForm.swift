import Model

// Writing an email: from a template, at a time, or at once.
extension DeskState {
    /// Opens an email to the lead at hand, with the templates to choose from.
    mutating func openEmail() {
        guard let lead = leadAtHand else { return }
        let letter = emptyLetter(to: lead)
        let names = ["none"] + templates.map(\.name)
        var form = Form(
            .email(lead.id),
            [.choice("template", names)] + fields(of: letter, in: zone(of: lead.property))
        )
        form.taken = letter
        open(form)
        if case .form(var form) = mode {
            // A text that was begun before is gone on with.
            form.focus = form.filled("text") == nil ? 0 : 2
            mode = .form(form)
        }
    }

    /// A letter in which nobody has written yet.
    private func emptyLetter(to lead: LeadRow?) -> Letter {
        let place = lead.map { property($0.property)?.name ?? $0.propertyName } ?? ""
        return Letter(subject: "Your visit to \(place)", body: "")
    }

    /// Fills the letter in with the template that was turned to, but what somebody has written in
    /// it, and says so.
    func takeTemplate(in form: inout Form) {
        guard case .email(let lead) = form.purpose else { return }
        guard !form.isTyped("text") else {
            form.problem = "What you wrote stays; empty the text, and a template can fill it."
            return
        }
        let choice = form.choice("template") - 1
        let letter =
            templates.indices.contains(choice)
            ? templates[choice].letter(templateValues(of: lead)) : emptyLetter(to: form.lead)
        let typed = ["subject", "tags"].filter(form.isTyped)
        form.fill(with: letter)
        guard !typed.isEmpty else { return }
        let verb = typed.count == 1 ? "stays" : "stay"
        form.problem = "Your \(typed.joined(separator: " and ")) \(verb) as you wrote it."
    }

    /// What became of an email that was kept, behind what was done; nothing of all else.
    func outcome(ofEmail intent: Intent, _ form: Form?) -> String {
        let time: Timestamp?
        switch intent {
        case .writeEmail(let rule): time = rule.letter.sendAt
        case .editEmail(let rule): time = rule.letter.sendAt
        case .setEmailStatus(let rule):
            guard case .scheduled(let at) = rule.status else { return "" }
            time = at
        default: return ""
        }
        guard let time else { return "; it is kept as a draft" }
        return "; it goes out \(words(time, in: form.map(zone) ?? zone))"
    }

    private func templateValues(of lead: ConversationID) -> [EmailField: String] {
        let card = conversation.card.flatMap { $0.lead.id == lead ? $0 : nil }
        let row = card?.lead ?? leads.rows.first { $0.id == lead }
        var values: [EmailField: String] = [:]
        values[.name] = row?.name
        values[.firstName] =
            card?.contact?.first
            ?? row?.name?.split(separator: " ").first.map(String.init)
        values[.property] = row.map { property($0.property)?.name ?? $0.propertyName }
        values[.agent] = overview?.agent?.words
        values[.size] = row?.wishes.size
        if let row, let tour = row.tour, tour > now {
            let local = zone(of: row.property).local(tour)
            values[.tourDay] = Words.weekday(local.date)
            values[.tourTime] = local.clock
        }
        return values.filter { !$0.value.isEmpty }
    }

    /// Sends the email of the form within a minute, so that it can be taken back for ten seconds.
    mutating func sendEmailNow() -> [DeskEffect] {
        guard let form, form["send at"] != nil else {
            notice = Notice(text: "Only an email is sent at once; \(key(.send)) keeps this.")
            return []
        }
        let changes = changeForm { $0.edit("send at") { $0.replace(with: "now") } }
        return changes + sendForm(confirmed: false)
    }

    /// What an email's form says.
    func letter(_ form: Form, in zone: Zone) throws(FormProblem) -> Letter {
        let texts = [form.text("subject"), form.text("text")]
        if let field = texts.compactMap(EmailTemplate.unfilled).first {
            throw FormProblem(words: "\(field) is not filled in yet; write what belongs there.")
        }
        return Letter(
            subject: form.text("subject").trimmingBlanks,
            body: form.text("text"),
            priority: form.text("priority"),
            tags: form.text("tags").split(separator: ",").map { String($0).trimmingBlanks }
                .filter { !$0.isEmpty },
            sendAt: try sendTime(form, in: zone)
        )
    }

    /// When an email is sent; nil keeps it a draft.
    func sendTime(_ form: Form, in zone: Zone) throws(FormProblem) -> Timestamp? {
        guard let words = form.filled("send at") else { return nil }
        // The desk's clock shows the minute; what is sent at its end can still be taken back.
        if words.lowercased() == "now" { return now.minute.advanced(by: Self.soon) }
        let time = try instant(words, in: zone, isLater: false)
        guard time > now.minute else { throw .past }
        return time
    }

    /// From the minute that the desk's clock shows to when an email goes out that is sent now: the
    /// rest of the minute, and the time in which it can be taken back.
    private static let soon = Duration.seconds(60) + UndoOffer.time
}

extension Form {
    /// Whether somebody wrote in a field of the letter: it is not as the desk filled it in.
    func isTyped(_ label: String) -> Bool {
        let filled = taken.map(Self.texts)?.first { $0.label == label }?.text
        return self.filled(label) != nil && text(label) != filled
    }

    /// Fills a letter in, but where somebody wrote.
    fileprivate mutating func fill(with letter: Letter) {
        for (label, text) in Self.texts(of: letter) where !isTyped(label) {
            edit(label) { $0.replace(with: text) }
        }
        if taken?.priority == text("priority") {
            edit("priority") { $0.choose(letter.priority) }
        }
        taken = letter
    }

    private static func texts(of letter: Letter) -> [(label: String, text: String)] {
        [
            ("subject", letter.subject), ("text", letter.body),
            ("tags", letter.tags.joined(separator: ", ")),
        ]
    }
}
