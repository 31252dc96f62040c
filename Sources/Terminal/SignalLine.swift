import CNcurses
import Glibc

/// Signals as bytes in a pipe, so that one `poll` sleeps on them beside keys and letters; and the
/// terminal given back where the program crashes.
final class SignalLine {
    /// Readable when signals have come.
    let descriptor: Int32
    private let writing: Int32
    private let restore: UnsafeMutablePointer<CChar>?
    private let report: UnsafeMutablePointer<CChar>?

    /// Takes over the process's signals; `restore` is what a crash writes to the terminal, and
    /// `crashReport` the file that it adds a trace to.
    init(
        line: TerminalLine,
        restore text: String,
        crashReport: String?
    ) throws(TerminalTrouble) {
        var ends: [Int32] = [0, 0]
        guard foyer_pipe(&ends) == 0 else {
            throw .system("pipe", errno)
        }
        descriptor = ends[0]
        writing = ends[1]
        restore = strdup(text)
        report = crashReport.flatMap { strdup($0) }
        var modes = line.savedModes
        foyer_guard_terminal(line.output, writing, &modes, restore, report)
    }

    deinit {
        // First the handlers, which use what goes after them.
        foyer_unguard_terminal()
        close(descriptor)
        close(writing)
        free(restore)
        free(report)
    }

    /// The signals that have come since, each once.
    func drain() -> Set<Int32> {
        var bytes = [UInt8](repeating: 0, count: 256)
        var numbers: Set<Int32> = []
        while true {
            let count = read(descriptor, &bytes, bytes.count)
            guard count > 0 else { return numbers }
            numbers.formUnion(bytes[..<count].map { Int32($0) })
        }
    }
}
