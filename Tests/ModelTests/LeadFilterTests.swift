import Model
import Testing

@Suite struct LeadFilterTests {
    @Test("words and fields are told apart")
    func parse() throws {
        let filter = try LeadFilter.parse(
            "hot Garcia stage:tour_scheduled property:north score>70 since:2d pets beds:2"
        ).get()
        #expect(filter.words == ["Garcia"])
        #expect(
            filter.conditions == [
                .hot, .stage("tour_scheduled"), .property("north"), .scoreAbove(70),
                .sinceHours(48), .pets, .bedrooms(2),
            ]
        )
    }

    @Test("a word with a colon that is no field is searched for")
    func colon() throws {
        #expect(try LeadFilter.parse("10:30 https://x").get().words == ["10:30", "https://x"])
    }

    @Test(
        "what is not understood is named, with what to type instead",
        arguments: [
            "stage:gone", "score>many", "score<101", "since:2", "since:-1d", "beds:ten",
            "property:",
        ]
    )
    func problems(_ text: String) {
        guard case .failure(let problem) = LeadFilter.parse("hot \(text)") else {
            Issue.record("“\(text)” was taken for something")
            return
        }
        #expect(problem.part == text)
        #expect(!problem.remedy.isEmpty)
    }

    @Test("no field reaches age, household or reason for moving")
    func fairHousing() throws {
        for text in ["age:30", "occupants:4", "reason:divorce", "family:yes"] {
            #expect(try LeadFilter.parse(text).get().conditions.isEmpty)
        }
    }
}
