import Foundation

// What a desk shows, and what it should.
extension Desks {
    /// A frame of Robin's desk as it should be now.
    func rendered(_ width: Int, _ height: Int, _ more: [String] = []) throws -> String {
        let size = ["render", "--profile", robin, "--size", "\(width)x\(height)"]
        let run = try Run(Programs.foyer, size + more, environment: ["LC_ALL": "C.UTF-8"])
        guard run.status == 0 else { throw Failure(run.errors) }
        return run.output
    }

    /// Waits until a screen is what render says; the minute may turn meanwhile.
    func expectFrame(
        _ width: Int,
        _ height: Int,
        _ more: [String] = [],
        on screen: () throws -> String
    ) throws {
        var (seen, wanted): ([String], [String]) = ([], [])
        do {
            try eventually("the frame", within: 30) {
                seen = try Self.trimmed(screen())
                wanted = try Self.trimmed(rendered(width, height, more))
                // With few panes a desk may know more than a frame that shows them alone.
                return width < 120 ? seen.dropLast() == wanted.dropLast() : seen == wanted
            }
        } catch {
            let (screen, frame) = (seen.joined(separator: "\n"), wanted.joined(separator: "\n"))
            throw Failure("the screen was\n\(screen)\nnot\n\(frame)")
        }
    }

    /// Terminals leave out blanks at the ends.
    private static func trimmed(_ screen: String) -> [String] {
        var lines = screen.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
        while lines.last == "" { lines.removeLast() }
        return lines
    }
}
