// All that the first tour says, in one place; keys are the agent's own.
extension DeskState {
    /// What to do now: a headline, and what happened, and which key is next.
    func tutorialWords(_ tutorial: Tutorial) -> (title: String, how: String) {
        switch tutorial.step {
        case .look: ("Look at who waits", lookWords)
        case .open: ("Read what they said", openWords)
        case .questions: ("See what the chatbot could not answer", questionsWords)
        case .answer: ("Answer a question", answerWords)
        case .send: ("Send the answer", sendWords)
        case .book: ("Book a tour", bookWords)
        case .time: ("Find a time for it", timeWords)
        case .help: ("Find everything else", helpWords)
        case .end: ("That is all you need for today", endWords)
        }
    }

    private var lookWords: String {
        guard leads.selected != nil else { return "The office is filling up; one moment." }
        guard focus == .leads, fullView == nil else {
            return "\(key(.focusLeads)) shows the leads."
        }
        return "Everybody here is made up. Who has waited longest for a person stands on top, with "
            + "the time. Press \(key(.down)) for the next one."
    }

    private var openWords: String {
        guard focus == .leads, fullView == nil else {
            return "\(key(.focusLeads)) shows the leads."
        }
        return
            "The conversation follows the mark \(glyphs.selected). Press \(key(.openLead)) to go "
            + "into it."
    }

    private var questionsWords: String {
        "This is all they said and what is known of them; \(key(.up)) and \(key(.down)) scroll. "
            + "Press \(key(.focusQuestions)) for the questions."
    }

    private var answerWords: String {
        guard focus == .questions, fullView == nil else {
            return "\(key(.focusQuestions)) shows the questions."
        }
        guard questionAtHand != nil else { return "No question waits yet; one comes soon." }
        return "The oldest is marked, and renters wait for it. Press \(key(.answer)) to answer it."
    }

    private var sendWords: String {
        guard case .answer? = form?.purpose else {
            return "Your text is kept. Press \(key(.answer)) to go on with it."
        }
        return "Type a sentence, or take one below with \(key(.formTab)): it is kept as you type. "
            + "Press \(key(.send)) to send it to everybody who asked."
    }

    private var bookWords: String {
        let away = focus != .leads && focus != .conversation || fullView != nil
        let first =
            away ? "Press \(key(.focusLeads)), then \(key(.bookTour))" : "Press \(key(.bookTour))"
        return "It goes out by itself, and \(key(.undo)) takes it back for ten seconds. "
            + "\(first) to book a tour for the lead that is marked."
    }

    private var timeWords: String {
        guard case .book? = form?.purpose else {
            return "What you typed is kept. Press \(key(.bookTour)) to go on with it."
        }
        return "At “when” type tue 3pm, or press \(key(.pickFree)) for a free time: what it means "
            + "and what stands in the way is said. Press \(key(.send)) to book it."
    }

    private var helpWords: String {
        "It stands in the Tours now, and on the hub. Press \(key(.help)) for every key."
    }

    private var endWords: String {
        "Type a word to find a command here, \(key(.choose)) runs it, \(key(.close)) closes the "
            + "list. \(key(.palette))tutorial begins this again, \(key(.quit)) leaves the desk."
    }
}
