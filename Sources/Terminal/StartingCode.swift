import CNcurses

/// The code of this process that only starting runs: a third of what it has in memory.
package enum StartingCode {
    /// Lets the system have it back, and with it the rest of the code: each part of that returns as
    /// it is run again, from the system's copy of the files.
    package static func giveBack() { foyer_give_back_code() }
}
