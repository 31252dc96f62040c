import Foundation
import Screen

/// Where theme files are looked for.
enum ThemeFiles {
    /// The themes of the first directory that has any, and of the agent's own configuration, whose
    /// files take the place of those of the same name.
    static func library(
        named directory: String?,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> ThemeLibrary {
        if let directory {
            let texts = texts(in: directory)
            guard !texts.isEmpty else {
                throw Complaint("--themes \(directory) holds no theme; its files end in .toml")
            }
            return ThemeLibrary(texts: texts)
        }
        let shipped = shippedDirectories.lazy.map(texts(in:)).first { !$0.isEmpty } ?? [:]
        let configuration =
            environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? NSHomeDirectory() + "/.config"
        let own = texts(in: configuration + "/foyer/themes")
        return ThemeLibrary(texts: shipped.merging(own) { $1 })
    }

    /// Beside the installed binary, and in the source tree that it was built in.
    private static var shippedDirectories: [String] {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let directory = program.deletingLastPathComponent()
        let installed = directory.deletingLastPathComponent().appending(path: "share/foyer/themes")
        var tree = directory
        var found = [installed.path]
        while tree.path != "/" {
            if FileManager.default.fileExists(atPath: tree.appending(path: "Package.swift").path) {
                found.append(tree.appending(path: "themes").path)
                break
            }
            tree = tree.deletingLastPathComponent()
        }
        return found
    }

    private static func texts(in directory: String) -> [String: String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        var texts: [String: String] = [:]
        for name in names where name.hasSuffix(".toml") {
            let path = "\(directory)/\(name)"
            let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
            guard let size, size <= longest else { continue }
            texts[String(name.dropLast(5))] = try? String(contentsOfFile: path, encoding: .utf8)
        }
        return texts
    }

    /// Bytes of the longest file that is read.
    private static let longest = 256 * 1_024
}
