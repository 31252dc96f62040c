import Foundation

/// What a program draws, as libvterm sees it: Vim's terminal windows are made of that library.
enum VimTerminal {
    static let isHere: Bool = {
        guard Programs.isInstalled("vim"), let run = try? Run("/usr/bin/env", ["vim", "--version"])
        else { return false }
        return run.output.contains("+terminal")
    }()

    /// Runs a program in a terminal of a size until a text stands on it, types keys, and scrapes
    /// every cell once nothing moves.
    ///
    /// Signs such as U+261D are narrow, as Unicode holds them.
    static func cells(of program: DrawnProgram, in scratch: Scratch) throws -> PaintedCells {
        let output = scratch.file("cells.json")
        let settings = program.environment.map { "\($0)=\($1)" }
        let words = (["env"] + settings + program.command).map { "'\($0)'" }
        let script = try scratch.write(
            """
            set nocompatible encoding=utf-8 termguicolors noemoji
            let b = term_start([\(words.joined(separator: ","))],
              \\ {'hidden': 1, 'term_rows': \(program.height), 'term_cols': \(program.width)})
            for i in range(600)
              call term_wait(b, 50)
              if term_getline(b, 1) =~ '\(program.until)' | break | endif
            endfor
            call term_sendkeys(b, '\(program.keys)')
            let still = 0
            let before = ''
            while still < 4
              call term_wait(b, 150)
              let now = join(map(range(1, \(program.height)), {_, y -> term_getline(b, y)}), '|')
              let still = now ==# before ? still + 1 : 0
              let before = now
            endwhile
            let lines = []
            for row in range(1, \(program.height))
              let cells = []
              for cell in term_scrape(b, row)
                call add(cells, {'character': empty(cell.chars) ? ' ' : cell.chars,
                  \\ 'ink': cell.fg, 'paper': cell.bg,
                  \\ 'isBold': term_getattr(cell.attr, 'bold') ? v:true : v:false,
                  \\ 'isReversed': term_getattr(cell.attr, 'reverse') ? v:true : v:false,
                  \\ 'isUnderlined': term_getattr(cell.attr, 'underline') ? v:true : v:false})
                if cell.width == 2
                  call add(cells, copy(cells[-1]))
                  let cells[-1].character = ''
                endif
              endfor
              call add(lines, cells)
            endfor
            call writefile([json_encode(lines)], '\(output)')
            call term_sendkeys(b, 'q')
            call term_wait(b, 500)
            qa!

            """,
            to: "scrape.vim"
        )
        _ = try Run(
            "/usr/bin/env",
            ["vim", "-N", "-u", "NONE", "-i", "NONE", "-es", "-S", script]
        )
        // One of Vim's greys is 129 where xterm's rule says 128.
        let cells = try String(contentsOfFile: output, encoding: .utf8)
            .replacing("#818181", with: "#808080")
        return try PaintedCells(json: cells)
    }
}
