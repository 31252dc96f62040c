import ArgumentParser
import Model

/// `foyer lead`.
struct LeadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lead",
        abstract: "Claim a lead, set its stage, note what was done.",
        discussion: """
            Examples:
              foyer lead claim f70fab57-b56f-54a7-8209-f43f6b719bb7
              foyer lead release f70fab57-b56f-54a7-8209-f43f6b719bb7
              foyer lead stage f70fab57-b56f-54a7-8209-f43f6b719bb7 tour_scheduled
              foyer lead note f70fab57-b56f-54a7-8209-f43f6b719bb7 'prefers the third floor'
              foyer lead call f70fab57-b56f-54a7-8209-f43f6b719bb7 --outcome voicemail
            """,
        subcommands: [
            LeadClaimCommand.self, LeadReleaseCommand.self, LeadStageCommand.self,
            LeadNoteCommand.self, LeadCallCommand.self,
        ]
    )
}

/// `foyer lead claim`.
struct LeadClaimCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim",
        abstract: "Make a lead yours."
    )

    @Argument(help: "The lead's conversation id.")
    var lead: String

    @OptionGroup var options: WriteOptions

    func intent(in writing: Writing) throws -> Intent {
        let card = try writing.lead(lead)
        let rule = AssignLead(
            conversation: card.lead.id,
            to: writing.reading.profile.agent,
            seen: card.lead.claimedBy
        )
        return .assignLead(rule)
    }
}

/// `foyer lead release`.
struct LeadReleaseCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Make a lead nobody's."
    )

    @Argument(help: "The lead's conversation id.")
    var lead: String

    @OptionGroup var options: WriteOptions

    func intent(in writing: Writing) throws -> Intent {
        let card = try writing.lead(lead)
        let rule = AssignLead(conversation: card.lead.id, to: nil, seen: card.lead.claimedBy)
        return .assignLead(rule)
    }
}

/// `foyer lead stage`.
struct LeadStageCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "stage",
        abstract: "Say how far a lead has come.",
        discussion: """
            One of chat_initiated, info_collected, handed_off, tour_scheduled, tour_completed, \
            active, completed, abandoned. Backwards only with --back.
            """
    )

    @Argument(help: "The lead's conversation id.")
    var lead: String

    @Argument(help: "The stage.")
    var stage: String

    @Flag(help: "Also where the lead has come further already.")
    var back = false

    @OptionGroup var options: WriteOptions

    func intent(in writing: Writing) throws -> Intent {
        let card = try writing.lead(lead)
        let rule = SetStage(
            conversation: card.lead.id,
            status: stage,
            seen: card.status,
            goesBack: back
        )
        return .setStage(rule)
    }
}

/// `foyer lead note`.
struct LeadNoteCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Add a note to a lead, for colleagues."
    )

    @Argument(help: "The lead's conversation id.")
    var lead: String

    @Argument(help: "What is to be known.")
    var text: String

    @OptionGroup var options: WriteOptions

    func intent(in writing: Writing) throws -> Intent {
        let id = try writing.lead(lead).lead.id
        let rule = LogActivity(conversation: id, activity: .note, note: text)
        return .logActivity(rule)
    }
}

/// `foyer lead call`.
struct LeadCallCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Note that you called a lead, and what came of it."
    )

    @Argument(help: "The lead's conversation id.")
    var lead: String

    @Option(help: "What came of it, such as reached or voicemail.")
    var outcome: String?

    @Option(help: "What was said.")
    var note: String?

    @OptionGroup var options: WriteOptions

    func intent(in writing: Writing) throws -> Intent {
        let id = try writing.lead(lead).lead.id
        let rule = LogActivity(conversation: id, activity: .call, outcome: outcome, note: note)
        return .logActivity(rule)
    }
}
