import Foundation
import Glibc

/// A program that ran to its end.
struct Run {
    let output: String
    let errors: String
    let status: Int32

    /// Runs a program and waits for it.
    init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        let output = try OutputFile()
        let errors = try OutputFile()
        let process = try Spawned(
            program,
            arguments,
            environment: environment,
            output: output.descriptor,
            errors: errors.descriptor
        )
        status = process.wait()
        self.output = output.text
        self.errors = errors.text
    }

    /// What it printed, where it ended well; throws with what it complained of where not.
    static func text(_ program: String, _ arguments: String...) throws -> String {
        let run = try Run(program, arguments)
        guard run.status == 0 else {
            throw Failure("\(program) \(arguments.joined(separator: " ")): \(run.errors)")
        }
        return run.output
    }
}

/// Why a test cannot go on.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Where a program writes, as a file: a pipe would have to be read while it runs.
final class OutputFile {
    private let handle: FileHandle
    private let path: String

    init() throws {
        path = NSTemporaryDirectory() + "foyer-output-\(UUID().uuidString)"
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        handle = try FileHandle(forWritingTo: URL(filePath: path))
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var descriptor: Int32 { handle.fileDescriptor }

    var text: String {
        String(decoding: (try? Data(contentsOf: URL(filePath: path))) ?? Data(), as: UTF8.self)
    }
}

/// Asks again and again, for what another program does, until it holds.
func eventually(
    _ what: String,
    within seconds: Double = 30,
    _ holds: () throws -> Bool
) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while try !holds() {
        guard ContinuousClock.now < end else { throw Failure("never seen: \(what)") }
        usleep(10_000)
    }
}
