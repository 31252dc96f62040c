import ArgumentParser
import Model

/// `foyer tour`.
struct TourCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tour",
        abstract: "Book, move and cancel tours, and say what became of them.",
        discussion: """
            When takes what a person types: 'tue 3pm', 'tomorrow 10:30', '12/4 14:00', '+2h', in \
            the property's own time.

            Examples:
              foyer tour book --lead f70fab57-b56f-54a7-8209-f43f6b719bb7 'tue 3pm'
              foyer tour book --property 0b6f… --who 'Sam Kim' --walk-in 'today 4pm'
              foyer tour move 4f9e… 'thu 10:30' --asked-by visitor
              foyer tour cancel 4f9e… --asked-by visitor --reason 'found a place'
              foyer tour complete 4f9e… --interest high --unit 312
              foyer tour no-show 4f9e…
            """,
        subcommands: [
            TourBookCommand.self, TourMoveCommand.self, TourCancelCommand.self,
            TourConfirmCommand.self, TourCompleteCommand.self, TourNoShowCommand.self,
        ]
    )
}

extension TourSide: ExpressibleByArgument {}
extension WrittenTourType: ExpressibleByArgument {}

/// `foyer tour book`.
struct TourBookCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "book",
        abstract: "Book a tour: for a lead, or for somebody who calls or walks in."
    )

    @Argument(help: "When, such as 'tue 3pm'.")
    var when: String

    @Option(help: "The lead's conversation id; name, contact and property are taken from it.")
    var lead: String?

    @Option(help: "The property's id, where there is no lead.")
    var property: String?

    @Option(help: "Who comes, where the lead does not say.")
    var who: String?

    @Option(help: "How long, minutes.")
    var minutes = 30

    @Option(help: "in_person, virtual or self_guided.")
    var type = WrittenTourType.inPerson

    @Option(help: "The unit they want to see.")
    var unit: String?

    @Flag(help: "Leave it to the property's team rather than to yourself.")
    var team = false

    @Flag(help: "They stand in the office.")
    var walkIn = false

    @Flag(help: "Book it against warnings too, such as hours that nobody knows.")
    var anyway = false

    @OptionGroup var options: WriteOptions

    func intent(in writing: Writing) throws -> Intent {
        let place = try writing.place(lead: lead, property: property)
        guard let name = who ?? place.card?.lead.name else {
            throw Complaint("nobody knows who comes; say it with --who")
        }
        let start = try writing.instant(when, in: place.property.zone)
        let rule = BookTour(
            property: place.property.id,
            conversation: place.card?.lead.id,
            manager: team ? nil : writing.reading.profile.agent,
            prospect: Prospect(name: name, email: place.card?.email, phone: place.card?.phone),
            start: start,
            minutes: minutes,
            type: type,
            unit: unit,
            isWalkIn: walkIn,
            confirmed: anyway
        )
        return .bookTour(rule)
    }
}

/// `foyer tour move`.
struct TourMoveCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Move a tour to another time."
    )

    @Argument(help: "The tour's id.")
    var tour: String

    @Argument(help: "When, such as 'thu 10:30'.")
    var when: String

    @Option(help: "Who wanted it: visitor or office.")
    var askedBy = TourSide.office

    @Option(help: "Why.")
    var reason: String?

    @Flag(help: "Move it against warnings too.")
    var anyway = false

    @OptionGroup var options: WriteOptions

    func intent(in writing: Writing) throws -> Intent {
        let record = try writing.tour(tour)
        guard let seen = record.instant("tour_datetime") else {
            throw Complaint("the tour has no time to be moved from")
        }
        let start = try writing.instant(when, in: try writing.zone(of: record))
        let rule = MoveTour(
            tour: record.id.cast(),
            seenStart: seen,
            start: start,
            askedBy: askedBy,
            reason: reason,
            confirmed: anyway
        )
        return .moveTour(rule)
    }
}

/// `foyer tour cancel`.
struct TourCancelCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Cancel a tour, saying who wanted it and why."
    )

    @Argument(help: "The tour's id.")
    var tour: String

    @Option(help: "Who wanted it: visitor or office.")
    var askedBy = TourSide.visitor

    @Option(help: "Why.")
    var reason: String?

    @OptionGroup var options: WriteOptions

    func intent(in writing: Writing) throws -> Intent {
        try writing.outcome(tour, .cancelled(by: askedBy, reason: reason))
    }
}

/// `foyer tour confirm`.
struct TourConfirmCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Say that a tour was confirmed with who comes."
    )

    @Argument(help: "The tour's id.")
    var tour: String

    @OptionGroup var options: WriteOptions

    func intent(in writing: Writing) throws -> Intent {
        let id: TourID = try writing.tour(tour).id.cast()
        return .confirmTour(ConfirmTour(tour: id))
    }
}

/// `foyer tour complete`.
struct TourCompleteCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "complete",
        abstract: "Say that a tour was given."
    )

    @Argument(help: "The tour's id.")
    var tour: String

    @Option(help: "How interested they are, such as high.")
    var interest: String?

    @Option(help: "The unit they liked.")
    var unit: String?

    @OptionGroup var options: WriteOptions

    func intent(in writing: Writing) throws -> Intent {
        try writing.outcome(tour, .completed(interest: interest, unit: unit))
    }
}

/// `foyer tour no-show`.
struct TourNoShowCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "no-show",
        abstract: "Say that nobody came."
    )

    @Argument(help: "The tour's id.")
    var tour: String

    @OptionGroup var options: WriteOptions

    func intent(in writing: Writing) throws -> Intent {
        try writing.outcome(tour, .noShow)
    }
}
