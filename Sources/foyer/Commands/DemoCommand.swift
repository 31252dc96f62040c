import ArgumentParser
import Foundation
import Model
import Replica
import World

/// `foyer demo`.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Open the desk of a made-up company, with a hub and visitors of its own.",
        discussion: """
            Everything of it is in a temporary directory that is gone afterwards. The same seed \
            makes the same company.

            Examples:
              foyer demo
              foyer demo --scale region --speed 10
              foyer demo --seed 7 --theme light
            """
    )

    @Option(help: "Where all its chance comes from.")
    var seed: UInt64 = 1

    @Option(help: "office, with 3 properties, or region, with 12.")
    var scale = DemoScale.office

    @Option(help: "How many times faster than life its clock runs, 0.1 to 1000.")
    var speed = 1.0

    @Flag(
        inversion: .prefixedNo,
        help: "Walk through the desk in eight steps; the first time by itself."
    )
    var tour: Bool?

    @OptionGroup var arguments: DeskArguments

    func validate() throws {
        guard (0.1...1_000).contains(speed) else {
            throw ValidationError("--speed is between 0.1 and 1000")
        }
    }

    func run() throws {
        let clock = DemoClock(speed: speed)
        let directory = try TemporaryDirectory()
        defer { directory.remove() }
        let plan = WorldPlan(seed: seed, scale: scale.world, now: clock.now())
        let profile = ProfileDirectory(named: directory.path + "/profile")
        let demo = Demo(plan: plan, clock: clock, directory: directory.path)
        try demo.prepare(profile)
        let writer = try profile.openReplica(now: clock.now(), agent: demo.agent.id)
        let watch = LinkWatch(profile, now: { clock.now() })
        let source = DeskSource(
            agent: demo.agent.id,
            reader: writer.reader,
            now: { clock.now() },
            speed: speed,
            crashReport: profile.crashReport,
            writer: writer,
            directory: profile,
            hub: "of the demo, in this program",
            watch: watch,
            pin: profile.pin,
            bell: profile.bell,
            connect: { tell in
                try await demo.begin(profile, writer, heard: { watch.take($0) }, tell: tell)
            }
        )
        _ = try DeskProgram(
            source: source,
            arguments: arguments,
            beginsTutorial: tour ?? !TutorialFile().wasSeen
        ).run()
    }
}

/// The sizes of the demo's world.
enum DemoScale: String, ExpressibleByArgument, CaseIterable {
    case office, region

    var world: Scale {
        switch self {
        case .office: .office
        case .region: .region
        }
    }
}
