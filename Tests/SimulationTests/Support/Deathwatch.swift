import Foundation
import GRDB
import Synchronization

/// Keeps an image of a terminal's files as they are at the end of a statement: what a process that
/// is killed then leaves.
///
/// The process goes on in files that nobody will see again; whatever it does or throws is lost.
final class Deathwatch: Sendable {
    private let directory: String
    private let image: String
    /// Statements until the image is made; nil where it was.
    private let left: Mutex<Int?>

    init(directory: String, image: String, statements: Int) {
        self.directory = directory
        self.image = image
        left = Mutex(statements)
    }

    /// Counts the statements of a connection.
    func observe(_ connection: Database) {
        connection.trace(options: .profile) { _ in self.count() }
    }

    private func count() {
        left.withLock { left in
            guard let rest = left else { return }
            left = rest - 1
            if rest <= 1 {
                left = nil
                try? FileManager.default.copyItem(atPath: directory, toPath: image)
            }
        }
    }
}
