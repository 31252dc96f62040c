import Foundation
package import Model

/// The directory of a replica: its lock, its generations and the name of the one that is shown.
///
/// A generation is one SQLite file, `replica-<n>.sqlite`. A copy is loaded into a new one beside
/// the one that is shown; the small file `replica.current` names which that is, and is replaced in
/// one step.
package final class ReplicaFiles: Sendable {
    /// Where the files are.
    package let directory: String
    private let lock: ReplicaLock

    /// Makes the directory where needed and takes its lock for as long as this value lives.
    package init(directory: String, now: Timestamp) throws(ReplicaTrouble) {
        self.directory = directory
        try PrivateFile.makeDirectory(directory)
        lock = try ReplicaLock(path: directory + "/replica.lock", now: now)
    }

    /// The number of the generation that is shown; nil where there is none.
    func current() -> Int? { Self.current(in: directory) }

    /// The same for a process that does not own the directory.
    static func current(in directory: String) -> Int? {
        guard let text = try? String(contentsOfFile: currentPath(in: directory), encoding: .utf8),
            let number = number(of: text.trimmingCharacters(in: .whitespacesAndNewlines)),
            FileManager.default.fileExists(atPath: path(of: number, in: directory))
        else { return nil }
        return number
    }

    /// Makes a generation the one that is shown.
    func setCurrent(_ number: Int) throws(ReplicaTrouble) {
        try PrivateFile.replace(currentPath, with: Self.name(of: number) + "\n")
    }

    /// The numbers of the generations that are there, lowest first.
    func generations() -> [Int] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.compactMap(Self.number).sorted()
    }

    /// Makes the empty file of a new generation.
    func create(_ number: Int) throws(ReplicaTrouble) {
        try PrivateFile.create(path(of: number))
        PrivateFile.synchronize(directory: directory)
    }

    func path(of number: Int) -> String { Self.path(of: number, in: directory) }

    static func path(of number: Int, in directory: String) -> String {
        directory + "/" + name(of: number)
    }

    /// Removes a generation with its journals; `isSecure` overwrites them first.
    func remove(_ number: Int, isSecure: Bool = false) {
        for suffix in ["", "-wal", "-shm", "-journal", TextFile.suffix] {
            let path = path(of: number) + suffix
            if isSecure { PrivateFile.wipe(path) } else { unlink(path) }
        }
        PrivateFile.synchronize(directory: directory)
    }

    /// Nothing is shown any more.
    func removeCurrent() {
        unlink(currentPath)
        PrivateFile.synchronize(directory: directory)
    }

    private var currentPath: String { Self.currentPath(in: directory) }

    private static func currentPath(in directory: String) -> String {
        directory + "/replica.current"
    }

    private static func name(of number: Int) -> String { "replica-\(number).sqlite" }

    private static func number(of name: String) -> Int? {
        guard name.hasPrefix("replica-"), name.hasSuffix(".sqlite") else { return nil }
        return Int(name.dropFirst(8).dropLast(7))
    }
}
