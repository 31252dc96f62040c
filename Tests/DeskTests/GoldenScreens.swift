import Foundation
import Screen
import Testing

@testable import Desk

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

/// Holds a view against the text of its name and size, and at 80x24 every cell against its role and
/// ground: what three themes make of these stands in files of their own, once.
func expectView(_ station: Station, _ name: String) throws {
    let grid = station.desk.view()
    try expectGolden(station.screen, "\(name)-\(grid.width)x\(grid.height)")
    guard (grid.width, grid.height) == (80, 24) else { return }
    try expectGolden(grid.roles, "\(name)-80x24-roles")
}

extension Grid {
    /// A line of the screen a line: runs of cells as role and ground.
    var roles: String { roles(in: Rect(x: 0, y: 0, width: width, height: height)) }

    /// The same of a part of the screen.
    func roles(in rect: Rect) -> String {
        (rect.y..<rect.y + rect.height).map { y in
            var runs: [(name: String, count: Int)] = []
            for x in rect.x..<rect.x + rect.width {
                let cell = self[x, y]
                let ground = cell.ground == .plain ? "" : "/\(cell.ground.rawValue)"
                let name = cell.role.rawValue + ground
                if runs.last?.name == name {
                    runs[runs.count - 1].count += 1
                } else {
                    runs.append((name, 1))
                }
            }
            return runs.map { "\($0.count) \($0.name)" }.joined(separator: ", ") + "\n"
        }
        .joined()
    }
}
