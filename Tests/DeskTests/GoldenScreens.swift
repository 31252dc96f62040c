import Foundation
import Testing

/// Holds a screen against the text file of its name; `RECORD=1` writes it anew, and one that is
/// missing is written and fails.
func expectGolden(_ screen: String, _ name: String, file: String = #filePath) throws {
    let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden")
    let url = folder.appending(path: "\(name).txt")
    let wanted = try? String(contentsOf: url, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" || wanted == nil {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try screen.write(to: url, atomically: true, encoding: .utf8)
    }
    guard let wanted else {
        Issue.record("\(name).txt was missing; it is written now, look at it and run again")
        return
    }
    #expect(screen == wanted, "the screen differs from Golden/\(name).txt")
}
