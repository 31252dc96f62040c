import Model

// Writing an email: from a template, at a time, or at once.
extension DeskState {
    /// Opens an email to the lead at hand, with the templates to choose from.
    mutating func openEmail() {
        guard let lead = leadAtHand else { return }
        let place = property(lead.property)?.name ?? lead.propertyName
        let letter = Letter(subject: "Your visit to \(place)", body: "")
        let names = ["none"] + templates.map(\.name)
        open(
            Form(
                .email(lead.id),
                [.choice("template", names)] + Self.fields(of: letter, sendAt: "")
            )
        )
        if case .form(var form) = mode {
            // A text that was begun before is gone on with.
            form.focus = form.filled("text") == nil ? 0 : 2
            mode = .form(form)
        }
    }

    /// Fills the letter in with the template that was turned to, unless somebody has written in it.
    func takeTemplate(in form: inout Form) {
        guard case .email(let lead) = form.purpose, form.focused?.label == "template" else {
            return
        }
        let isUntouched = form.filled("text") == nil || form.text("text") == form.takenText
        guard isUntouched else {
            form.problem = "What you wrote stays; empty the text, and a template can fill it."
            return
        }
        let choice = form.choice("template") - 1
        guard templates.indices.contains(choice) else {
            form.edit("text") { $0.replace(with: "") }
            form.takenText = nil
            return
        }
        let letter = templates[choice].letter(templateValues(of: lead))
        let priority = ["low", "medium", "high"].firstIndex(of: letter.priority) ?? 1
        form.edit("subject") { $0.replace(with: letter.subject) }
        form.edit("text") { $0.replace(with: letter.body) }
        form.edit("priority") { field in
            if case .choice(let words, _) = field.kind { field.kind = .choice(words, priority) }
        }
        form.edit("tags") { $0.replace(with: letter.tags.joined(separator: ", ")) }
        form.takenText = letter.body
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
        return try instant(words, in: zone, isLater: false)
    }

    /// From the minute that the desk's clock shows to when an email goes out that is sent now: the
    /// rest of the minute, and the time in which it can be taken back.
    private static let soon = Duration.seconds(60) + UndoOffer.time
}
