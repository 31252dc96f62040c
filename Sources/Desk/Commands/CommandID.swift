/// Every command of the desk, by what it is called in a keymap.
package enum CommandID: String, CaseIterable, Hashable, Sendable {
    case quit
    case leave
    case suspend
    case repaint
    case help
    case palette
    case focusLeads = "focus-leads"
    case focusConversation = "focus-conversation"
    case focusQuestions = "focus-questions"
    case focusTours = "focus-tours"
    case focusNext = "focus-next"
    case focusPrevious = "focus-previous"
    case zoom
    case back
    case nextWaiting = "next-waiting"
    case reconnect
    case theme

    case up
    case down
    case pageUp = "page-up"
    case pageDown = "page-down"
    case halfUp = "half-page-up"
    case halfDown = "half-page-down"
    case first
    case firstTour = "first-tour"
    case last

    case openLead = "open-lead"
    case filterLeads = "filter-leads"
    case order
    case searchConversation = "search-conversation"
    case nextMatch = "next-match"
    case previousMatch = "previous-match"
    case card
    case openQuestion = "open-question"
    case filterQuestions = "filter-questions"
    case openTour = "open-tour"
    case tourView = "tour-view"
    case earlier
    case later
    case today

    case rowUp = "row-up"
    case rowDown = "row-down"
    case choose
    case close
    case keepText = "keep-text"
    case dropText = "drop-text"
    case eraseLeft = "erase-left"
    case eraseWord = "erase-word"
    case eraseAll = "erase-all"
    case cursorLeft = "cursor-left"
    case cursorRight = "cursor-right"
}
