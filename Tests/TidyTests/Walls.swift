/// Which target may import what: the table of the architecture.
enum Walls {
    /// Our own targets and libraries that a target may import beside Foundation and the system's.
    static let allowed: [String: Set<String>] = [
        "Model": [],
        "Wire": ["Model", "Crypto"],
        "Sync": ["Model", "Wire"],
        "Screen": ["TOMLKit"],
        "Desk": ["Model", "Screen"],
        "Replica": ["Model", "Wire", "Sync", "GRDB", "GRDBSQLite"],
        "Link": [
            "Model", "Sync", "Wire", "Replica", "AsyncHTTPClient", "NIOCore", "NIOHTTP1",
            "NIOHTTPCompression", "NIOSSL",
        ],
        "Terminal": ["Screen", "CNcurses"],
        "Hub": ["Model", "Wire", "Crypto", "Logging"],
        "HubPostgres": ["Hub", "Model", "Wire", "CPostgres", "Crypto"],
        "HubSQLite": ["Hub", "Model", "Wire", "GRDB", "GRDBSQLite"],
        "HubServer": [
            "Hub", "Model", "Wire", "ServiceLifecycle", "Logging", "NIOCore", "NIOHTTP1",
            "NIOPosix", "NIOSSL",
        ],
        "World": ["Model"],
        "foyer": [
            "Model", "Wire", "Sync", "Screen", "Desk", "Replica", "Link", "Terminal", "Hub",
            "HubSQLite", "HubServer", "World", "ArgumentParser", "Logging",
            "Crypto", "CryptoExtras",
        ],
        "foyer-hub": [
            "Model", "Wire", "Hub", "HubPostgres", "HubSQLite", "HubServer", "World",
            "ArgumentParser", "ServiceLifecycle", "UnixSignals", "Logging", "TOMLKit",
        ],
        "foyer-bench": [
            "Model", "Wire", "Sync", "Screen", "Desk", "Replica", "Link", "Terminal", "Hub",
            "HubPostgres", "HubSQLite", "HubServer", "World", "ArgumentParser", "Logging", "GRDB",
            "GRDBSQLite",
        ],
    ]

    static let system: Set<String> = [
        "Foundation", "Glibc", "Darwin", "Dispatch", "Synchronization",
    ]

    /// Targets that decide and never do: no clock, no file, no chance but what they are given.
    static let pure: Set<String> = ["Model", "Wire", "Sync", "Screen", "Desk", "World"]

    /// What a pure target must not say, and why.
    static let banned: [(word: String, reason: String)] = [
        ("Date()", "reads the clock"), ("Date.now", "reads the clock"),
        ("ContinuousClock", "reads the clock"), ("SuspendingClock", "reads the clock"),
        ("= Task {", "starts a task"), (" Task.detached", "starts a task"), ("Task.sleep", "waits"),
        ("Thread.sleep", "waits"),
        ("FileManager", "touches files"), ("FileHandle", "touches files"),
        ("String(contentsOf", "touches files"), ("Data(contentsOf", "touches files"),
        ("print(", "prints"),
        ("ProcessInfo", "reads the environment"), ("getenv", "reads the environment"),
        ("SystemRandomNumberGenerator", "takes unseeded chance"),
        (".random(in:", "takes unseeded chance"), ("randomElement()", "takes unseeded chance"),
        (".shuffled()", "takes unseeded chance"), ("UUID()", "takes unseeded chance"),
        ("Locale.current", "reads the locale"), ("TimeZone.current", "reads the locale"),
    ]

    static func findings(_ file: SourceTree.File) -> [Finding] {
        let allowed = (allowed[file.target] ?? []).union(system)
        var findings: [Finding] = []
        for (index, line) in file.lines.enumerated() {
            if let module = imported(line), !allowed.contains(module) {
                findings.append(
                    Finding(
                        path: file.path,
                        line: index + 1,
                        reason: "\(file.target) may not import \(module)"
                    )
                )
            }
            guard pure.contains(file.target), !isComment(line) else { continue }
            for (word, reason) in banned where line.contains(word) && !line.contains("using:") {
                findings.append(
                    Finding(path: file.path, line: index + 1, reason: "\(word) \(reason)")
                )
            }
        }
        return findings
    }

    private static func imported(_ line: Substring) -> String? {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count,
            line.first != " "
        else { return nil }
        return String(words[words.endIndex - 1].split(separator: ".")[0])
    }

    static func isComment(_ line: Substring) -> Bool {
        line.drop { $0 == " " }.hasPrefix("//")
    }
}
