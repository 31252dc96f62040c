import Foundation
import Glibc

/// What stands between a program and its disk: `Tests/PowerCut/power.c`, compiled by the test.
struct PowerLayer {
    private let library: String

    static let isHere = compiler != nil

    /// The Swift toolchain brings clang along.
    private static let compiler = ["clang", "cc", "gcc"].first(where: Programs.isInstalled)

    init(_ scratch: Scratch) throws {
        library = scratch.file("power.so")
        let source = Programs.root.appending(path: "Tests/PowerCut/power.c").path
        let compiler = Self.compiler ?? "cc"
        let arguments = [compiler, "-shared", "-fPIC", "-O1", "-o", library, source]
        let run = try Run("/usr/bin/env", arguments)
        guard run.status == 0 else { throw Failure("\(source): \(run.errors)") }
    }

    /// What happens at a call that writes.
    enum Mishap: Hashable {
        case kill
        /// The write gets half of its bytes down.
        case tornKill
        /// This call fails, and what comes later does not.
        case fails(Int32)
        /// This call fails, and all later ones.
        case failsFromThere(Int32)
        /// A disk that is full in the middle of a write.
        case fillsUp
    }

    /// Runs `foyer` over this layer: `mishap` is brought about at the call of that number, `sql`
    /// stands in the place of `PRAGMA synchronous = FULL`.
    func run(
        _ arguments: [String],
        _ profile: String,
        mishap: (Mishap, at: Int)? = nil,
        trace: String? = nil,
        sql: String? = nil
    ) throws -> Run {
        var environment = ["LD_PRELOAD": library, "POWER_UNDER": profile]
        environment["POWER_TRACE"] = trace
        environment["POWER_SQL"] = sql
        if let (mishap, number) = mishap {
            environment["POWER_AT"] = "\(number)"
            switch mishap {
            case .kill: environment["POWER_THEN"] = "kill"
            case .tornKill:
                environment["POWER_THEN"] = "kill"
                environment["POWER_TORN"] = "1"
            case .fails(let errno): environment["POWER_THEN"] = "\(errno)"
            case .failsFromThere(let errno): environment["POWER_THEN"] = "0\(errno)"
            case .fillsUp:
                environment["POWER_THEN"] = "0\(ENOSPC)"
                environment["POWER_TORN"] = "1"
            }
        }
        return try Run(
            Programs.foyer,
            arguments + ["--profile", profile],
            environment: environment
        )
    }

    /// The calls with which a command writes below a profile.
    func calls(
        of arguments: [String],
        _ profile: String,
        sql: String? = nil
    ) throws -> (calls: [DiskCall], run: Run) {
        let trace = profile + ".trace"
        unlink(trace)
        let run = try run(arguments, profile, trace: trace, sql: sql)
        let bytes = try Data(contentsOf: URL(filePath: trace))
        return (try DiskCall.all(in: Array(bytes), below: profile), run)
    }
}
