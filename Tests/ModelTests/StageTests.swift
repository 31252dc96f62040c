import Model
import Testing

@Suite struct StageTests {
    @Test("the furthest reached of status, contact and tours counts")
    func furthest() {
        #expect(stage("chat_initiated") == .new)
        #expect(stage("chat_initiated", contact: true) == .contactKnown)
        #expect(stage("active", scheduled: true) == .tourScheduled)
        #expect(stage("info_collected", scheduled: true, completed: true) == .tourCompleted)
        #expect(stage("handed_off", contact: true) == .handedOff)
        #expect(stage("handed_off", contact: true, scheduled: true) == .tourScheduled)
        #expect(stage(nil) == .new)
    }

    @Test("an unknown status is shown as it is")
    func unknown() {
        #expect(stage("Waiting for keys", contact: true) == .unknown("Waiting for keys"))
    }

    @Test("the session is told apart from the funnel")
    func session() {
        #expect(Session(status: "active", hasEnded: false) == .live)
        #expect(Session(status: "active", hasEnded: true) == .ended)
        #expect(Session(status: "abandoned", hasEnded: false) == .abandoned)
        #expect(Session(status: "tour_scheduled", hasEnded: true) == .ended)
    }

    private func stage(
        _ status: String?,
        contact: Bool = false,
        scheduled: Bool = false,
        completed: Bool = false
    ) -> Stage {
        Stage(
            status: status,
            hasContact: contact,
            hasScheduledTour: scheduled,
            hasCompletedTour: completed
        )
    }
}
