import CNcurses

/// Stops this program as Ctrl-Z stops any.
enum Stopping {
    /// Returns when the shell continues it.
    static func stop() {
        foyer_stop_here()
    }
}
