import Foundation
import Glibc
import Model
import Testing

/// The disk fails, or the program is killed, at each call with which it writes.
@Suite(.enabled(if: PowerLayer.isHere, "needs a C compiler"), .serialized)
struct DiskTroubleTests {
    private let desks: Desks
    private let layer: PowerLayer

    init() throws {
        desks = try Desks(questions: 2)
        layer = try PowerLayer(desks.scratch)
        desks.hub.kill()
        let note = ["lead", "note", desks.company.conversation(1), "from before"]
        #expect(try desks.write(note, desks.robin).0.state == "waiting")
    }

    private var booking: [String] {
        let lead = desks.company.conversation(0)
        return ["tour", "book", "12/4 11am", "--anyway", "--lead", lead]
    }

    /// The profile as it was, once more.
    private func copy() throws -> String {
        let path = desks.scratch.file("copy")
        try? FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(atPath: desks.robin, toPath: path)
        return path
    }

    /// The calls at which something happens: all where `FOYER_CALLS` is large, else about so many.
    private func moments(_ count: Int, usually: Int) -> StrideTo<Int> {
        let step = max(1, count / rounds("FOYER_CALLS", usually: usually))
        return stride(from: 1, to: count + 1, by: step)
    }

    /// Whether what a command complains of is a sentence of ours and says what to do.
    private func isInWords(_ errors: String) -> Bool {
        ["make room", "the disk"].contains(where: errors.contains)
            && !["while executing", "SQLite error"].contains(where: errors.contains)
    }

    @Test(
        "failure 37: whatever call of a booking finds the disk full or broken, it is said or done",
        arguments: [
            PowerLayer.Mishap.failsFromThere(ENOSPC), .fillsUp, .fails(EIO), .failsFromThere(EIO),
        ]
    )
    func booking(_ mishap: PowerLayer.Mishap) throws {
        let before = try CutCommand.kept(desks.robin)
        let command = try CutCommand(booking, try copy(), layer)
        // The moments in which it is kept, all of them: said and done could differ there.
        let close = command.accepted - 5...command.accepted + 5
        let count = command.calls.count
        let numbers = Set(moments(count, usually: 24)).union(close.clamped(to: 1...count))
        for number in numbers.sorted() {
            let profile = try copy()
            let run = try layer.run(booking, profile, mishap: (mishap, number))
            let place = "\(mishap) at call \(number) of \(count): \(run.errors)"
            let kept = try CutCommand.kept(profile)
            #expect(kept.starts(with: before), "\(place): what was kept is lost")
            if run.status == 0 {
                #expect(kept.count == before.count + 1, "\(place): said to be kept")
            } else {
                #expect(run.status == 1, "\(place)")
                #expect(kept == before, "\(place): half kept")
                #expect(isInWords(run.errors), "\(place)")
            }
        }
    }

    @Test(
        "failure 37: nor does applying changes, and sending, lose anything on such a disk",
        arguments: [PowerLayer.Mishap.failsFromThere(ENOSPC), .fails(EIO)]
    )
    func applying(_ mishap: PowerLayer.Mishap) throws {
        try desks.hub.restart()
        let answer = ["answer", desks.company.question(1), "Ten."]
        #expect(try desks.write(answer, desks.sam).0.state == "applied")
        let sync = ["sync", "--once"]
        let calls = try layer.calls(of: sync, try copy()).calls
        for number in moments(calls.count, usually: 12) {
            let profile = try copy()
            let run = try layer.run(sync, profile, mishap: (mishap, number))
            let place = "\(mishap) at call \(number) of \(calls.count): \(run.errors)"
            #expect(run.status == 0 || run.status == 1, "\(place)")
            #expect(run.status == 0 || isInWords(run.errors), "\(place)")
            // There is room again.
            let again = try desks.run(sync, profile)
            #expect(again.status == 0, "\(place), and then: \(again.errors)")
            #expect(try desks.outbox(profile).map(\.state) == ["applied"], "\(place)")
            let verified = try desks.run(["verify"], profile)
            #expect(verified.output.hasPrefix("equal:"), "\(place): \(verified.output)")
        }
        let notes = "SELECT note FROM lead_activity WHERE kind = 'note'"
        #expect(try desks.texts(notes) == ["from before"])
    }

    @Test(
        "failure 36: killed at any call of a booking, it is kept whole or not at all",
        arguments: [PowerLayer.Mishap.kill, .tornKill]
    )
    func killed(_ mishap: PowerLayer.Mishap) throws {
        let before = try CutCommand.kept(desks.robin)
        let command = try CutCommand(booking, try copy(), layer)
        for number in moments(command.calls.count, usually: 30) {
            let profile = try copy()
            let run = try layer.run(booking, profile, mishap: (mishap, number))
            let place = "\(mishap) at call \(number) of \(command.calls.count)"
            let kept = try CutCommand.kept(profile)
            #expect(kept.starts(with: before), "\(place): what was kept is lost")
            let added = kept.count - before.count
            #expect(added == 1 || added == 0 && number <= command.accepted, "\(place): lost")
            #expect(run.status == 128 + SIGKILL || run.status == 0, "\(place): \(run.errors)")
        }
    }
}
