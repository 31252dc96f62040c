import Desk
import Model
import Screen
import Terminal

/// Runs a desk on this process's terminal until it is left.
struct DeskProgram {
    let source: DeskSource
    let arguments: DeskArguments

    func run() throws {
        let (library, theme) = try arguments.looks()
        let terminal = try TerminalSession(
            theme: theme,
            isMouseOn: arguments.mouse,
            crashReport: source.crashReport
        )
        defer { terminal.close() }
        let mailbox = Mailbox<DeskNews>()
        let size = terminal.size
        var desk = DeskState(
            width: size.width,
            height: size.height,
            now: source.now(),
            options: DeskOptions(isASCII: arguments.ascii || terminal.isASCII)
        )
        let company = DeskCompany(source, mailbox)
        defer { company.stop() }
        let themes = DeskEvent.themesKnown(library.names, current: theme.name)
        let loop = DeskLoop(
            terminal: terminal,
            mailbox: mailbox,
            company: company,
            source: source,
            library: library
        )
        try loop.run(&desk, first: [themes])
    }
}
