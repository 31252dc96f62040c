// The rows of the command table that belong to the emails.
extension Command {
    static let email: [Command] = [
        Command(
            .openEmailLead,
            "lead of the email",
            ["Enter"],
            in: [.email],
            needs: .emailWithConversation,
            footer: "lead",
            "Goes to the conversation that the email belongs to."
        ),
        Command(
            .nextFilter,
            "next state of emails",
            ["Tab", "f"],
            in: [.email],
            footer: "state",
            "Shows the emails of the next state: open, drafts, scheduled, failed, sent, cancelled."
        ),
        Command(
            .previousFilter,
            "state of emails before",
            ["Shift-Tab", "F"],
            in: [.email],
            "Shows the emails of the state before."
        ),
        Command(
            .editEmail,
            "edit email",
            ["e"],
            in: [.email],
            needs: .openEmail,
            writes: .email,
            footer: "edit",
            "Changes what the email says, its priority, tags and time."
        ),
        Command(
            .scheduleEmail,
            "schedule email",
            ["s"],
            in: [.email],
            needs: .openEmail,
            writes: .email,
            footer: "schedule",
            "Says when the email is sent."
        ),
        Command(
            .unscheduleEmail,
            "do not send",
            ["c"],
            in: [.email],
            needs: .scheduledEmail,
            writes: .email,
            footer: "do not send",
            "Makes an email that is to be sent a draft again."
        ),
        Command(
            .discardEmail,
            "discard email",
            ["x"],
            in: [.email],
            needs: .openEmail,
            writes: .email,
            footer: "discard",
            "Drops the email; for ten seconds u takes it back."
        ),
    ]
}
