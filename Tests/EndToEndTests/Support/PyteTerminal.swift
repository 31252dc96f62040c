import Foundation

/// What a program draws, as pyte sees it: Debian's Python has it.
enum PyteTerminal {
    private static let python = "/usr/bin/python3"
    private static let script = Programs.root.appending(path: "Tests/Terminals/seen.py").path

    static let isHere: Bool = (try? Run(python, ["-c", "import pyte"]))?.status == 0

    /// Runs a program in a terminal of a size until a text stands on it, types keys, and reads
    /// every cell.
    static func cells(of program: DrawnProgram) throws -> PaintedCells {
        let size = ["\(program.width)", "\(program.height)"]
        let run = try Run(
            python,
            [script] + size + [program.keys, program.until] + program.command,
            environment: program.environment
        )
        guard run.status == 0 else { throw Failure("pyte: \(run.errors)") }
        return try PaintedCells(json: run.output)
    }
}
