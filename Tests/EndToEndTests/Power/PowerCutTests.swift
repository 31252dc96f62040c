import Foundation
import Testing

/// Power is cut at each call with which a write gets onto the disk.
@Suite(.enabled(if: PowerLayer.isHere, "needs a C compiler"), .serialized)
struct PowerCutTests {
    /// What a power cut may leave: all kinds, and some by chance; `FOYER_CUTS=100` tries so many.
    private static var cuts: [Disk.Cut] {
        let seeds = UInt64(rounds("FOYER_CUTS", usually: 6))
        return [.nothing, .everything, .names, .bytes] + (0..<seeds).map { .some(seed: $0) }
    }

    private static func isOutbox(_ name: String) -> Bool { name.hasPrefix("outbox.") }

    private let desks: Desks
    private let layer: PowerLayer

    init() throws {
        desks = try Desks(questions: 2)
        layer = try PowerLayer(desks.scratch)
    }

    private var booking: [String] {
        let lead = desks.company.conversation(0)
        return ["tour", "book", "12/4 11am", "--anyway", "--lead", lead]
    }

    private var answer: [String] { ["answer", desks.company.question(0), "Fifty a month."] }

    /// Some writes wait already.
    private func prepare() throws {
        desks.hub.kill()
        for number in 0..<3 {
            let note = ["lead", "note", desks.company.conversation(1), "note \(number)"]
            #expect(try desks.write(note, desks.robin).0.state == "waiting")
        }
    }

    private func troubles(_ command: CutCommand) throws -> [String] {
        try command.images(Self.cuts, of: Self.isOutbox).compactMap(command.trouble)
    }

    @Test("failure 36: an accepted booking, and answer, survives a power cut at each of its calls")
    func accepted() throws {
        try prepare()
        for arguments in [booking, answer] {
            let command = try CutCommand(arguments, desks.robin, layer)
            let troubles = try troubles(command)
            #expect(troubles.isEmpty, "\(troubles.joined(separator: "\n"))")
        }
    }

    @Test("the very first write of a terminal survives it too, with the file it makes")
    func first() throws {
        desks.hub.kill()
        for name in ["sqlite", "sqlite-journal", "journal", "bell"] {
            try? FileManager.default.removeItem(atPath: desks.robin + "/outbox." + name)
        }
        let command = try CutCommand(booking, desks.robin, layer, isFirst: true)
        let troubles = try troubles(command)
        #expect(troubles.isEmpty, "\(troubles.joined(separator: "\n"))")
    }

    @Test("an outbox that is opened with less than FULL loses an accepted write, and it is seen")
    func careless() throws {
        try prepare()
        for mode in ["NORMAL", "OFF"] {
            let sql = "PRAGMA synchronous = \(mode)"
            let note = ["lead", "note", desks.company.conversation(0), "opened with \(mode)"]
            let command = try CutCommand(note, desks.robin, layer, sql: sql)
            let losses = try troubles(command).filter { $0.contains("lost") }
            #expect(!losses.isEmpty, "\(mode)")
        }
    }

    @Test("what power cuts leave goes out once, whenever it was cut", .timeLimit(.minutes(10)))
    func delivered() throws {
        desks.hub.kill()
        let command = try CutCommand(booking, desks.robin, layer)
        try desks.hub.restart()
        try deliver(command)
        #expect(try desks.texts("SELECT status FROM tours") == ["scheduled"])
    }

    @Test("nor is an answer given twice that the hub had when power was cut")
    func answered() throws {
        let command = try CutCommand(answer, desks.robin, layer)
        try deliver(command)
        #expect(try desks.texts("SELECT answer FROM faq") == ["Fifty a month."])
        #expect(try desks.texts("SELECT status FROM tasks ORDER BY 1") == ["answered", "pending"])
    }

    /// Begins anew on what each of many cuts has left, and sends what is there; `FOYER_CUTS=1000`
    /// takes all of them.
    private func deliver(_ command: CutCommand) throws {
        let images = command.images([.nothing, .everything, .some(seed: 1)])
        let step = max(1, images.count / rounds("FOYER_CUTS", usually: 20))
        for image in images.enumerated().filter({ $0.offset % step == 0 }).map(\.element) {
            let profile = try command.write(image)
            let place = "cut \(image.cut) after call \(image.calls)"
            let run = try Run(Programs.foyer, ["sync", "--once", "--profile", profile])
            #expect(run.status == 0, "\(place): \(run.errors)")
            let states = try desks.outbox(profile).map(\.state)
            #expect(states.allSatisfy { $0 == "applied" }, "\(place): \(states)")
            let isThere = states.count == command.after.count
            #expect(isThere || !image.isAccepted, "\(place): the write is lost")
            let verified = try Run(Programs.foyer, ["verify", "--profile", profile])
            #expect(verified.status == 0, "\(place): \(verified.output)\(verified.errors)")
        }
        let ledger = try desks.texts("SELECT hex(mutation_id) FROM foyer_ledger")
        #expect(ledger.count == 1, "\(ledger)")
    }
}
