/// A part of a call that works: from its beginning, or from the end of a wait, to its answer or a
/// wait.
///
/// The listener runs it, and does not end before it.
typealias CallTask = @Sendable () async -> Void
