import Model

// What a pane is drawn from.
extension DeskState {
    /// This desk without what that pane does not show: it is drawn from this alone, so where two of
    /// them are equal it looks the same.
    func scene(of pane: Pane) -> DeskState {
        var scene = withPanesAlone
        if pane != .questions { scene.questions = QuestionsState() }
        if pane != .tours {
            scene.tours = ToursState()
            scene.booking = nil
        }
        if pane != .conversation {
            scene.conversation = ConversationState()
            scene.visitReturns = []
        }
        switch pane {
        case .leads: break
        // The list has the name until the card is here.
        case .conversation where conversation.card == nil: break
        case .conversation, .questions, .tours: scene.leads = LeadsState()
        }
        return scene
    }

    /// This desk without all that lies over the panes, beside them, or is no picture.
    private var withPanesAlone: DeskState {
        var scene = self
        switch mode {
        case .panes, .typing, .grabbing: break
        case .choosing, .form, .attention: scene.mode = .panes
        }
        scene.isMovingOn = false
        scene.isWindowFocused = true
        scene.isMouseOn = false
        scene.hasPIN = false
        scene.announced = 0
        scene.begun = []
        scene.notice = nil
        scene.early = nil
        scene.offered = nil
        scene.reads = Reads()
        scene.outbox = OutboxSummary()
        scene.themes = ThemeChoice()
        scene.recentCommands = []
        scene.drafts = [:]
        scene.questionCard = nil
        scene.approving = nil
        scene.attention = AttentionState()
        scene.emails = EmailsState()
        scene.insights = InsightsState()
        scene.report = ReportState()
        scene.shift = ShiftState()
        scene.status = StatusState()
        scene.office = OfficeState()
        return scene
    }
}
