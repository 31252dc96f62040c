import Model
import Testing

@testable import World

@Suite("Cast")
struct CastTests {
    @Test("a property's zone is the one that its state and zip suggest")
    func zones() {
        for place in Place.all {
            #expect(
                Zone.guess(state: place.state, zip: place.zip).name == place.zone,
                "\(place.city)"
            )
        }
        let zones = Set(WorldCast(WorldPlan(scale: .region, now: Plans.now)).properties.map(\.zone))
        #expect(zones.count >= 7)
    }

    @Test("the demo's agent writes at the plan's own properties and at no other today")
    func demoAgent() {
        let plan = Plans.small()
        let cast = WorldCast(plan)
        #expect(cast.demoAgent.mayWrite && !cast.readingAgent.mayWrite)
        let today = LocalDate(dayNumber: Int(plan.now.seconds / 86_400))
        let active = cast.assignments.filter { stretch in
            stretch.agent == cast.demoAgent.id && stretch.start <= today
                && stretch.end.map { today <= $0 } ?? true
        }
        #expect(Set(active.map(\.property)) == Set(cast.ownProperties(plan).map(\.id)))
    }

    @Test("assignments have ended, begin in the future, and end soon")
    func assignments() {
        let cast = WorldCast(Plans.small())
        let today = LocalDate(dayNumber: Int(Plans.now.seconds / 86_400))
        #expect(cast.assignments.contains { $0.end.map { $0 < today } ?? false })
        #expect(cast.assignments.contains { $0.start > today })
        #expect(
            cast.assignments.contains {
                $0.end.map { (today..<today.adding(days: 14)).contains($0) } ?? false
            }
        )
    }

    @Test("phone numbers and addresses repeat in no block and in no other", arguments: [70_000])
    func contacts(count: Int) {
        var chance = Chance(seed: 1)
        var phones: Set<String> = []
        var emails: Set<String> = []
        var made = 0
        for block in [Contacts.Block.history, .present, .dirt, .live] {
            var contacts = Contacts(block)
            for _ in 0..<(block == .history ? count : 2_000) {
                let name = VisitorNames.draw(&chance)
                let phone = contacts.phone(&chance)
                #expect(phone.utf8.count <= 20, "\(phone)")
                phones.insert(phone)
                emails.insert(contacts.email(name.given, name.family, &chance))
                made += 1
            }
        }
        #expect(phones.count == made && emails.count == made)
        #expect(emails.allSatisfy { $0.hasSuffix(".example") && $0.allSatisfy(\.isASCII) })
    }

    @Test("names come in a dozen scripts and all read as something in an address")
    func names() {
        #expect(Culture.all.count >= 12)
        for name in Culture.all.flatMap({ $0.given + $0.family }) {
            #expect(!name.handle.isEmpty, "\(name.text)")
            #expect(name.handle.allSatisfy { $0.isASCII && $0.isLetter }, "\(name.handle)")
        }
    }

    @Test("a market has three companies, with twelve properties for the demo's agent")
    func market() {
        let plan = WorldPlan(scale: .market, now: Plans.now)
        let cast = WorldCast(plan)
        #expect(cast.companies.count == 3)
        #expect(cast.ownProperties(plan).count == 12)
        #expect(cast.ownProperties(plan).allSatisfy { $0.company == cast.demoAgent.company })
    }
}
