import Foundation
import Screen

/// Where theme files are looked for.
struct ThemeFiles {
    /// The directories that have themes; a file of a later one takes the place of an earlier one's
    /// of the same name.
    let directories: [String]

    /// The directory that was named; else the first that ships themes, and the agent's own.
    init(
        named directory: String?,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws {
        if let directory {
            guard !Self.files(in: directory).isEmpty else {
                throw Complaint("--themes \(directory) holds no theme; its files end in .toml")
            }
            directories = [directory]
            return
        }
        let shipped = Self.shippedDirectories.first { !Self.files(in: $0).isEmpty }
        let own = ConfigurationDirectory(environment: environment).themes
        directories = [shipped, own].compactMap(\.self)
    }

    /// What the files say now.
    var library: ThemeLibrary {
        var texts: [String: String] = [:]
        for directory in directories {
            for file in Self.files(in: directory) {
                texts[String(file.dropLast(5))] = Self.text("\(directory)/\(file)")
            }
        }
        return ThemeLibrary(texts: texts)
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

    private static func files(in directory: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.filter { $0.hasSuffix(".toml") }
    }

    /// Nil for what is too long, or cannot be read.
    private static func text(_ path: String) -> String? {
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
        guard let size, size <= longest else { return nil }
        return try? String(contentsOfFile: path, encoding: .utf8)
    }

    /// Bytes of the longest file that is read.
    private static let longest = 256 * 1_024
}
