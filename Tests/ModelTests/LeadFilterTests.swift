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

    @Test(
        "a field that is nearly right is named as it is right",
        arguments: [
            ("stag:new", "stage:new"), ("status:new", "stage:new"), ("sinse:2d", "since:2d"),
            ("bedrooms:2", "beds:2"), ("score:80", "score>80"), ("propety:", "property:north"),
            ("stage:scheduled", "stage:tour_scheduled"), ("stage:contct", "stage:contact"),
        ]
    )
    func nearest(text: String, remedy: String) {
        guard case .failure(let problem) = LeadFilter.parse(text) else {
            Issue.record("“\(text)” was taken for something")
            return
        }
        #expect(problem.remedy == remedy)
    }

    @Test(
        "what is typed is completed: fields first, then their values, one after the other",
        arguments: [
            ("wai", ["waiting"]), ("hot s", ["stage:", "score>", "score<", "since:"]),
            ("stage:tour", ["stage:tour_scheduled", "stage:tour_completed"]),
            ("property:", ["property:northgate", "property:harbor"]),
            ("beds:2", ["beds:3", "beds:4", "beds:studio", "beds:1"]), ("Garcia", []),
            ("age:", []), ("occup", []),
        ]
    )
    func completions(text: String, words: [String]) {
        let properties = ["Northgate Residences", "Harbor Lofts", "Northgate Annex"]
        #expect(LeadFilter.completions(of: text, properties: properties) == words)
    }

    @Test("every completion is a filter, or waits for its value")
    func completionsAreFilters() {
        for field in LeadFilter.fields {
            for word in LeadFilter.completions(of: field, properties: ["North"]) + [field] {
                let isWhole = word.last?.isLetter == true || word.last?.isNumber == true
                guard isWhole, case .failure(let problem) = LeadFilter.parse(word) else { continue }
                Issue.record("\(problem.part): \(problem.remedy)")
            }
        }
    }

    @Test("no field reaches age, household or reason for moving")
    func fairHousing() throws {
        for text in ["age:30", "occupants:4", "reason:divorce", "family:yes"] {
            #expect(try LeadFilter.parse(text).get().conditions.isEmpty)
        }
    }
}
