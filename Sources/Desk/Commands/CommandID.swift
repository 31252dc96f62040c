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
    case lock, unlock
    case tutorial
    case properties
    case switchAgent = "switch-agent"
    case otherAgents = "other-agents"
    case agentUp = "agent-up"
    case agentDown = "agent-down"
    case clearPIN = "clear-pin"
    case mask
    case maskWhileTyping = "mask-while-typing"
    case theme
    case mouse

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
    case toursByWeek = "tours-week"
    case toursByDay = "tours-day"
    case toursAgenda = "tours-agenda"
    case toursByMonth = "tours-month"
    case exportTours = "export-tours"
    case printTours = "print-tours"
    case grabTour = "grab-tour"
    case dropTour = "drop-tour"
    case dropAnyway = "drop-anyway"
    case letGo = "let-go"
    case grabUp = "grab-up"
    case grabDown = "grab-down"
    case grabLeft = "grab-left"
    case grabRight = "grab-right"
    case grabHourUp = "grab-hour-up"
    case grabHourDown = "grab-hour-down"
    case earlier
    case later
    case today

    case answer, approve, assign, dismiss, claim, stage, call, note, email, undo, attention
    case completeWord = "complete-word"
    case savedFilters = "saved-filters"
    case forgetFilter = "forget-filter"
    case links
    case metrics
    case copy
    case emailView = "email-view"
    case insightsView = "insights-view"
    case shiftView = "shift-view"
    case statusView = "status-view"
    case closeView = "close-view"
    case openShiftRow = "open-shift-row"
    case longerPeriod = "longer-period"
    case shorterPeriod = "shorter-period"
    case nextMetric = "next-metric"
    case previousMetric = "previous-metric"
    case dayReport = "day-report"
    case dayBefore = "day-before"
    case dayAfter = "day-after"
    case writeReport = "write-report"
    case nextFilter = "next-filter"
    case previousFilter = "previous-filter"
    case openEmailLead = "open-email-lead"
    case editEmail = "edit-email"
    case scheduleEmail = "schedule-email"
    case unscheduleEmail = "unschedule-email"
    case discardEmail = "discard-email"
    case sendNow = "send-now"
    case bookTour = "book-tour"
    case bookAnew = "book-anew"
    case bookRequest = "book-request"
    case moveTour = "move-tour"
    case cancelTour = "cancel-tour"
    case confirmTour = "confirm-tour"
    case completeTour = "complete-tour"
    case noShow = "no-show"
    case followUp = "follow-up"
    case takeOver = "take-over"
    case knowledge, contact, emails, merge, split, team, visits
    case reviseAnswer = "revise-answer"
    case findDuplicates = "find-duplicates"
    case coverAbsence = "cover-absence"
    case propertySettings = "property-settings"
    case dropInForm = "drop-in-form"
    case editOutside = "edit-outside"
    case send
    case sendAnyway = "send-anyway"
    case leaveForm = "leave-form"
    case formEnter = "form-enter"
    case formTab = "form-tab"
    case formBack = "form-back"
    case formUp = "form-up"
    case formDown = "form-down"
    case formLeft = "form-left"
    case formRight = "form-right"
    case togglePublish = "toggle-publish"
    case toggleEmail = "toggle-email"
    case toggleAsker = "toggle-asker"
    case attentionUp = "attention-up"
    case attentionDown = "attention-down"
    case editRefused = "edit-refused"
    case retryRefused = "retry-refused"
    case discardRefused = "discard-refused"
    case askToDiscard = "ask-to-discard"
    case pickFree = "pick-free"
    case closeAttention = "close-attention"

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
