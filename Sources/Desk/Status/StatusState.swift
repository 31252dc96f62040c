/// The operator's view: what was reported last, and how far down one has scrolled.
struct StatusState: Equatable, Sendable {
    var report: StatusReport?
    var top = 0
}
