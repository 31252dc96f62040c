import Foundation
import Testing

/// What the views of figures show of the platform's rows, and the files of the report.
@Suite(.enabled(if: DeskDay.isPossible, "needs PostgreSQL and tmux; see Tests/run"), .serialized)
struct InsightsWorkflowTests {
    /// Three chats of today: two left a contact, one took a tour that was given.
    private func fill(_ day: DeskDay) throws {
        try day.lead(1, "Avery Stone", email: "avery@mail.example")
        try day.lead(2, "Miles Jessup", phone: "+15105550142")
        try day.lead(3, "Dana Fox")
        try day.tour(1, "Avery Stone", in: -120, of: DeskDay.robin)
        try day.platform(
            """
            UPDATE tours SET conversation_id = '\(DeskDay.id(6, 1))', status = 'completed';
            UPDATE conversation SET source = 'website', is_book_tour = true
            WHERE id = '\(DeskDay.id(6, 1))'
            """
        )
        try day.tmux.see("Dana Fox")
        try day.tmux.see("Stone ✓")
    }

    @Test("the insights count the platform's rows, over the period that is chosen by a key")
    func insights() throws {
        let day = try DeskDay(width: 160, height: 48)
        try fill(day)
        try day.press("6")
        try day.tmux.see("Of 3 chats 2 left a contact, 1 booked a tour, 1 came.")
        try day.tmux.see("[30 days]")
        try day.press("h")
        try day.tmux.see("[7 days]")
        try day.tmux.see("Of 3 chats")
        try day.press("l", "l")
        try day.tmux.see("[90 days]")
        try day.close()
    }

    @Test("6 r w writes the day's report as Markdown and as CSV, with the platform's numbers")
    func report() throws {
        let day = try DeskDay(width: 160, height: 48)
        try fill(day)
        try day.within(3, "the report of a day") {
            try day.press("6", "r")
            try day.tmux.see("3 leads, 2 left a contact")
            try day.press("w")
            try day.tmux.see("Written:")
        }
        let folder = URL(filePath: day.home).appending(path: "foyer-reports")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.map { String($0.suffix(3)) } == ["csv", ".md"])
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions]
        #expect(mode as? Int == 0o700, "the reports are for nobody else")
        let texts = try names.map { name in
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        #expect(texts[0].split(whereSeparator: \.isNewline).count > 1, "a head and a line at least")
        #expect(texts.allSatisfy { $0.contains("website") && $0.contains("Robin Reed") })
        // The same again is the same: no second file, no half of one.
        try day.press("w")
        // What it says stands there from before, and the file is another while it is replaced.
        try eventually("the same files") {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names
        }
        try day.press("q", "q")
        try day.tmux.see("1 Leads")
        try day.close()
    }
}
