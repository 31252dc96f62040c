import Foundation
import Model
import Testing

/// Intents as they travel and lie in an outbox.
struct IntentCodingTests {
    @Test("an intent of every kind comes back as it went")
    func roundTrip() throws {
        let texts = Self.texts()
        #expect(Set(texts.keys) == Set(Intent.kinds))
        for (kind, text) in texts {
            let intent = try JSONDecoder().decode(Intent.self, from: Data(text.utf8))
            #expect(intent.kind == kind)
            let encoded = try JSONEncoder().encode(intent)
            #expect(try JSONDecoder().decode(Intent.self, from: encoded) == intent, "\(kind)")
        }
    }

    @Test("bytes that are nearly an intent are one or are refused, and trap nothing")
    func fuzz() throws {
        var chance = Chance(seed: 7)
        var read = 0
        let texts = Self.texts()
        for round in 0..<8_000 {
            let kinds = texts.keys.sorted()
            var bytes = Array((texts[kinds[round % kinds.count]] ?? "").utf8)
            for _ in 0..<Int.random(in: 1...2, using: &chance) {
                let place = Int.random(in: 0..<bytes.count, using: &chance)
                switch UInt8.random(in: 0..<4, using: &chance) {
                case 0: bytes[place] = UInt8.random(in: 32..<127, using: &chance)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(contentsOf: Array("99999999999999999999".utf8), at: place)
                default: bytes.insert(UInt8(ascii: "\""), at: place)
                }
            }
            guard let intent = try? JSONDecoder().decode(Intent.self, from: Data(bytes)) else {
                continue
            }
            read += 1
            // Whatever was read is a rule that answers or refuses over rows that lack everything.
            let act = Act(
                agent: AgentID(high: 1, low: 1),
                at: Timestamp(microseconds: 0),
                mutation: MutationID(high: 1, low: 1)
            )
            _ = try? intent.rule.writes(act, MemoryRows([]))
            _ = try? intent.rule.inverse(act, MemoryRows([]))
        }
        #expect(read > 100, "the fuzz must not only break the JSON")
    }

    /// An intent of each kind as JSON: the arguments of one of those below.
    private static func texts() -> [String: String] {
        let id = #""00000000-0000-7000-8000-000000000001""#
        let time = #""2026-11-24T18:00:00.000000Z""#
        let letter = #"{"subject":"a","body":"b","priority":"low","tags":["x"],"sendAt":\#(time)}"#
        let asked = #"{"tasks":[\#(id)],"messages":[\#(id)],"knowledge":[]}"#
        let lead = #"{"conversation":\#(id)}"#
        let contact = #"{"first":"A","email":"a@b.c"}"#
        let arguments: [String: String] = [
            "answer_question": """
            {"property":\(id),"question":"q","answer":"a","asked":\(asked),"publishes":true,\
            "drafts":false,"category":"c"}
            """,
            "reopen_question": """
            {"tasks":[\(id)],"knowledge":[\(id)],"seenAnswer":"a","retires":[],"answering":\(id),\
            "conversations":2}
            """,
            "dismiss_question": #"{"property":\#(id),"asked":\#(asked)}"#,
            "revise_knowledge": #"{"entry":\#(id),"revision":{"edit":{"answer":"b"}}}"#,
            "mark_read": lead, "take_over": lead, "give_back": lead,
            "assign_lead": #"{"conversation":\#(id),"to":\#(id)}"#,
            "set_stage": #"{"conversation":\#(id),"status":"active","goesBack":false}"#,
            "log_activity": #"{"conversation":\#(id),"activity":"follow_up","due":\#(time)}"#,
            "finish_follow_up": #"{"activity":\#(id)}"#,
            "retract_activity": #"{"activity":\#(id)}"#,
            "book_tour": """
            {"property":\(id),"prospect":{"name":"n"},"start":\(time),"minutes":30,\
            "type":"virtual","isWalkIn":false,"confirmed":true}
            """,
            "move_tour": """
            {"tour":\(id),"seenStart":\(time),"start":\(time),"manager":{"to":{"_0":\(id)}},\
            "askedBy":"office","confirmed":true}
            """,
            "set_tour_outcome": """
            {"tour":\(id),"outcome":{"cancelled":{"by":"visitor","reason":"r"}},"seen":"scheduled"}
            """,
            "confirm_tour": #"{"tour":\#(id)}"#,
            "write_email": #"{"conversation":\#(id),"letter":\#(letter)}"#,
            "edit_email": #"{"draft":\#(id),"seenBody":"b","letter":\#(letter)}"#,
            "set_email_status": #"{"draft":\#(id),"status":{"scheduled":{"_0":\#(time)}}}"#,
            "correct_contact": """
            {"visitor":\(id),"contact":\(contact),"seen":\(contact)}
            """,
            "move_conversations": #"{"conversations":[\#(id)],"from":\#(id),"to":\#(id)}"#,
            "cover_absence": #"{"from":\#(id),"tours":[\#(id)],"tasks":[],"leads":[\#(id)]}"#,
            "assign_manager": """
            {"property":\(id),"manager":\(id),"from":"2026-11-24","isPrimary":true}
            """,
            "end_assignment": #"{"assignment":\#(id),"lastDay":"2026-11-24"}"#,
            "set_property_settings": #"{"property":\#(id),"zone":"UTC","bufferMinutes":5}"#,
        ]
        return Dictionary(
            uniqueKeysWithValues: arguments.map { kind, arguments in
                (kind, #"{"kind":"\#(kind)","arguments":\#(arguments)}"#)
            }
        )
    }
}
