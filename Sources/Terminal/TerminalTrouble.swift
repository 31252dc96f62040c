/// Why a terminal cannot be used.
package enum TerminalTrouble: Error, Equatable, Sendable, CustomStringConvertible {
    /// Standard input or output is not a terminal.
    case noTerminal
    /// `TERM` names a terminal that nobody here knows.
    case unknown(String)
    /// `TERM` names a terminal that cannot move its cursor.
    case simple(String)
    /// The system refused something, with its error number.
    case system(String, Int32)
    /// The window was closed or the connection cut.
    case gone

    package var description: String {
        switch self {
        case .noTerminal:
            "foyer needs a terminal; for a script there are foyer leads --json and foyer render"
        case .unknown(let name):
            "TERM=\(name) is not known on this machine; try TERM=xterm-256color foyer"
        case .simple(let name):
            "TERM=\(name) shows no full screen; try TERM=xterm-256color foyer, or foyer leads"
        case .system(let call, let number):
            "\(call) failed (error \(number)); open another terminal and try again"
        case .gone: "the terminal is gone"
        }
    }
}
