import CNcurses
import Glibc

/// Tells when files of some directories are saved: the kernel reports it, so that nobody looks.
package final class FileWatch {
    /// Readable when something was saved.
    let descriptor: Int32

    /// Watches those of the directories that are there; without the kernel's help it tells nothing.
    package init(directories: [String]) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return }
        // Editors write a file anew, or put another in its place.
        let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE)
        for directory in directories { inotify_add_watch(descriptor, directory, events) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Whether something was saved since.
    func drain() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 4_096)
        var isSaved = false
        while read(descriptor, &bytes, bytes.count) > 0 { isSaved = true }
        return isSaved
    }
}
