import Foundation

/// A full-screen program that is measured, with what it is to show.
struct Rival {
    let name: String
    let program: String
    let arguments: [String]
    var environment: [String] = []
    /// A key that moves down, or where nothing can be moved in types a letter.
    var down = "j"

    /// The packages of Debian that the programs are in.
    static let packages = [
        "tig": "tig", "weechat": "weechat-curses", "aerc": "aerc", "visidata": "visidata",
        "neomutt": "neomutt",
    ]

    /// Those that are installed, each with its data made under a directory, and the names of the
    /// others.
    static func all(in directory: String) throws -> (found: [Rival], missing: [String]) {
        let home = directory + "/home"
        let makers: [(String, (_ program: String, _ home: String) throws -> Rival)] = [
            ("tig", tig), ("weechat", weechat), ("aerc", aerc), ("visidata", visidata),
            ("neomutt", neomutt),
        ]
        var found: [Rival] = []
        var missing: [String] = []
        for (name, make) in makers {
            guard let program = path(name) else {
                missing.append(name)
                continue
            }
            let own = "\(home)/\(name)"
            try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
            var rival = try make(program, own)
            rival.environment += [
                "HOME=\(own)", "PATH=/usr/local/bin:/usr/bin:/bin:/usr/games",
                "XDG_CONFIG_HOME=\(own)/config", "XDG_CACHE_HOME=\(own)/cache",
                "XDG_DATA_HOME=\(own)/data",
            ]
            found.append(rival)
        }
        return (found, missing)
    }

    private static func path(_ name: String) -> String? {
        ["/usr/bin", "/usr/local/bin", "/usr/games"].map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

// What each shows: the sizes of desk.md.
extension Rival {
    private static let commits = 20_000
    private static let mails = 20_000
    private static let rows = 100_000

    /// A repository of many commits, made by one stream of git-fast-import(1).
    private static func tig(_ program: String, _ home: String) throws -> Rival {
        var stream = ""
        for number in 1...commits {
            let text = "Change \(number) of the house"
            stream += """
                commit refs/heads/main
                committer Robin Reed <robin@homes.example> \(1_700_000_000 + number * 60) +0000
                data \(text.utf8.count)
                \(text)
                M 644 inline file\(number % 50)
                data \(String(number).utf8.count)
                \(number)


                """
        }
        let file = home + "/stream"
        try stream.write(toFile: file, atomically: false, encoding: .utf8)
        let repository = home + "/repository"
        try shell(
            """
            git init -q -b main '\(repository)' \
            && git -C '\(repository)' fast-import --quiet < '\(file)'
            """
        )
        return Rival(
            name: "tig, \(commits.grouped) commits",
            program: "/usr/bin/env",
            arguments: ["-C", repository, program]
        )
    }

    /// With no server, as it opens; what is typed stands in its line.
    private static func weechat(_ program: String, _ home: String) throws -> Rival {
        Rival(
            name: "weechat, typing",
            program: program,
            arguments: ["-d", home + "/weechat"]
        )
    }

    private static func aerc(_ program: String, _ home: String) throws -> Rival {
        let folder = try maildir(home)
        let config = home + "/config/aerc"
        try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: true)
        let accounts = config + "/accounts.conf"
        try """
        [home]
        source = maildir://\(folder)
        default = inbox
        from = Robin Reed <robin@homes.example>

        """.write(toFile: accounts, atomically: false, encoding: .utf8)
        // aerc refuses a file with accounts that others may read.
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: accounts)
        return Rival(name: "aerc, \(mails.grouped) mails", program: program, arguments: [])
    }

    private static func neomutt(_ program: String, _ home: String) throws -> Rival {
        let folder = try maildir(home) + "/inbox"
        let settings = home + "/neomuttrc"
        try "set mbox_type = Maildir\nset spoolfile = '\(folder)'\n"
            .write(toFile: settings, atomically: false, encoding: .utf8)
        return Rival(
            name: "neomutt, \(mails.grouped) mails",
            program: program,
            arguments: ["-F", settings, "-f", folder]
        )
    }

    private static func visidata(_ program: String, _ home: String) throws -> Rival {
        var text = "id,name,unit,rent,note\n"
        for number in 1...rows {
            text +=
                "\(number),Visitor \(number),\(number % 900),\(1_500 + number % 800),row of many\n"
        }
        let file = home + "/rows.csv"
        try text.write(toFile: file, atomically: false, encoding: .utf8)
        return Rival(name: "visidata, \(rows.grouped) rows", program: program, arguments: [file])
    }

    /// A folder of mails as maildir(5) has it; answers the directory that `inbox` is in.
    private static func maildir(_ home: String) throws -> String {
        let inbox = home + "/mail/inbox"
        for part in ["cur", "new", "tmp"] {
            try FileManager.default.createDirectory(
                atPath: "\(inbox)/\(part)",
                withIntermediateDirectories: true
            )
        }
        for number in 1...mails {
            let (minute, hour, day) = (number % 60, number / 60 % 24, number / 1_440 % 28 + 1)
            let time = String(format: "%02d Oct 2026 %02d:%02d:00 +0000", day, hour, minute)
            let mail = """
                From: Visitor \(number) <visitor\(number)@mail.example>
                To: Robin Reed <robin@homes.example>
                Subject: About apartment \(number % 900)
                Date: \(time)
                Message-ID: <\(number)@mail.example>

                Is it still free?

                """
            try Data(mail.utf8).write(
                to: URL(filePath: "\(inbox)/cur/\(1_790_000_000 + number).\(number).house:2,S")
            )
        }
        return home + "/mail"
    }

    private static func shell(_ command: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Complaint("\(command) failed") }
    }
}
