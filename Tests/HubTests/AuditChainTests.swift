import Foundation
import Hub
import Model
import Testing

/// The chain that the audit is.
struct AuditChainTests {
    @Test("entries follow each other, and none that differs in anything")
    func follows() {
        let entries = Self.entries(4)
        var chain = AuditChain()
        for entry in entries {
            for other in Self.changed(entry) {
                let isNext = chain.follows(other)
                #expect(!isNext)
            }
            let isNext = chain.follows(entry)
            #expect(isNext)
            let isTwice = chain.follows(entry)
            #expect(!isTwice, "no entry stands twice")
        }
        #expect(chain.number == 4)
        var gap = AuditChain()
        let isFirst = gap.follows(entries[0])
        let skips = gap.follows(entries[2])
        #expect(isFirst && !skips)
    }

    @Test("only what changed of a row is kept, as canonical JSON, and a new row whole")
    func changes() {
        let id = RowID(high: 7, low: 7)
        let before = Record(.tours, id, ["status": .text("a"), "unit": .text("é\"\n"), "n": .null])
        let after = before.with(["status": .text("b"), "n": .integer(3)])
        let texts = [
            AuditChange(before: before, after: after), AuditChange(before: nil, after: before),
        ].map { change in
            AuditEntry(
                after: nil,
                at: Timestamp(microseconds: 0),
                agent: .init(high: 1, low: 1),
                device: .init(high: 1, low: 2),
                mutation: .init(high: 1, low: 3),
                kind: "k",
                changes: [change]
            ).changes
        }
        #expect(texts[0].contains(#""before": {"n": null, "status": "a"}"#))
        #expect(texts[0].contains(#""after": {"n": 3, "status": "b"}"#))
        #expect(texts[1].contains(#""after": {"n": null, "unit": "é\"\n", "status": "a"}"#))
        #expect(!texts[1].contains("before"))
    }

    private static func entries(_ count: Int) -> [AuditEntry] {
        var entries: [AuditEntry] = []
        for number in 0..<count {
            entries.append(
                AuditEntry(
                    after: entries.last,
                    at: Timestamp(microseconds: Int64(number)),
                    agent: AgentID(high: 1, low: 1),
                    device: DeviceID(high: 1, low: 2),
                    mutation: MutationID(high: 1, low: UInt64(number)),
                    kind: "set_stage",
                    changes: []
                )
            )
        }
        return entries
    }

    /// The entry with each of its parts another.
    private static func changed(_ entry: AuditEntry) -> [AuditEntry] {
        (0..<7).map { part in
            AuditEntry(
                number: entry.number + (part == 0 ? 1 : 0),
                at: part == 1 ? entry.at.advanced(by: .seconds(1)) : entry.at,
                agent: part == 2 ? AgentID(high: 9, low: 9) : entry.agent,
                device: part == 3 ? DeviceID(high: 9, low: 9) : entry.device,
                mutation: part == 4 ? MutationID(high: 9, low: 9) : entry.mutation,
                kind: part == 5 ? "take_over" : entry.kind,
                changes: entry.changes + (part == 6 ? " " : ""),
                hash: entry.hash
            )
        }
    }
}
