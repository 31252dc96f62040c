import ArgumentParser
import Model

/// A command that makes one write: each says only what is meant, and all do it alike.
protocol WritingCommand: ParsableCommand {
    var options: WriteOptions { get }

    /// What the agent means by the command, looked up in what the terminal knows.
    func intent(in writing: Writing) throws -> Intent
}

extension WritingCommand {
    func run() throws {
        let writing = try options.writing()
        try writing.write(try intent(in: writing)).show(asJSON: options.json)
    }
}
