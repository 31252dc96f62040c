import Desk
import Foundation

/// Files that an agent wants written from the desk: into the home directory, never over another.
enum DeskFiles {
    /// Writes a file readable by its owner alone; says where it is, or why it is not.
    static func keep(name: String, ending: String, text: String) -> DeskEvent {
        let home = HomeDirectory.path
        for number in 1...mostOfAName {
            let suffix = number == 1 ? "" : "-\(number)"
            let path = "\(home)/\(name)\(suffix).\(ending)"
            let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if file < 0, errno == EEXIST { continue }
            guard file >= 0 else {
                return .fileNotKept(reason: "\(path): \(String(cString: strerror(errno)))")
            }
            let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
            do {
                try handle.write(contentsOf: Data(text.utf8))
                try handle.close()
                return .fileKept(path: path)
            } catch {
                try? FileManager.default.removeItem(atPath: path)
                return .fileNotKept(reason: "\(path): \(error.localizedDescription)")
            }
        }
        return .fileNotKept(reason: "\(home) holds \(mostOfAName) files named \(name); remove some")
    }

    /// Files of one name that are told apart by a number.
    private static let mostOfAName = 99
}
