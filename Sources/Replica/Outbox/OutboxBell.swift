@preconcurrency import Dispatch

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How a process that wrote into an outbox tells the one that sends: a file whose closing the
/// kernel reports, so that nobody has to look.
package struct OutboxBell: Sendable {
    private let path: String

    /// The bell of a directory's outbox.
    package init(directory: String) {
        path = directory + "/outbox.bell"
    }

    /// Tells whoever listens that something waits; where nobody does, nothing happens.
    package func ring() {
        let file = open(path, O_CREAT | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        _ = write(file, "!", 1)
        close(file)
    }

    /// Yields each time the bell rings, until the task that listens is cancelled.
    package func rings() -> AsyncStream<Void> {
        let (stream, sender) = AsyncStream.makeStream(
            of: Void.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        ring()
        #if canImport(Glibc)
        let notifier = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard notifier >= 0, inotify_add_watch(notifier, path, UInt32(IN_CLOSE_WRITE)) >= 0 else {
            if notifier >= 0 { close(notifier) }
            sender.finish()
            return stream
        }
        let source = DispatchSource.makeReadSource(fileDescriptor: notifier)
        source.setEventHandler {
            var bytes = [UInt8](repeating: 0, count: 4_096)
            while read(notifier, &bytes, bytes.count) > 0 {}
            sender.yield()
        }
        source.setCancelHandler { close(notifier) }
        source.resume()
        sender.onTermination = { _ in source.cancel() }
        #else
        sender.finish()
        #endif
        return stream
    }
}
