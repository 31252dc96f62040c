import Foundation
import Testing

/// What whoever looks after a terminal is shown of it, on the built desk and by `foyer status`.
@Suite(.enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it"), .serialized)
struct StatusTests {
    @Test("a hub that goes is told with its time and in words, on the desk and by the command")
    func hub() throws {
        let desk = try LoneDesk()
        let tmux = try Tmux(width: 120, height: 40)
        try desk.open(tmux, until: "● live")
        try tmux.press("8")
        try tmux.see("nothing; all is well")
        try tmux.see("live since")
        try tmux.see(desk.hub.url)
        try tmux.see("may write at  Robin Court")
        desk.hub.kill()
        try tmux.see("The hub is not reached")
        try tmux.see("the hub does not answer")
        // No word of a renter.
        #expect(try !tmux.screen().contains("Avery"))
        try tmux.press("q")
        try tmux.see("Avery Stone")
        try tmux.press("q")
        try tmux.see("left 0")
        let told = try Run.text(Programs.foyer, "status", "--profile", desk.profile)
        #expect(told.contains("The hub is not reached"))
        #expect(told.contains("the hub does not answer"))
        #expect(told.contains("versions      protocol"))
        #expect(!told.contains("Avery"))
    }
}
