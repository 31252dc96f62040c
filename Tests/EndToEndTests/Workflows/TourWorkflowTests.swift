import Foundation
import Testing

/// The agent's day with tours, each from what triggers it to the rows it leaves.
@Suite(.enabled(if: OfficeDay.isPossible, "needs PostgreSQL and tmux; see Tests/run"), .serialized)
struct TourWorkflowTests {
    @Test("7: a tour that was given and one that was missed are said to be")
    func outcomes() throws {
        let day = try OfficeDay()
        try day.tour(1, "Avery Stone", in: -60, of: OfficeDay.robin)
        try day.tmux.see("Stone")
        try day.press("4")
        try day.within(2, "a tour that was given") {
            try day.press("d")
            try day.tmux.see("How did it go?")
            try day.press("C-s")
        }
        try day.expect("SELECT status FROM tours", "completed")
        try day.expect(
            "SELECT kind, interest FROM foyer.tour_event",
            "completed|high"
        )
        // An outcome can be corrected, and its history stays.
        try day.within(2, "a tour that was missed") { try day.press("n") }
        try day.expect("SELECT status FROM tours", "no_show")
        try day.expect(
            "SELECT kind FROM foyer.tour_event ORDER BY created_at",
            "completed\ncorrected"
        )
        try day.close()
    }
}
