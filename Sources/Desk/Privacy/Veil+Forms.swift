import Model

// Forms, and lists to choose from.
extension Veil {
    /// Fields whose text says nothing of a renter: times, units, what is chosen of an office.
    private static let open: Set = [
        "when", "unit", "send at", "from", "until", "last day", "time zone", "pause", "notice",
    ]

    func form(_ form: Form) -> Form {
        var copy = Form(purpose(form.purpose), form.fields.map(field))
        copy.focus = form.focus
        copy.sending = form.sending.map(intent)
        copy.problem = form.problem
        copy.takenAnswer = form.takenAnswer
        copy.lead = form.lead.map(lead)
        copy.settles = form.settles
        copy.agents = form.agents
        copy.offered = form.offered
        copy.isDoubleTold = form.isDoubleTold
        copy.isLater = form.isLater
        return copy
    }

    /// What is typed into a field that is not known to be harmless is covered.
    private func field(_ field: FormField) -> FormField {
        guard !Self.open.contains(field.label) else { return field }
        var field = field
        switch field.kind {
        case .line(let line): field.kind = .line(line.covered(by: text))
        case .text(let editor):
            field.kind = .text(TextEditor(draft: text(editor.text), cursor: editor.cursor))
        case .choice, .toggle: break
        }
        return field
    }

    private func purpose(_ purpose: FormPurpose) -> FormPurpose {
        switch purpose {
        case .move(let row): .move(tour(row))
        case .cancel(let row): .cancel(tour(row))
        case .complete(let row): .complete(tour(row))
        case .editEmail(let row): .editEmail(email(row))
        case .schedule(let row): .schedule(email(row))
        case .office(let form): .office(office(form))
        case .answer, .book, .note, .call, .followUp, .email: purpose
        }
    }

    private func office(_ form: OfficeForm) -> OfficeForm {
        switch form {
        case .contact(let id, let seen, let name):
            .contact(id, contact(seen), name: text(name))
        case .knowledge(let row): .knowledge(knowledge(row))
        case .absence, .settings, .assign, .end: form
        }
    }

    func choice(_ choice: Choice) -> Choice {
        switch choice {
        case .filter(let name, let text): .filter(name, filter(text))
        case .copy(let label, let text): .copy(label, self.text(text))
        case .listed(let row): .listed(listed(row))
        case .command, .theme, .stage, .agent, .keepFilter: choice
        }
    }

    private func listed(_ row: Listed) -> Listed {
        switch row {
        case .knowledge(let row): .knowledge(knowledge(row))
        case .email(let row): .email(email(row))
        case .duplicate(let pair): .duplicate(self.pair(pair))
        case .visit(let visit): .visit(self.visit(visit))
        case .property, .narrowing, .assignment, .newAssignment: row
        }
    }

    /// A menu as it is drawn: where people are chosen among, what is typed is a name.
    func menu(_ menu: Menu) -> Menu {
        var menu = menu
        switch menu.kind {
        case .copying, .links, .listing(.emails), .listing(.duplicates), .listing(.visits):
            menu.field = menu.field.covered(by: text)
        case .filters: menu.field = menu.field.covered(by: filter)
        case .help, .palette, .stages, .agents, .themes, .listing(.knowledge),
            .listing(.properties), .listing(.team):
            break
        }
        return menu
    }
}
