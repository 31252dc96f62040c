import Model
import Testing

@testable import World

@Suite("Talk")
struct TalkTests {
    private func lines(_ plan: WorldPlan) -> [TableRow] {
        History(plan).filter { $0.table == .message }
    }

    @Test("two of five things that visitors write have not been written before")
    func distinct() {
        let texts = lines(WorldPlan(scale: .office, months: 3, now: Plans.now))
            .filter { $0.text("sender_type") == "user" }.compactMap { $0.text("message_text") }
        let share = Double(Set(texts).count) / Double(texts.count)
        #expect(share >= 0.4, "\(share)")
        #expect(Set(texts).count > 5_000)
    }

    @Test("no notation and no gap is left in what is said")
    func finished() {
        for row in lines(Plans.small(dirt: false)) {
            let text = row.text("message_text") ?? ""
            #expect(!text.isEmpty)
            #expect(!text.contains { "{}[]|".contains($0) }, "\(text)")
            #expect(!text.contains("  ") && !text.hasPrefix(" ") && !text.hasSuffix(" "), "\(text)")
            #expect(!text.contains(" ,") && !text.contains("=>"), "\(text)")
        }
    }

    @Test("people write in six languages")
    func languages() {
        let texts = lines(Plans.office(dirt: false)).compactMap { $0.text("message_text") }
        for sign in ["¿", "não", "ạ", "吗", "هل"] {
            #expect(texts.contains { $0.contains(sign) }, "\(sign)")
        }
    }

    @Test("a bot keeps to its property's facts")
    func facts() {
        let plan = Plans.office(dirt: false)
        let cast = WorldCast(plan)
        var properties: [FieldValue: PropertyCast] = [:]
        for site in cast.properties { properties[.id(site.chatbot)] = site }
        var sites: [FieldValue: PropertyCast] = [:]
        var seen = 0
        for row in History(plan) {
            if row.table == .conversation { sites[.id(row.id)] = properties[row["chatbot_id"]] }
            guard row.table == .message, row.text("sender_type") == "bot",
                let text = row.text("message_text"), text.contains("pet deposit"),
                let site = sites[row["conversation_id"]], !text.contains("refundable")
            else { continue }
            seen += 1
            #expect(text.contains(site.facts[.petDeposit]), "\(site.name): \(text)")
        }
        #expect(seen > 5)
    }

    @Test("a bot that is asked who lives there or how safe it is does not answer that")
    func fairHousing() {
        let judgements = ["safe neighborhood", "safe area", "good schools", "mostly families"]
        for row in lines(Plans.office(dirt: false)) where row.text("sender_type") == "bot" {
            let text = row.text("message_text")?.lowercased() ?? ""
            #expect(!judgements.contains { text.contains($0) }, "\(text)")
        }
    }

    @Test("a phrase is written in all its wordings, with its slots filled")
    func phrase() {
        let phrase = Phrase("[Do|Would] you take {pet}[ too|]?")
        var slots = SlotValues()
        slots[.pet] = "a cat"
        var chance = Chance(seed: 3)
        var seen: Set<String> = []
        for _ in 0..<60 {
            var text = ""
            phrase.write(to: &text, slots, &chance)
            seen.insert(text)
        }
        #expect(
            seen == [
                "Do you take a cat?", "Do you take a cat too?", "Would you take a cat?",
                "Would you take a cat too?",
            ]
        )
    }

    @Test("slips of the fingers change a word and say which")
    func slips() {
        let voice = Voice(
            isLowercase: true,
            dropsStop: true,
            abbreviates: false,
            slips: 1,
            splits: 0
        )
        var chance = Chance(seed: 5)
        let typed = voice.typed("Parking for visitors.", &chance)
        #expect(typed.text != "parking for visitors")
        #expect(typed.spoiled.map { "parking for visitors".contains($0) } == true)
    }
}
