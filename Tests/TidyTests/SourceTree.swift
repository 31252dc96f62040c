import Foundation
import Testing

/// The project's own Swift files, as text.
struct SourceTree {
    struct File: CustomTestStringConvertible {
        /// From the top of the project, such as `Sources/Model/Identifier.swift`.
        var path: String
        var text: String

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        /// The target that it belongs to.
        var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
        var testDescription: String { path }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let sources = files(in: "Sources")
    static let tests = files(in: "Tests")

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private static func files(in folder: String) -> [File] {
        let base = root.appending(path: folder).path
        let names = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
            guard let text = try? text("\(folder)/\(name)") else { return nil }
            return File(path: "\(folder)/\(name)", text: text)
        }
    }
}

/// A place that is not as the house wants it.
struct Finding: Equatable, CustomStringConvertible {
    var path: String
    /// Counted from 1; 0 is the whole file.
    var line: Int
    var reason: String

    var description: String { "\(path):\(line): \(reason)" }
}
