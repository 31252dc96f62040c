import Foundation

/// A directory that nobody else may read and that goes with the program.
struct TemporaryDirectory {
    let path: String

    init() throws {
        let parent = NSTemporaryDirectory()
        let path = "\(parent.hasSuffix("/") ? parent : parent + "/")foyer-demo-\(UUID().uuidString)"
        guard mkdir(path, 0o700) == 0 else {
            throw Complaint("no directory can be made in \(parent) (error \(errno)); set TMPDIR")
        }
        self.path = path
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
