import Model
import Replica

// What the commands on tours look up.
extension Writing {
    /// Where a tour is booked: the lead's property, or the one that was named, or the only one.
    func place(
        lead: String?,
        property: String?
    ) throws -> (property: PropertyName, card: LeadCard?) {
        let overview = try reading.overview()
        guard let lead else {
            let named = try property.map {
                try PropertyID(argument: $0, of: "property", from: "foyer status")
            }
            let found = overview.properties.first { $0.id == named }
            guard let found = named == nil ? overview.onlyProperty : found else {
                throw Complaint("say at which of your properties with --property, or whom: --lead")
            }
            return (found, nil)
        }
        let card = try self.lead(lead)
        guard let found = overview.properties.first(where: { $0.id == card.lead.property }) else {
            throw Complaint("the lead's property is not yours any more")
        }
        return (found, card)
    }

    /// A lead with all that is known of it.
    func lead(_ text: String) throws -> LeadCard {
        let id = try ConversationID(argument: text, of: "conversation", from: "foyer leads")
        guard case .card(let card) = try reading.page(.card(id)) else {
            throw Complaint("there is no lead with the id \(text); see: foyer leads --json")
        }
        return card
    }

    /// A tour as it is shown.
    func tour(_ text: String) throws -> Model.Record {
        let id = try TourID(argument: text, of: "tour", from: "foyer tours")
        guard let record = try reading.reader.row(.tours, id) else {
            throw Complaint("there is no tour with the id \(text); see: foyer tours --json")
        }
        return record
    }

    /// The zone in which a tour's time is meant.
    func zone(of tour: Model.Record) throws -> Zone {
        let id: PropertyID? = tour.id("property_id")
        return try reading.overview().properties.first { $0.id == id }?.zone ?? .utc
    }

    /// The write that says what became of a tour.
    func outcome(_ text: String, _ outcome: SetTourOutcome.Outcome) throws -> Intent {
        let record = try tour(text)
        return .setTourOutcome(
            SetTourOutcome(tour: record.id.cast(), outcome: outcome, seen: record.text("status"))
        )
    }

    /// The instant that a person means.
    func instant(_ words: String, in zone: Zone) throws -> Timestamp {
        switch DateEntry.parse(words, now: now, in: zone) {
        case .failure(let problem):
            throw Complaint("“\(words)” is no time that is understood; try \(problem.remedy)")
        case .success(let entry):
            switch entry.occurrence(in: zone) {
            case .once(let instant): return instant
            case .never(_, let next):
                throw Complaint("the clock is put forward over that time; next is \(next.clock)")
            case .twice(let earlier, let later):
                let names = [earlier, later].map { "\($0.text) (\(zone.abbreviation(at: $0)))" }
                throw Complaint(
                    "the clock shows that time twice: \(names.joined(separator: " or "))"
                )
            }
        }
    }
}

extension Overview {
    /// The property of an agent who has one alone.
    fileprivate var onlyProperty: PropertyName? {
        properties.count == 1 ? properties.first : nil
    }
}
