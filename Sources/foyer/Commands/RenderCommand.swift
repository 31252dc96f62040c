import ArgumentParser
import Desk
import Foundation
import Model
import Replica
import Screen

/// `foyer render`.
struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Print one frame of the desk as text.",
        discussion: """
            With --theme the frame has that theme's colours, for a terminal with 256 of them.

            Examples:
              foyer render --size 120x40
              foyer render --size 80x24 --view tours
              foyer render --size 160x48 --theme light
            """
    )

    @Option(help: ArgumentHelp("Columns and lines.", valueName: "WxH"))
    var size = FrameSize.standard

    @Option(
        help:
            "leads, conversation, questions, tours, email, insights, report, shift, help, commands."
    )
    var view = RenderView.leads

    @Option(help: ArgumentHelp("Colour it.", valueName: "name"))
    var theme: String?

    @Option(
        help: ArgumentHelp("A directory of theme files.", valueName: "dir"),
        completion: .directory
    )
    var themes: String?

    @Flag(help: "Draw frames and marks in ASCII.")
    var ascii = false

    @OptionGroup var options: ProfileOptions

    func run() throws {
        let reading = try ProfileReading(options.directory)
        var desk = DeskState(
            width: size.width,
            height: size.height,
            now: reading.now,
            freshness: .live,
            options: DeskOptions(isASCII: ascii, zone: Zone(TimeZone.current.identifier))
        )
        var events: [DeskEvent] = [.minuteTurned(now: reading.now)]
        events += view.keys.map { .input(.key($0)) }
        while !events.isEmpty {
            for effect in desk.update(events.removeFirst()) {
                guard case .read(let request) = effect else { continue }
                events.insert(.pageArrived(try reading.page(request)), at: 0)
            }
        }
        let grid = desk.view()
        if let theme {
            let sheet = StyleSheet(
                try ThemeFiles(named: themes).library.theme(theme),
                depth: .c256
            )
            print(PaintedText(grid, sheet).text, terminator: "")
        } else {
            print(grid.lines.joined(separator: "\n"))
        }
    }
}

/// What a frame shows.
enum RenderView: String, ExpressibleByArgument, CaseIterable {
    case leads, conversation, questions, tours, email, insights, report, shift, help, commands

    /// The keys that lead there.
    var keys: [Key] {
        switch self {
        case .leads: []
        case .conversation: [Key(typing: "2")]
        case .questions: [Key(typing: "3")]
        case .tours: [Key(typing: "4")]
        case .email: [Key(typing: "5")]
        case .insights: [Key(typing: "6")]
        case .report: [Key(typing: "6"), Key(typing: "r")]
        case .shift: [Key(typing: "0")]
        case .help: [Key(typing: "?")]
        case .commands: [Key(typing: ":")]
        }
    }
}

/// A size as `160x48`.
struct FrameSize: ExpressibleByArgument, CustomStringConvertible {
    let width: Int
    let height: Int

    static let standard = FrameSize(width: 120, height: 40)
    private static let allowed = 1...1_000

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    init?(argument: String) {
        let parts = argument.lowercased().split(separator: "x").map { Int($0) }
        guard parts.count == 2, let width = parts[0], let height = parts[1],
            Self.allowed.contains(width), Self.allowed.contains(height)
        else { return nil }
        self.init(width: width, height: height)
    }

    var description: String { "\(width)x\(height)" }
}
