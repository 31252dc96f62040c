package import Model
import Screen

/// The whole desk as one value.
///
/// Everything enters through `update`, everything is shown by `view`, which reads nothing else: two
/// equal states show equal screens.
package struct DeskState: Equatable, Sendable {
    package let options: DeskOptions
    package let commands: CommandTable
    /// Columns of the terminal.
    package internal(set) var width: Int
    /// Lines of the terminal.
    package internal(set) var height: Int
    /// The time that the header shows and that waiting is counted to.
    package internal(set) var now: Timestamp
    package internal(set) var freshness: Freshness
    var overview: Overview? {
        didSet {
            properties = Dictionary(
                (overview?.properties ?? []).map { ($0.id, $0) },
                uniquingKeysWith: { $1 }
            )
            countHours()
            zones = Set((overview?.properties ?? []).map(\.zone))
        }
    }
    /// The overview's properties by id.
    private(set) var properties: [PropertyID: PropertyName] = [:]
    /// When the properties that the desk shows are open.
    private(set) var officeHours = OfficeHours()
    /// The zones that the overview's properties lie in.
    private(set) var zones: Set<Zone> = []

    package internal(set) var focus = Pane.leads
    /// The list that shares the screen with the conversation where there is room for two panes.
    var companion = Pane.leads
    package internal(set) var isZoomed = false
    var mode = Mode.panes
    /// Whether the terminal is asked to report the mouse.
    package internal(set) var isMouseOn = false
    /// The property that the whole desk is narrowed to; nil is all.
    package internal(set) var scope: PropertyID? { didSet { countHours() } }
    /// Whether what is a renter's is covered, for who passes by.
    package internal(set) var isMasked = false
    /// What the menu of a covered desk shows; nil where nothing is covered.
    var offered: [Choice]?
    /// The first tour, while it is under way; the desk is so many lines lower then.
    var tutorial: Tutorial?
    /// What covers the desk while it is locked; nil where it is open.
    var lock: LockScreen?
    /// Whether the agent has a PIN on this terminal.
    var hasPIN = false
    /// Keys that were pressed and after which others must follow.
    var begun: [String] = []
    /// The view that has the whole screen; nil where the panes are seen.
    package internal(set) var fullView: FullView?
    /// A sentence for the agent; gone with the next key.
    var notice: Notice?

    var leads = LeadsState()
    /// Leads that were announced since rows changed last.
    var announced = 0
    var conversation = ConversationState()
    /// Whether the hand moves on in the leads: then the conversation that is seen is another lead's
    /// than the selected one's, whole and with its name, until the hand rests.
    var isMovingOn = false
    /// Conversations that earlier visits were opened from, the last one last.
    var visitReturns: [VisitReturn] = []
    var questions = QuestionsState()
    var tours = ToursState()
    var themes = ThemeChoice()
    var reads = Reads()
    /// How the agent's writes stand.
    package internal(set) var outbox = OutboxSummary()
    var attention = AttentionState()
    /// Whether the terminal's window has the focus, as far as it says.
    var isWindowFocused = true
    /// Commands chosen from the palette, the last one first.
    var recentCommands: [CommandID] = []
    var emails = EmailsState()
    var insights = InsightsState()
    var report = ReportState()
    var shift = ShiftState()
    var status = StatusState()
    /// The templates of emails, an office's own first.
    var templates = EmailTemplate.builtIn
    /// Unfinished texts by name, as they are on disk.
    var drafts: [String: String] = [:]
    /// What was typed for the last write, by the names of drafts, for when it is taken back.
    var sentTexts: [String: String] = [:]
    /// A command whose key was pressed before what it needs had been read.
    var early: Command?
    /// What is needed to answer the question of the form that is open.
    var questionCard: QuestionCard?
    /// The question whose answer is approved as soon as it is here.
    var approving: QuestionID?
    /// What the lists and forms beside the panes show.
    var office = OfficeState()
    /// The calendar that the form which is open books into.
    var booking: BookingPage?

    /// A desk that shows nothing yet; the effects of its first `update` ask for what is visible.
    package init(
        width: Int,
        height: Int,
        now: Timestamp,
        freshness: Freshness = .offline(
            since: Timestamp(microseconds: 0),
            reason: .notConnectedYet
        ),
        options: DeskOptions = DeskOptions(),
        isMouseOn: Bool = false,
        commands: CommandTable = .standard
    ) {
        self.width = options.isLinear ? Self.linearSize.width : max(0, width)
        self.height = options.isLinear ? Self.linearSize.height : max(0, height)
        self.now = now
        self.freshness = freshness
        self.options = options
        self.isMouseOn = isMouseOn
        self.commands = commands
    }

    private mutating func countHours() {
        officeHours = OfficeHours(narrowedTo.map { [$0] } ?? overview?.properties ?? [])
    }
}

/// What keys mean now.
enum Mode: Equatable, Sendable {
    case panes
    /// The focused pane's line is typed into.
    case typing(TextField)
    case choosing(Menu)
    case form(Form)
    /// A tour is held and moved over the calendar.
    case grabbing(TourGrab)
    /// Among the writes that were refused.
    case attention
}

/// A sentence at the foot of the screen.
struct Notice: Equatable, Sendable {
    var text: String
    /// Whether it speaks of something that may be taken back.
    var offersUndo = false
}
