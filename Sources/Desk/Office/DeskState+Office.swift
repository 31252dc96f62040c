import Model

// The lists and forms beside the panes, from a key to what they open.
extension DeskState {
    /// Runs the commands of `Command.office`.
    mutating func runOffice(_ id: CommandID) -> [DeskEffect] {
        switch id {
        case .knowledge: list(.knowledge)
        case .findDuplicates: list(.duplicates(nil))
        case .merge: if let lead = leadAtHand { list(.duplicates(lead.id)) }
        case .visits: if let lead = leadAtHand { list(.visits(lead.id)) }
        case .contact: return leadAtHand.map { begin(.contact($0.id)) } ?? []
        case .emails: return leadAtHand.map { begin(.emails($0.id)) } ?? []
        case .split: return leadAtHand.map { begin(.split($0.id)) } ?? []
        case .reviseAnswer: return questions.selected.map { begin(.revise($0.id)) } ?? []
        case .coverAbsence: return begin(.absence)
        case .propertySettings: return choosePlace(for: .settings)
        case .team: return choosePlace(for: .team)
        case .dropInForm: return dropInForm()
        // `run` sends no other here.
        default: break
        }
        return []
    }

    mutating func list(_ listing: Listing) {
        mode = .choosing(Menu(kind: .listing(listing)))
    }

    /// Opens or writes as soon as what it needs is here, which it mostly is.
    mutating func begin(_ opening: Opening) -> [DeskEffect] {
        office.opening = opening
        return continueOpening()
    }

    /// Does what waited for a page, where the page is here as it stands.
    mutating func continueOpening() -> [DeskEffect] {
        guard let opening = office.opening, reads.isAnswered(opening.request) else { return [] }
        office.opening = nil
        switch opening {
        case .contact(let lead): openContact(lead)
        case .emails(let lead): list(.emails(lead))
        case .split(let lead): return split(lead)
        case .takeOver(let lead): return takeOver(lead)
        case .revise(let id): openRevision(id)
        case .retire(let id): return retireQuestion(id)
        case .absence: openAbsence()
        case .settings: openSettings()
        case .team(let property): list(.team(property))
        }
        return []
    }

    /// Several properties are chosen from, the one at hand first.
    private mutating func choosePlace(for use: PropertyUse) -> [DeskEffect] {
        guard let property = propertyAtHand else { return [] }
        guard hasSeveralProperties else { return use.opening(property).map { begin($0) } ?? [] }
        list(.properties(use))
        return []
    }

    /// The property of what is under the cursor, else the one that the desk is narrowed to, else
    /// the first.
    var propertyAtHand: PropertyID? {
        let selected: PropertyID? =
            switch focus {
            case .leads, .conversation: leadAtHand?.property
            case .questions: questions.selected?.property
            // The tours of all may still be here when the desk has just been narrowed.
            case .tours: scope ?? selectedTour?.property ?? selectedRequest?.property
            }
        return selected ?? scope ?? overview?.properties.first?.id
    }

    /// Requests of what is open here.
    var officeRequests: [PageRequest] {
        var requests: [PageRequest] = []
        if case .choosing(let menu) = mode, let listing = menu.listing {
            switch listing {
            case .knowledge: requests.append(.knowledge(KnowledgeQuery(words: menu.field.text)))
            case .duplicates(let lead):
                requests.append(.duplicates(DuplicatesQuery(conversation: lead)))
            case .team(let property): requests.append(.office(property))
            case .emails(let lead): requests.append(.card(lead))
            case .visits(let lead): requests.append(.visits(lead))
            case .properties: break
            }
        }
        if let form, let query = absenceQuery(form) { requests.append(.absence(query)) }
        switch office.opening {
        case .absence, .settings, .team: requests += [office.opening?.request].compactMap(\.self)
        // Card and question are asked for by the panes, but where the conversation is not seen.
        case .contact(let lead), .emails(let lead), .split(let lead), .takeOver(let lead):
            if layout[.conversation] == nil { requests.append(.card(lead)) }
        case .revise, .retire, nil: break
        }
        return requests
    }

    mutating func takeOffice(_ page: Page) -> [DeskEffect] {
        switch page {
        case .knowledge(let page): office.knowledge = page
        case .absence(let page): office.absence = page
        case .duplicates(let page): office.duplicates = page
        case .office(let page): office.page = page
        case .visits(let page): office.visits = page
        // `take` sends no other here.
        default: break
        }
        return continueOpening()
    }
}
