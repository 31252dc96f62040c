import Model
import Screen

// What the office's lists offer, how a row looks, and what choosing it does.
extension DeskState {
    /// The rows that contain every word typed.
    func listed(_ listing: Listing, _ words: [Substring]) -> [Listed] {
        switch listing {
        case .knowledge:
            // The replica narrows it: there may be more than a page of it.
            return (office.knowledge?.rows ?? []).map(Listed.knowledge)
        case .emails(let lead):
            guard conversation.card?.lead.id == lead else { return [] }
            return (conversation.card?.drafts ?? []).filter { matches($0.letter.subject, words) }
                .map(Listed.email)
        case .duplicates(let lead):
            guard let page = office.duplicates, page.query.conversation == lead else { return [] }
            return page.pairs.filter { matches("\($0.kept.words) \($0.merged.words)", words) }
                .map(Listed.duplicate)
        case .visits(let lead):
            guard let page = office.visits, page.conversation == lead else { return [] }
            return page.visits.filter { matches(VisitWords(desk: self, visit: $0).all, words) }
                .map(Listed.visit)
        case .properties(.narrow): return narrowings(words)
        case .properties(let use):
            let here = propertyAtHand
            let names = (overview?.properties ?? []).filter { matches($0.name, words) }
            return (names.filter { $0.id == here } + names.filter { $0.id != here })
                .map { Listed.property($0, use) }
        case .team(let property):
            guard let page = office.page, page.property == property else { return [] }
            let rows = page.assignments.filter { matches($0.agent.words, words) }
            let new = matches("assign somebody", words) ? [Listed.newAssignment(page)] : []
            return new + rows.map(Listed.assignment)
        }
    }

    /// Whether the rows of a list have been read.
    func isHere(_ listing: Listing) -> Bool {
        switch listing {
        case .knowledge: office.knowledge != nil
        case .emails(let lead): conversation.card?.lead.id == lead
        case .duplicates(let lead): office.duplicates?.query.conversation == lead
        case .visits(let lead): office.visits?.conversation == lead
        case .properties: overview != nil
        case .team(let property): office.page?.property == property
        }
    }

    /// What choosing a row does.
    mutating func open(_ row: Listed) -> [DeskEffect] {
        switch row {
        case .knowledge(let row): openKnowledge(row)
        case .email(let row): openEditEmail(row)
        case .duplicate(let pair):
            let merge = MoveConversations(
                conversations: pair.conversations,
                from: pair.merged.id,
                to: pair.kept.id
            )
            return [.write(.moveConversations(merge))]
        case .visit(let visit): open(visit)
        case .property(let property, let use):
            return use.opening(property.id).map { begin($0) } ?? narrow(to: property)
        case .narrowing(let property, _): return narrow(to: property)
        case .assignment(let row): openEnd(row)
        case .newAssignment(let page): openAssignment(page)
        }
        return []
    }

    func add(_ row: Listed, to line: inout Line, _ role: Role) {
        switch row {
        case .knowledge(let row):
            let place = hasSeveralProperties ? row.propertyName : ""
            let note = row.isInDoubt ? "to review" : place
            line.add(DisplayText(outside: row.question), column: max(1, line.left - 20), role)
            line.add(.blanks(1))
            line.add(DisplayText(outside: note), row.isInDoubt ? .waiting : .muted)
        case .email(let row):
            let zone = emailZone(row)
            let time = row.letter.sendAt.map { "goes out \(words($0, in: zone))" }
            let subject = DisplayText(outside: row.letter.subject)
            line.add(subject, column: max(1, line.left - 30), role)
            line.add(.blanks(1))
            line.add(DisplayText(outside: time ?? row.state.words), .muted)
        case .duplicate(let pair):
            let names = "\(pair.kept.words)  =  \(pair.merged.words)"
            let shared = pair.shared.map(\.words).joined(separator: ", ")
            line.add(DisplayText(outside: names), column: max(1, line.left - 36), role)
            line.add(.blanks(1))
            line.add(DisplayText(outside: shared), .muted)
        case .visit(let visit): VisitWords(desk: self, visit: visit).add(to: &line, role)
        case .narrowing(let property, let waits): add(property, waits, to: &line, role)
        case .property(let property, _): line.add(DisplayText(outside: property.name), role)
        case .assignment(let row):
            line.add(DisplayText(outside: row.agent.words), column: 28, role)
            line.add(DisplayText(outside: term(row)), .muted)
        case .newAssignment: line.add(DisplayText(outside: "assign somebody"), role)
        }
    }

    /// From when to when, and whether first of all.
    private func term(_ row: AssignmentRow) -> String {
        var parts = ["from \(row.from)"]
        if let until = row.until { parts.append("to \(until)") }
        if row.isPrimary { parts.append("primary") }
        return parts.joined(separator: " \(glyphs.separator) ")
    }
}
