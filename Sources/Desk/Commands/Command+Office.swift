// The rows of the command table that care for the office: knowledge, visitors, absences, settings.
extension Command {
    static let office: [Command] = [
        Command(
            .reviseAnswer,
            "edit answer",
            ["e"],
            in: [.questions],
            needs: .answerInDoubt,
            writes: .question,
            footer: "edit",
            "Opens an answer in doubt, to send it as it should be."
        ),
        Command(
            .knowledge,
            "knowledge",
            ["K"],
            in: anyPane,
            "Lists what the chatbot knows, to edit or retire it; type to find."
        ),
        Command(
            .contact,
            "correct contact",
            ["C"],
            in: leadPanes,
            needs: .lead,
            writes: .lead,
            "Corrects the visitor's name, email and phone."
        ),
        Command(
            .emails,
            "emails of the lead",
            ["E"],
            in: leadPanes,
            needs: .lead,
            "Lists emails to the lead that are not sent, to edit, schedule or cancel them."
        ),
        Command(
            .visits,
            "earlier visits",
            ["V"],
            in: leadPanes,
            needs: .lead,
            "Lists earlier visits of the lead's browser; Enter opens one, and going back returns."
        ),
        Command(
            .merge,
            "merge visitors",
            ["M"],
            in: leadPanes,
            needs: .lead,
            writes: .lead,
            "Shows who may be the same person as the lead's visitor, and makes them one."
        ),
        Command(
            .split,
            "split visitor",
            ["S"],
            in: leadPanes,
            needs: .mergedLead,
            writes: .lead,
            "Makes a visitor two again who were merged."
        ),
        Command(
            .findDuplicates,
            "find duplicates",
            ["D"],
            in: leadPanes,
            "Lists all visitors who left the same address or phone number twice."
        ),
        Command(
            .coverAbsence,
            "cover an absence",
            ["R"],
            in: anyPane,
            writes: .office,
            "Moves somebody's tours, questions and leads to somebody else in one step."
        ),
        Command(
            .team,
            "who works here",
            ["w"],
            in: anyPane,
            "Lists who works at a property, to assign somebody or end an assignment."
        ),
        Command(
            .propertySettings,
            "property settings",
            ["O"],
            in: anyPane,
            writes: .property,
            "Sets a property's time zone, the pause between tours and the notice before one."
        ),
        Command(
            .dropInForm,
            "retire or cancel",
            ["Alt-x"],
            in: [.form],
            needs: .formOfStanding,
            writes: .form,
            footer: "retire or cancel",
            "Retires the answer, or cancels the email, that the form is about."
        ),
    ]
}
