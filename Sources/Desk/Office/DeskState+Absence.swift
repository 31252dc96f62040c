import Model
import Screen

// Covering an absence: what goes over, and what cannot.
extension DeskState {
    /// What the form asks of the replica; nil where it is another form.
    func absenceQuery(_ form: Form) -> AbsenceQuery? {
        guard case .office(.absence(let away, let covers)) = form.purpose,
            away.indices.contains(form.choice("away")),
            covers.indices.contains(form.choice("covers")),
            let span = AbsenceSpan(rawValue: form.choice("tours"))
        else { return nil }
        return AbsenceQuery(
            from: away[form.choice("away")].id,
            to: covers[form.choice("covers")]?.id,
            until: span.end(now: now, in: zone)
        )
    }

    /// One intent for all that fits; the rest stays where it is, and is named.
    func cover(_ form: Form) throws(FormProblem) -> Intent {
        guard let query = absenceQuery(form), let from = query.from else {
            throw FormProblem(words: "Nobody is here who could be away.")
        }
        guard query.to != from else { throw FormProblem(words: "Choose two who differ.") }
        guard let page = office.absence, page.query == query else {
            throw FormProblem(words: "What there is to hand over is still being read.")
        }
        let rule = CoverAbsence(
            from: from,
            to: query.to,
            tours: page.tours.filter { $0.obstacle == nil }.map(\.tour.id),
            tasks: form.isOn("questions") ? page.tasks : [],
            leads: form.isOn("leads") ? page.leads : []
        )
        guard !rule.tours.isEmpty || !rule.tasks.isEmpty || !rule.leads.isEmpty else {
            throw FormProblem(words: "There is nothing to hand over.")
        }
        return .coverAbsence(rule)
    }

    func absenceRemarks(_ form: Form) -> [(words: String, role: Role)] {
        guard let query = absenceQuery(form), let page = office.absence, page.query == query else {
            return [("Reading what there is to hand over…", .muted)]
        }
        let free = page.tours.filter { $0.obstacle == nil }
        let stay = page.tours.filter { $0.obstacle != nil }
        let parts = [
            Words.count(free.count, "tour"),
            Words.count(form.isOn("questions") ? page.tasks.count : 0, "question"),
            Words.count(form.isOn("leads") ? page.leads.count : 0, "lead"),
        ]
        var remarks: [(words: String, role: Role)] = [
            (
                """
                \(parts.joined(separator: ", ")) go over in one step; \(key(.undo)) takes them \
                back.
                """, .accent
            )
        ]
        remarks += free.prefix(Self.toursNamed).map { ("\(glyphs.check) \(words($0.tour))", .good) }
        if free.count > Self.toursNamed {
            remarks.append(("and \(Words.count(free.count - Self.toursNamed)) more", .muted))
        }
        remarks += stay.prefix(Self.toursNamed).map { absent in
            let words = "\(words(absent.tour)) stays. \(absent.obstacle ?? "")"
            return ("\(glyphs.cross) \(words)", .problem)
        }
        if stay.count > Self.toursNamed {
            remarks.append(("and \(Words.count(stay.count - Self.toursNamed)) more stay", .problem))
        }
        return remarks
    }

    /// Tours that are named one by one, of those that go and of those that stay.
    private static let toursNamed = 3

    private func words(_ tour: TourRow) -> String {
        "\(Words.time(tour.localStart))  \(tour.prospect)"
    }
}
