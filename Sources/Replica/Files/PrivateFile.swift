import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Makes, checks and destroys files that nobody but their owner may read.
package enum PrivateFile {
    /// Makes a directory of mode 0700, or checks the one that is there.
    package static func makeDirectory(_ path: String) throws(ReplicaTrouble) {
        if mkdir(path, 0o700) != 0, errno != EEXIST {
            throw .file(path: path, errno: errno)
        }
        try check(path, kind: S_IFDIR)
        try refuseNetwork(path)
    }

    /// Makes an empty file of mode 0600 that was not there before.
    ///
    /// SQLite gives its journals the mode of the database they belong to.
    package static func create(_ path: String) throws(ReplicaTrouble) {
        let file = open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_RDWR | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .file(path: path, errno: errno) }
        close(file)
    }

    /// Opens a file of mode 0600 for reading and writing, making it where it is not there; the
    /// caller closes the descriptor.
    package static func descriptor(_ path: String) throws(ReplicaTrouble) -> Int32 {
        let file = open(path, O_CREAT | O_NOFOLLOW | O_RDWR | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .file(path: path, errno: errno) }
        do {
            try check(path, kind: S_IFREG)
        } catch {
            close(file)
            throw error
        }
        return file
    }

    /// Checks that a path is a plain file, ours, and closed to others.
    package static func check(_ path: String) throws(ReplicaTrouble) {
        try check(path, kind: S_IFREG)
    }

    private static func check(_ path: String, kind: mode_t) throws(ReplicaTrouble) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw .file(path: path, errno: errno) }
        guard status.st_mode & S_IFMT == kind, status.st_uid == geteuid() else {
            throw .foreign(path: path)
        }
        guard status.st_mode & 0o077 == 0 else { throw .exposed(path: path) }
    }

    /// Replaces a small file in one step: after a crash it holds the old text or the new one.
    package static func replace(_ path: String, with text: String) throws(ReplicaTrouble) {
        let temporary = path + ".new"
        unlink(temporary)
        let file = open(temporary, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .file(path: temporary, errno: errno) }
        let bytes = Array(text.utf8)
        let isWritten = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        let failure = errno
        close(file)
        guard isWritten else { throw .file(path: temporary, errno: failure) }
        guard rename(temporary, path) == 0 else { throw .file(path: path, errno: errno) }
        synchronize(directory: (path as NSString).deletingLastPathComponent)
    }

    /// Makes what was created, renamed or removed in a directory survive power loss.
    package static func synchronize(directory path: String) {
        let directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return }
        fsync(directory)
        close(directory)
    }

    /// Overwrites a file with zeros and removes it.
    ///
    /// What a disk or file system keeps of the old blocks beyond that is out of reach.
    package static func wipe(_ path: String) {
        let file = open(path, O_NOFOLLOW | O_WRONLY | O_CLOEXEC)
        if file >= 0 {
            var status = stat()
            var rest = fstat(file, &status) == 0 ? Int(status.st_size) : 0
            let zeros = [UInt8](repeating: 0, count: 1 << 20)
            while rest > 0 {
                let count = write(file, zeros, min(rest, zeros.count))
                guard count > 0 else { break }
                rest -= count
            }
            fsync(file)
            close(file)
        }
        unlink(path)
    }

    /// SQLite's locks and shared memory do not hold between machines.
    private static func refuseNetwork(_ path: String) throws(ReplicaTrouble) {
        guard let mounts = try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8),
            let resolved = realpath(path, nil)
        else { return }
        defer { free(resolved) }
        let place = String(cString: resolved) + "/"
        var longest = (point: "", type: "")
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 2 else { continue }
            let point = fields[1] == "/" ? "/" : fields[1] + "/"
            if place.hasPrefix(point), point.count >= longest.point.count {
                longest = (String(point), String(fields[2]))
            }
        }
        if networkFileSystems.contains(longest.type) { throw .onNetwork(path: path) }
    }

    private static let networkFileSystems: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "fuse.sshfs",
    ]
}
