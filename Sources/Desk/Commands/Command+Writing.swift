// The rows of the command table that write.
extension Command {
    static let leadPanes: Set<Place> = [.leads, .conversation]

    static let writing: [Command] = [
        Command(
            .answer,
            "answer",
            ["a"],
            in: [.leads, .conversation, .questions],
            needs: .question,
            writes: .question,
            footer: "answer",
            "Answers the question, for everybody who asked it."
        ),
        Command(
            .bookTour,
            "book a tour",
            ["t"],
            in: leadPanes,
            needs: .lead,
            writes: .lead,
            footer: "tour",
            "Books a tour for the lead."
        ),
        Command(
            .email,
            "email",
            ["m"],
            in: leadPanes,
            needs: .leadWithAddress,
            writes: .lead,
            footer: "email",
            "Writes an email to the lead."
        ),
        Command(
            .claim,
            "claim or release",
            ["c"],
            in: leadPanes,
            needs: .lead,
            writes: .lead,
            footer: "claim",
            "Makes the lead yours, or nobody's where it is."
        ),
        Command(
            .assign,
            "hand off",
            ["A"],
            in: leadPanes,
            needs: .lead,
            writes: .lead,
            "Makes the lead a colleague's, who also speaks for the bot where you did."
        ),
        Command(
            .stage,
            "stage",
            ["s"],
            in: leadPanes,
            needs: .lead,
            writes: .lead,
            "Says how far the lead has come."
        ),
        Command(
            .call,
            "log a call",
            ["p"],
            in: leadPanes,
            needs: .lead,
            writes: .lead,
            "Notes that you called, and what came of it."
        ),
        Command(
            .note,
            "note",
            ["e"],
            in: leadPanes,
            needs: .lead,
            writes: .lead,
            "Adds a note for colleagues."
        ),
        Command(
            .followUp,
            "follow up",
            ["f"],
            in: leadPanes,
            needs: .lead,
            writes: .lead,
            "Says when you will turn to the lead again."
        ),
        Command(
            .takeOver,
            "take over or give back",
            ["b"],
            in: leadPanes,
            needs: .lead,
            writes: .lead,
            "Speaks for the office instead of the bot, or lets the bot speak again."
        ),
        Command(
            .approve,
            "approve",
            ["v"],
            in: [.questions],
            needs: .answerInDoubt,
            writes: .question,
            footer: "approve",
            "Says that an answer in doubt is right."
        ),
        Command(
            .dismiss,
            "dismiss",
            ["x"],
            in: [.questions],
            needs: .question,
            writes: .question,
            footer: "dismiss",
            "Says that the question wants no answer; knowledge is retired."
        ),
        Command(
            .bookRequest,
            "book the request",
            ["t"],
            in: [.tours],
            needs: .tourRequest,
            writes: .request,
            footer: "tour",
            "Books a tour for whom asked for one and has no time yet."
        ),
        Command(
            .bookAnew,
            "book a tour",
            ["b"],
            in: [.tours],
            writes: .office,
            footer: "book",
            "Books a tour for somebody who calls or walks in."
        ),
        Command(
            .moveTour,
            "move tour",
            ["m"],
            in: [.tours],
            needs: .scheduledTour,
            writes: .tour,
            footer: "move",
            "Moves the tour to another time."
        ),
        Command(
            .cancelTour,
            "cancel tour",
            ["x"],
            in: [.tours],
            needs: .scheduledTour,
            writes: .tour,
            footer: "cancel",
            "Cancels the tour, saying who wanted it and why."
        ),
        Command(
            .confirmTour,
            "confirm tour",
            ["c"],
            in: [.tours],
            needs: .scheduledTour,
            writes: .tour,
            "Says that the tour was confirmed with who comes."
        ),
        Command(
            .completeTour,
            "tour done",
            ["d"],
            in: [.tours, .shift],
            needs: .begunTour,
            writes: .tour,
            footer: "done",
            "Says that the tour was given, and how it went."
        ),
        Command(
            .noShow,
            "no-show",
            ["n"],
            in: [.tours, .shift],
            needs: .begunTour,
            writes: .tour,
            footer: "no-show",
            "Says that nobody came."
        ),
        Command(
            .undo,
            "undo",
            ["u"],
            in: anyView,
            needs: .somethingToUndo,
            footer: "undo",
            "Takes back what you did last, for ten seconds."
        ),
        Command(
            .attention,
            "needs attention",
            ["7"],
            in: anyView,
            "Shows what the hub refused, and why."
        ),
    ]

    static let forms: [Command] = [
        Command(
            .send,
            "send",
            ["Ctrl-s", "Ctrl-d"],
            in: [.form],
            writes: .form,
            footer: "send",
            "Keeps what the form says, and sends it."
        ),
        Command(
            .sendAnyway,
            "send all the same",
            ["Alt-y"],
            in: [.form],
            writes: .form,
            "Sends it although something warns against it."
        ),
        Command(
            .sendNow,
            "send now",
            ["Alt-s"],
            in: [.form],
            writes: .form,
            "Sends an email within a minute; for ten seconds u takes it back."
        ),
        Command(.leaveForm, "leave", ["Esc"], in: [.form], footer: "leave", "Leaves the form."),
        Command(
            .formEnter,
            "next field or line",
            ["Enter"],
            in: [.form],
            "Goes to the next field; in a text it breaks the line, behind the last field it sends."
        ),
        Command(
            .formTab,
            "next field, or take an answer",
            ["Tab"],
            in: [.form],
            footer: "next",
            "Goes to the next field; where one answers it takes an answer like it, at last yours."
        ),
        Command(.formBack, "field before", ["Shift-Tab"], in: [.form], "Goes to the field before."),
        Command(.formUp, "line above", ["Up"], in: [.form], "Goes a line or a field up."),
        Command(.formDown, "line below", ["Down"], in: [.form], "Goes a line or a field down."),
        Command(.formLeft, "left", ["Left"], in: [.form], "Moves left, or takes another choice."),
        Command(.formRight, "right", ["Right"], in: [.form], "Moves right, or another choice."),
        Command(
            .editOutside,
            "your editor",
            ["Ctrl-e"],
            in: [.form],
            needs: .longText,
            footer: "your editor",
            "Opens the text in $VISUAL or $EDITOR; what you save there stands here then."
        ),
        Command(
            .pickFree,
            "free time",
            ["Ctrl-n"],
            in: [.form, .grab],
            "Takes the next of the free times that are offered."
        ),
        Command(
            .togglePublish,
            "publish or not",
            ["Alt-p"],
            in: [.form],
            "Says whether an answer becomes the property's knowledge."
        ),
        Command(
            .toggleEmail,
            "emails or not",
            ["Alt-m"],
            in: [.form],
            "Says whether the askers get an email draft."
        ),
        Command(
            .toggleAsker,
            "visitor or office",
            ["Alt-v"],
            in: [.form],
            "Says whether the visitor or the office wants a tour moved or cancelled."
        ),
        Command(
            .attentionUp,
            "write above",
            ["k", "Up"],
            in: [.attention],
            "Goes to the write above."
        ),
        Command(
            .attentionDown,
            "write below",
            ["j", "Down"],
            in: [.attention],
            "Goes to the write below."
        ),
        Command(
            .editRefused,
            "edit and send again",
            ["e"],
            in: [.attention],
            footer: "edit",
            "Opens the form with what you wrote."
        ),
        Command(
            .retryRefused,
            "send again",
            ["r"],
            in: [.attention],
            footer: "send again",
            "Sends it again as it is."
        ),
        Command(
            .discardRefused,
            "do discard",
            ["D"],
            in: [.attention],
            needs: .discardAsked,
            footer: "do discard",
            "Drops what you wrote, once d has asked."
        ),
        Command(
            .askToDiscard,
            "discard",
            ["d"],
            in: [.attention],
            footer: "discard",
            "Asks whether to drop what you wrote; D does it."
        ),
        Command(
            .closeAttention,
            "back",
            ["Esc", "q"],
            in: [.attention],
            footer: "back",
            "Goes back to the desk."
        ),
    ]
}
