import Model
import Sync

/// What can be on the agenda of a simulation.
enum Happening {
    /// A request reaches the hub.
    case request(Request)
    /// The hub looks after a request that waits there: something changed, or it has waited as long
    /// as it may.
    case waitOver(Request)
    /// An answer reaches the terminal.
    case answer(Request, FetchAnswer)
    /// A terminal looks at its files.
    case inspect(terminal: Int, life: Int)
    /// A terminal's replica does the next job.
    case job(terminal: Int, life: Int)
    /// A terminal's session is told what came of a job.
    case told(terminal: Int, life: Int, SyncEvent)
    case timer(terminal: Int, life: Int, TimerNumber)
    /// An agent does something at a terminal.
    case act(terminal: Int)
    /// A terminal hears that another process has written into its outbox.
    case bell(terminal: Int, life: Int)
    /// A terminal takes a batch from its outbox and sends it.
    case dispatch(terminal: Int, life: Int)
    /// A batch of writes reaches the hub; an echo of one that was answered is answered to nobody.
    case batch(Batch, isEcho: Bool)
    /// What came of a batch reaches its terminal.
    case decided(Batch, SendAnswer)
    case sendTimer(terminal: Int, life: Int, TimerNumber)
    /// A terminal's process begins.
    case begin(terminal: Int)
    /// The platform writes.
    case write
    /// Something happens to the hub.
    case mishap
    /// The hub's process is back.
    case hubUp
}

/// A terminal's writes on their way.
struct Batch {
    let terminal: Int
    let life: Int
    let mutations: [Mutation]
}

/// A terminal's request on its way.
struct Request: Hashable {
    let terminal: Int
    let life: Int
    let fetch: FetchNumber
    let cursor: String?
    /// How long the hub may hold it, seconds.
    let wait: Int
    /// The last write that the terminal knew to be decided on when it asked.
    let decided: Int64

    static func isBefore(_ one: Request, _ other: Request) -> Bool {
        (one.terminal, one.life, one.fetch.value) < (other.terminal, other.life, other.fetch.value)
    }
}
