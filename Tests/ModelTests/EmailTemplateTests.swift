import Testing

@testable import Model

struct EmailTemplateTests {
    private let file = """
        Subject: Welcome to {property}
        Priority: High
        Tags: welcome, first

        Hi {first name|there},

        {agent} waits for you.
        """

    @Test("a file gives subject, priority, tags and text")
    func parse() throws {
        let template = try EmailTemplate.parse(file, name: "welcome", file: "welcome.txt")
        #expect(template.subject == "Welcome to {property}")
        #expect(template.priority == "high")
        #expect(template.tags == ["welcome", "first"])
        #expect(template.body == "Hi {first name|there},\n\n{agent} waits for you.")
    }

    @Test("fields take their values, a fallback where there is none, and else stay")
    func fill() throws {
        let template = try EmailTemplate.parse(file, name: "welcome", file: "welcome.txt")
        let letter = template.letter([.property: "Northgate"])
        #expect(letter.subject == "Welcome to Northgate")
        #expect(letter.body == "Hi there,\n\n{agent} waits for you.")
        #expect(EmailTemplate.unfilled(letter.body) == "{agent}")
        #expect(EmailTemplate.unfilled("{not ours} {}") == nil)
        // What a renter is called is never read as a field.
        #expect(
            template.letter([.firstName: "{agent}", .agent: "D"]).body.hasPrefix("Hi {agent},")
        )
    }

    @Test(
        "what is wrong is told with file, line and the way out",
        arguments: [
            ("Subjct: x\n\ny", "a.txt:1: there is no header Subjct; did you mean Subject:?"),
            ("Subject: x\nPriority: urgent\n\ny", "a.txt:2: priority is low, medium or high"),
            ("Subject: x\n\nHi {frist name}", "a.txt:3: there is no field {frist name}; did you"),
            ("Subject: {weather}\n\nx", "a.txt:1: there is no field {weather}; there are {first"),
            ("Priority: low\n\nx", "a.txt:1: the template has no subject"),
            ("Subject: x\n", "a.txt:2: the template has no text"),
            ("Hello there\n\nx", "a.txt:1: a header is a word and a colon"),
        ]
    )
    func problems(text: String, words: String) {
        #expect {
            try EmailTemplate.parse(text, name: "a", file: "a.txt")
        } throws: { error in
            "\(error)".hasPrefix(words)
        }
    }

    @Test("every built-in template can be filled in whole")
    func builtIn() {
        let values = Dictionary(
            uniqueKeysWithValues: EmailField.allCases.map { ($0, "x") }
        )
        for template in EmailTemplate.builtIn {
            let letter = template.letter(values)
            #expect(!letter.subject.contains("{") && !letter.body.contains("{"))
            #expect(EmailTemplate.fields(in: template.body).allSatisfy { $0.field != nil })
        }
    }
}
