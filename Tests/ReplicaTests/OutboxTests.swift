import Foundation
import GRDB
import Model
import Testing
import Wire

@testable import Replica

@Suite("The outbox loses nothing")
struct OutboxTests {
    private let profile = Profile()

    private func outbox() throws -> Outbox { try Outbox(directory: profile.directory) }

    private static func note(_ text: String) -> Intent {
        .logActivity(
            LogActivity(conversation: Office.id(.conversation, 1), activity: .note, note: text)
        )
    }

    @discardableResult
    private static func append(_ text: String, to outbox: Outbox) throws -> OutboxEntry {
        var chance = SystemRandomNumberGenerator()
        let id = MutationID.made(at: Profile.now, using: &chance)
        let entry = OutboxEntry(waiting: note(text), inverse: nil, at: Profile.now, id: id)
        try outbox.append(entry)
        return entry
    }

    /// Bytes of the body that a batch goes out in.
    private static func size(_ batch: [Mutation]) -> Int {
        WireJSON.encode(MutationsRequest(mutations: batch.map(SentMutation.init))).count
    }

    private func answer(
        _ batch: [Mutation],
        acked: Int64? = nil,
        _ outcome: MutationOutcome = .applied,
        _ refusal: Refusal? = nil
    ) -> MutationsResponse {
        MutationsResponse(
            results: batch.map {
                MutationResult(id: $0.id, number: $0.number, outcome: outcome, refusal: refusal)
            },
            acked: acked ?? batch.last?.number ?? 0
        )
    }

    @Test("what was appended is there after the program ended, in its order")
    func survives() throws {
        for number in 1...3 { try Self.append("note \(number)", to: outbox()) }
        let entries = try outbox().entries()
        #expect(entries.map(\.intent) == (1...3).map { Self.note("note \($0)") })
        #expect(entries.allSatisfy { $0.state == .waiting && $0.number == nil })
    }

    @Test("a commit is on disk when it is told, and nobody else may read the file")
    func synchronous() throws {
        let file = try OutboxFile(directory: profile.directory)
        let (mode, journal) = try file.queue.read { db in
            (
                try Int.fetchOne(db, sql: "PRAGMA synchronous"),
                try String.fetchOne(db, sql: "PRAGMA journal_mode")
            )
        }
        #expect(mode == 2, "FULL")
        #expect(journal == "truncate", "with FULL, a journal that is deleted may come back")
        try Self.append("private", to: outbox())
        for name in ["outbox.sqlite", "outbox.journal"] {
            let path = profile.directory + "/" + name
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? Int) == 0o600, "\(name)")
        }
    }

    @Test("a write that the journal has no room for is not half kept")
    func journalFails() throws {
        let outbox = try outbox()
        try Self.append("before", to: outbox)
        let journal = profile.directory + "/outbox.journal"
        try FileManager.default.moveItem(atPath: journal, toPath: journal + ".away")
        // What cannot be opened for writing, whoever runs the tests.
        try FileManager.default.createDirectory(
            atPath: journal,
            withIntermediateDirectories: false
        )
        #expect(throws: OutboxTrouble.self) { try Self.append("refused", to: outbox) }
        #expect(try outbox.entries().map(\.intent) == [Self.note("before")])
        try FileManager.default.removeItem(atPath: journal)
        try FileManager.default.moveItem(atPath: journal + ".away", toPath: journal)
        try Self.append("after", to: outbox)
        let entries = try self.outbox().entries()
        #expect(entries.map(\.intent) == ["before", "after"].map(Self.note))
    }

    @Test("a torn end of the journal takes no line that follows it")
    func tornEnd() throws {
        try PrivateFile.makeDirectory(profile.directory)
        let journal = OutboxJournal(path: profile.directory + "/journal")
        try journal.append(Array("first".utf8))
        let file = try FileHandle(forWritingTo: URL(filePath: journal.path))
        try file.truncate(atOffset: UInt64(journal.size - 3))
        try file.close()
        try journal.append(Array("second".utf8))
        #expect(journal.texts() == [Array("second".utf8)])
    }

    @Test("numbers are given when a write is sent first, without a gap, and kept")
    func numbers() throws {
        let outbox = try outbox()
        let first = try Self.append("first", to: outbox)
        let second = try Self.append("second", to: outbox)
        try Self.append("third", to: outbox)
        #expect(try outbox.withdraw(second.id))
        let batch = try outbox.batch()
        #expect(batch.map(\.number) == [1, 2])
        #expect(batch.map(\.id).first == first.id)
        #expect(try outbox.batch() == batch, "a batch that got no answer goes out as it was")
        #expect(try !outbox.withdraw(first.id), "what was sent is not withdrawn")
    }

    @Test("what the hub did stays for 35 days, what it refused wants a decision")
    func decided() throws {
        let outbox = try outbox()
        for text in ["one", "two", "three"] { try Self.append(text, to: outbox) }
        let batch = try outbox.batch()
        var response = answer(batch)
        response.results[1].outcome = .rejected
        response.results[1].refusal = Refusal(.readOnly)
        #expect(try outbox.record(response) == (3, true))
        #expect(try outbox.counts() == (0, 1))
        let attention = try outbox.attention().rows
        #expect(attention.map(\.refusal.code) == [.readOnly])
        #expect(attention.map(\.intent) == [Self.note("two")])
        try outbox.settle(batch[1].id)
        #expect(try outbox.counts() == (0, 0))
        try outbox.prune(now: Profile.now.advanced(by: .seconds(34 * 86_400)))
        #expect(try outbox.entries().count == 3)
        try outbox.prune(now: Profile.now.advanced(by: .seconds(36 * 86_400)))
        // The newest number stays, so that none is given twice.
        #expect(try outbox.entries().map(\.number) == [3])
    }

    @Test("a hub that was restored is offered again what it has forgotten")
    func restoredHub() throws {
        let outbox = try outbox()
        for text in ["one", "two", "three"] { try Self.append(text, to: outbox) }
        let batch = try outbox.batch()
        _ = try outbox.record(answer(batch))
        try Self.append("four", to: outbox)
        #expect(try outbox.batch().map(\.number) == [4])
        // It knows number 1 alone, and takes no 4 after it.
        let outcome = try outbox.record(MutationsResponse(results: [], acked: 1))
        #expect(outcome == (2, false))
        let again = try outbox.batch()
        #expect(again.map(\.number) == [2, 3, 4])
        #expect(Array(again.prefix(2)) == Array(batch.suffix(2)))
    }

    @Test(
        "what was discarded, or sent again as another, fills its number and is not done after all"
    )
    func settledAtRestore() throws {
        let outbox = try outbox()
        for text in ["ten o'clock", "eleven o'clock"] { try Self.append(text, to: outbox) }
        let batch = try outbox.batch()
        var response = answer(batch)
        response.results[0].outcome = .rejected
        response.results[0].refusal = Refusal(.readOnly)
        _ = try outbox.record(response)
        try outbox.settle(batch[0].id)
        _ = try outbox.record(MutationsResponse(results: [], acked: 0))
        let again = try outbox.batch()
        #expect(again.map(\.number) == [1, 2])
        #expect(again.map(\.intent) == [.foreign(.settled), Self.note("eleven o'clock")])
        let refused = answer(Array(again.prefix(1)), acked: 1, .rejected, Refusal(.unknownKind))
        #expect(try outbox.record(refused) == (0, false), "nobody has to settle it twice")
        #expect(try outbox.batch().map(\.number) == [2])
        #expect(try outbox.counts() == (1, 0))
    }

    @Test("a batch that failed goes out as it was, and does not grow beyond what the hub takes")
    func sizes() throws {
        let outbox = try outbox()
        let text = String(repeating: "long ", count: 4_000)
        for number in 0..<150 { try Self.append("\(number) \(text)", to: outbox) }
        var sent: [Mutation] = []
        var batches = 0
        while case let batch = try outbox.batch(), !batch.isEmpty {
            #expect(try outbox.batch() == batch)
            #expect(Self.size(batch) <= WireLimits.mutationsBody)
            _ = try outbox.record(answer(batch))
            sent += batch
            batches += 1
        }
        #expect(batches > 2)
        #expect(sent.map(\.number) == Array(1...150))
        // All of it forgotten at once.
        _ = try outbox.record(MutationsResponse(results: [], acked: 0))
        let again = try outbox.batch()
        #expect(Self.size(again) <= WireLimits.mutationsBody)
        #expect(again.first?.number == 1)
    }

    @Test("a checkpoint that was asked for before the hub decided makes nothing wait again")
    func askedBefore() throws {
        let outbox = try outbox()
        for text in ["one", "two"] { try Self.append(text, to: outbox) }
        _ = try outbox.record(answer(try outbox.batch()))
        for known: Int64 in 0...1 {
            #expect(try !outbox.offerAgain(after: known, known: known))
        }
        #expect(try outbox.batch().isEmpty)
        #expect(try outbox.acked() == 2)
        // Asked for since, it says that the hub was put back.
        #expect(try outbox.offerAgain(after: 1, known: 2))
        #expect(try outbox.batch().map(\.number) == [2])
        #expect(try outbox.acked() == 1)
    }

    @Test("failure 48: an old copy's numbers were used already: the write gets a new one")
    func oldCopy() throws {
        let outbox = try outbox()
        try Self.append("after the restore", to: outbox)
        let batch = try outbox.batch()
        let refused = answer(batch, acked: 9, .rejected, Refusal(.numberReused))
        #expect(try outbox.record(refused) == (1, false))
        let again = try outbox.batch()
        #expect(again.map(\.number) == [10])
        #expect(again.map(\.id) == batch.map(\.id))
    }

    @Test("a damaged file is set aside, and all of it comes back from the journal")
    func damaged() throws {
        var outbox: Outbox? = try self.outbox()
        let entries = try (1...50).map { number in
            try Self.append("note \(number)", to: try #require(outbox))
        }
        _ = try outbox?.withdraw(entries[9].id)
        let batch = try #require(try outbox?.batch(limit: 3))
        _ = try outbox?.record(answer(batch))
        let before = try #require(try outbox?.entries())
        outbox = nil
        let path = profile.directory + "/outbox.sqlite"
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.seek(toOffset: 0)
        handle.write(Data(repeating: 0xA5, count: 6_000))
        try handle.close()
        let restored = try self.outbox()
        #expect(try restored.entries() == before)
        #expect(try restored.batch().first?.number == 4)
        #expect(FileManager.default.fileExists(atPath: path + ".damaged"))
    }

    @Test("a journal whose last line is torn, or one in its middle damaged, gives the others")
    func tornJournal() throws {
        let journal = OutboxJournal(path: profile.directory + "/outbox.journal")
        try PrivateFile.makeDirectory(profile.directory)
        for text in ["one", "two", "three"] { try journal.append(Array(text.utf8)) }
        var bytes = try #require(FileManager.default.contents(atPath: journal.path))
        let place = try #require(bytes.firstRange(of: Data("two".utf8)))
        bytes[place.lowerBound] ^= 1
        try bytes.dropLast(3).write(to: URL(filePath: journal.path))
        #expect(journal.texts().map { String(decoding: $0, as: UTF8.self) } == ["one"])
    }

    @Test("two processes append to one outbox, and neither's write is lost")
    func twoProcesses() async throws {
        let outboxes = [try outbox(), try outbox()]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, outbox) in outboxes.enumerated() {
                group.addTask {
                    for number in 0..<25 { try Self.append("\(index) \(number)", to: outbox) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try outbox().entries().count == 50)
        #expect(try outbox().batch().map(\.number) == Array(1...50))
    }

    @Test("a file of a newer program is refused, and says what to do")
    func newer() throws {
        let file = try OutboxFile(directory: profile.directory)
        try file.queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
        #expect {
            _ = try outbox()
        } throws: { error in
            "\(error)".contains("newer foyer") && "\(error)".contains("outbox.sqlite")
        }
    }

    @Test("unfinished texts are kept until they are empty")
    func drafts() throws {
        try outbox().keepDraft("answer-1", "One space per apart")
        try outbox().keepDraft("answer-2", "gone soon")
        try outbox().keepDraft("answer-2", "")
        #expect(try outbox().drafts() == ["answer-1": "One space per apart"])
    }

    @Test("on another device the numbers begin anew")
    func anotherDevice() throws {
        let outbox = try outbox()
        for text in ["one", "two"] { try Self.append(text, to: outbox) }
        _ = try outbox.record(answer(try outbox.batch()))
        try Self.append("three", to: outbox)
        try outbox.beginAnew()
        #expect(try outbox.batch().map(\.number) == [1])
    }
}
