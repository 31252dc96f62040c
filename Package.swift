// swift-tools-version: 6.2
import PackageDescription

// Strict from the first line: what the compiler can hold, no reviewer has to.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser",
    package: "swift-argument-parser"
)
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
// Scrypt, for a PIN that is kept.
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let httpClient: Target.Dependency = .product(
    name: "AsyncHTTPClient",
    package: "async-http-client"
)
let lifecycle: Target.Dependency = .product(
    name: "ServiceLifecycle",
    package: "swift-service-lifecycle"
)
let signals: Target.Dependency = .product(
    name: "UnixSignals",
    package: "swift-service-lifecycle"
)
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioCompression: Target.Dependency = .product(
    name: "NIOHTTPCompression",
    package: "swift-nio-extras"
)
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let toml: Target.Dependency = .product(name: "TOMLKit", package: "TOMLKit")

let package = Package(
    name: "Foyer",
    platforms: [.macOS(.v15)],
    dependencies: [
        // Command lines with help, completions and errors that name the argument.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        // SHA-256 for tokens and digests, HMAC for cursors.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        // SQLite with a writer, a pool of readers and its C interface beside it.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // HTTP from the terminal: streaming bodies, TLS, limits, cancellation.
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        // Signals and graceful shutdown of the hub.
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        // Structured logs of the hub.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        // HTTP at the hub: connections, its grammar, back-pressure; and what the HTTP client speaks in.
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        // The limit that the HTTP client holds compressed answers to is a type of this library.
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        // TLS of both sides, with certificates from files, and their reload.
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        // Themes and configuration are TOML.
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // ncursesw, typed where Swift cannot import it, and what must run in a signal handler.
        .target(
            name: "CNcurses",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
        ),
        room("Model"),
        room("Wire", ["Model", crypto]),
        room("Sync", ["Model", "Wire"]),
        room("Screen", [toml]),
        room("Desk", ["Model", "Screen"]),
        room("Replica", ["Model", "Wire", "Sync", grdb, grdbSQLite]),
        room(
            "Link",
            [
                "Model", "Wire", "Sync", "Replica", httpClient, nioCore, nioHTTP, nioCompression,
                nioSSL,
            ]
        ),
        room("Terminal", ["Screen", "CNcurses"]),
        room("Hub", ["Model", "Wire", crypto, logging]),
        // PostgreSQL's own client library; there is no Swift driver to be had here.
        .systemLibrary(name: "CPostgres", providers: [.apt(["libpq-dev"])]),
        room("HubPostgres", ["Hub", "Model", "Wire", "CPostgres", crypto]),
        room("HubSQLite", ["Hub", "Model", "Wire", grdb, grdbSQLite]),
        room(
            "HubServer",
            [
                "Hub", "Model", "Wire", lifecycle, logging, nioCore, nioHTTP, nioPosix, nioSSL,
            ]
        ),
        room("World", ["Model"]),
        program(
            "foyer",
            [
                "Model", "Wire", "Sync", "Screen", "Desk", "Replica", "Link", "Terminal",
                "Hub", "HubSQLite", "HubServer", "World", argumentParser, logging, crypto,
                cryptoExtras,
            ]
        ),
        program(
            "foyer-hub",
            [
                "Model", "Wire", "Hub", "HubPostgres", "HubSQLite", "HubServer", "World",
                argumentParser, lifecycle,
                signals, logging, toml,
            ]
        ),
        program(
            "foyer-bench",
            [
                "Model", "Wire", "Sync", "Replica", "Link", "Hub", "HubPostgres", "HubSQLite",
                "HubServer", "World", argumentParser, logging, grdb, grdbSQLite,
            ]
        ),
        // A real PostgreSQL for the tests that need one.
        .target(name: "PostgresServer", path: "Tests/PostgresServer", swiftSettings: strict),
        tests("ModelTests", ["Model", "PostgresServer"]),
        tests("ScreenTests", ["Screen"]),
        tests("TerminalTests", ["Screen", "Sync", "Terminal"]),
        tests("TidyTests", []),
        .testTarget(
            name: "DeskTests",
            dependencies: ["Desk", "Model", "Screen"],
            exclude: ["Golden"],
            swiftSettings: strict
        ),
        tests("WireTests", ["Model", "Wire"]),
        tests("SyncTests", ["Model", "Wire", "Sync"]),
        tests("ReplicaTests", ["Model", "Wire", "Sync", "Replica", grdb, grdbSQLite]),
        tests("HubTests", ["Model", "Wire", "Hub", "HubSQLite", logging]),
        tests(
            "HubStoreTests",
            ["Model", "Wire", "Hub", "HubPostgres", "HubSQLite", "PostgresServer", grdb, logging]
        ),
        tests(
            "HubServerTests",
            [
                "Model", "Wire", "Hub", "HubSQLite", "HubServer", httpClient, nioCore, nioHTTP,
                nioPosix, nioEmbedded, nioSSL, logging, lifecycle,
            ]
        ),
        tests("WorldTests", ["Model", "World"]),
        tests("LinkTests", ["Model", "Wire", "Sync", "Link"]),
        tests(
            "SimulationTests",
            ["Model", "Wire", "Sync", "Replica", "Hub", "HubSQLite", "World", grdb, logging]
        ),
        // The programs are not imported: they are run, and so must be built first.
        tests(
            "EndToEndTests",
            [
                "Desk", "Model", "Replica", "Screen", "Sync", "PostgresServer", "foyer",
                "foyer-hub",
                grdb,
            ]
        ),
    ]
)
