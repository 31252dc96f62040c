import Foundation

/// What a program draws, as pyte sees it: Debian's Python has it.
enum PyteTerminal {
    private static let python = "/usr/bin/python3"
    private static let script = Programs.root.appending(path: "Tests/Terminals/seen.py").path

    static let isHere: Bool = (try? Run(python, ["-c", "import pyte"]))?.status == 0

    /// Runs a program in a terminal of a size until a text stands on it, types keys, and reads
    /// every cell.
    static func cells(
        of command: [String],
        width: Int,
        height: Int,
        until text: String,
        keys: String = "",
        environment: [String: String]
    ) throws -> PaintedCells {
        let run = try Run(
            python,
            [script, "\(width)", "\(height)", keys, text] + command,
            environment: environment
        )
        guard run.status == 0 else { throw Failure("pyte: \(run.errors)") }
        return PaintedCells(
            lines: try JSONDecoder().decode([[PaintedCells.Cell]].self, from: Data(run.output.utf8))
        )
    }
}
