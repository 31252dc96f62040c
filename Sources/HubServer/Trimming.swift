import Glibc
import Hub
import ServiceLifecycle

/// Gives memory back to the system that a rush of terminals has left.
///
/// glibc keeps what was freed between things that stay: after 2,000 terminals have fetched
/// everything at a time that was 57 MB of 91, for as long as the hub ran.
struct Trimming: Service {
    private typealias Trim = @convention(c) (Int) -> CInt

    let clock: HubClock

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await clock.sleep(Self.interval)) != nil { Self.trim() }
        }
    }

    private static func trim() {
        // Swift's Glibc lacks malloc.h; another C library may lack the function.
        guard let address = dlsym(nil, "malloc_trim") else { return }
        // malloc_trim(3) is `int malloc_trim(size_t)`, which that type says.
        _ = unsafeBitCast(address, to: Trim.self)(0)
    }

    /// It takes some milliseconds with memory of 100 MB.
    private static let interval = Duration.seconds(10)
}
