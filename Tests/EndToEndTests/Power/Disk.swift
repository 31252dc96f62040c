import Foundation
import Sync

/// What a disk holds of a directory, and what of it would be there after a power cut.
///
/// Bytes of a file are safe once it was synced, names once their directory was; of anything else
/// some may be there and some not, in any order, and of a write a part (POSIX promises no more).
/// Names alone keep their order, as every file system with a journal has it.
struct Disk {
    /// A file, by whatever name; nothing tells it apart but that it was made.
    private struct File {
        var safe: [UInt8] = []
        var pending: [Change] = []
    }

    private enum Change {
        case write(offset: Int, [UInt8])
        case truncate(Int)
    }

    private enum Naming {
        case link(String, Int)
        case unlink(String)
        case rename(String, String)
    }

    private var files: [File] = []
    private var directories: Set<String> = [""]
    /// The names as a program sees them, and as they are safe.
    private var seen: [String: Int] = [:]
    private var safe: [String: Int] = [:]
    private var namings: [Naming] = []

    /// What lies in a directory, all of it safe.
    init(of path: String) throws {
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            let url = URL(filePath: path).appending(path: name)
            if try Self.isDirectory(url) {
                directories.insert(name)
            } else if !name.hasSuffix("-shm") {
                seen[name] = files.count
                files.append(File(safe: Array(try Data(contentsOf: url))))
            }
        }
        safe = seen
    }

    private static func isDirectory(_ url: URL) throws -> Bool {
        try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
    }

    /// Does what a program did.
    mutating func take(_ call: DiskCall) {
        switch call.kind {
        case .makeDirectory: directories.insert(call.path)
        case .create:
            seen[call.path] = files.count
            namings.append(.link(call.path, files.count))
            files.append(File())
        case .unlink:
            seen[call.path] = nil
            namings.append(.unlink(call.path))
        case .rename(let name):
            seen[name] = seen.removeValue(forKey: call.path)
            namings.append(.rename(call.path, name))
        case .write(let offset, let bytes):
            change(call.path, .write(offset: offset, bytes))
        case .truncate(let size): change(call.path, .truncate(size))
        case .sync:
            guard let number = seen[call.path] else { return }
            for change in files[number].pending { Self.apply(change, &files[number].safe) }
            files[number].pending = []
        case .syncDirectory: syncNames(in: call.path)
        }
    }

    private mutating func change(_ path: String, _ change: Change) {
        if let number = seen[path] { files[number].pending.append(change) }
    }

    private mutating func syncNames(in directory: String) {
        var rest: [Naming] = []
        for naming in namings {
            let name =
                switch naming {
                case .link(let name, _), .unlink(let name), .rename(_, let name): name
                }
            if (name as NSString).deletingLastPathComponent == directory {
                Self.apply(naming, &safe)
            } else {
                rest.append(naming)
            }
        }
        namings = rest
    }

    private static func apply(_ naming: Naming, _ names: inout [String: Int]) {
        switch naming {
        case .link(let name, let number): names[name] = number
        case .unlink(let name): names[name] = nil
        case .rename(let name, let other): names[other] = names.removeValue(forKey: name)
        }
    }

    private static func apply(_ change: Change, _ bytes: inout [UInt8]) {
        switch change {
        case .truncate(let size):
            if size < bytes.count {
                bytes.removeLast(bytes.count - size)
            } else {
                grow(&bytes, size)
            }
        case .write(let offset, let written):
            grow(&bytes, offset + written.count)
            bytes.replaceSubrange(offset..<offset + written.count, with: written)
        }
    }

    private static func grow(_ bytes: inout [UInt8], _ size: Int) {
        if size > bytes.count { bytes += [UInt8](repeating: 0, count: size - bytes.count) }
    }
}

// What is left.
extension Disk {
    /// What a power cut leaves of what was not synced.
    enum Cut: Hashable {
        case nothing, everything
        /// Names without the bytes of their files, and the other way round.
        case names, bytes
        /// Some of it, with torn writes.
        case some(seed: UInt64)
    }

    /// The files by name.
    func contents(after cut: Cut) -> [String: [UInt8]] {
        var chance: SplitMix? = if case .some(let seed) = cut { SplitMix(seed: seed) } else { nil }
        var names = safe
        let kept: Int =
            switch cut {
            case .nothing, .bytes: 0
            case .everything, .names: namings.count
            case .some: Int((chance?.next() ?? 0) % UInt64(namings.count + 1))
            }
        for naming in namings.prefix(kept) { Self.apply(naming, &names) }
        return names.mapValues { number in
            var bytes = files[number].safe
            for change in files[number].pending {
                switch cut {
                case .nothing, .names: continue
                case .everything, .bytes: Self.apply(change, &bytes)
                case .some:
                    let dice = chance?.next() ?? 0
                    if let part = Self.part(of: change, dice) { Self.apply(part, &bytes) }
                }
            }
            return bytes
        }
    }

    /// All of a change, nothing, or some sectors of a write.
    private static func part(of change: Change, _ dice: UInt64) -> Change? {
        switch (dice % 4, change) {
        case (0, _): return nil
        case (1, .write(let offset, let bytes)):
            let sectors = UInt64(bytes.count / sector + 1)
            let size = Int((dice / 4) % sectors) * sector
            return .write(offset: offset, Array(bytes.prefix(size)))
        default: return change
        }
    }

    /// What a disk writes whole, bytes.
    private static let sector = 512

    /// Writes files as a power cut leaves them into a directory that is made for it.
    func write(_ contents: [String: [UInt8]], to path: String) throws {
        let manager = FileManager.default
        try? manager.removeItem(atPath: path)
        for directory in directories.sorted() {
            try manager.createDirectory(
                atPath: path + "/" + directory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }
        for (name, bytes) in contents {
            let isMade = manager.createFile(
                atPath: path + "/" + name,
                contents: Data(bytes),
                attributes: [.posixPermissions: 0o600]
            )
            guard isMade else { throw Failure("\(path)/\(name) cannot be made") }
        }
    }
}
