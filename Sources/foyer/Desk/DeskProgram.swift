import Desk
import Foundation
import Model
import Screen
import Terminal

/// Runs a desk on this process's terminal until it is left.
struct DeskProgram {
    let source: DeskSource
    let arguments: DeskArguments
    /// Whether who is here sees the desk for the first time.
    var beginsTutorial = false

    /// Answers whose profile is to be opened next; nil where the desk was left.
    func run() throws -> String? {
        let settings = try arguments.settings()
        let commands = try KeymapFile.table(named: arguments.keymap)
        let isLinear = settings.linear ?? false
        let looks = DeskLooks(
            try ThemeFiles(named: arguments.themes),
            chosen: settings.theme ?? DeskLooks.automatic,
            backdrop: TerminalSession.backdrop
        )
        let terminal = try TerminalSession(
            theme: looks.theme(),
            isMouseOn: settings.mouse ?? false,
            isLinear: isLinear,
            reportsFocus: settings.notify ?? true,
            crashReport: source.crashReport
        )
        defer { terminal.close() }
        let mailbox = Mailbox<DeskNews>()
        let size = terminal.size
        var desk = DeskState(
            width: size.width,
            height: size.height,
            now: source.now(),
            options: settings.options(
                isASCII: !isLinear && (settings.ascii ?? false || terminal.isASCII),
                isLinear: isLinear,
                zone: Zone(TimeZone.current.identifier)
            ),
            isMouseOn: settings.mouse ?? false,
            commands: commands
        )
        let company = DeskCompany(source, mailbox)
        defer { company.stop() }
        let loop = DeskLoop(
            terminal: terminal,
            mailbox: mailbox,
            company: company,
            source: source,
            looks: looks,
            voice: isLinear ? DeskVoice(terminal) : nil,
            attendance: .seconds(60 * (settings.lockMinutes ?? DeskSettings.usualLockMinutes))
        )
        let lock = DeskEvent.lockKnown(hasPIN: source.pin.isSet, isAtStart: true)
        let tour: [DeskEvent] = beginsTutorial ? [.tutorialWanted] : []
        return try loop.run(&desk, first: [lock, looks.event, TemplateFiles().event] + tour)
    }
}
