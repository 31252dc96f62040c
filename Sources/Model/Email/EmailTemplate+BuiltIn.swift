// The templates that are there before an office writes its own.
extension EmailTemplate {
    /// Such as every office sends; a file of the same name takes the place of one.
    package static let builtIn: [EmailTemplate] = [
        EmailTemplate(
            name: "invitation",
            subject: "Come and see {property}",
            body: """
                Hi {first name|there},

                Thank you for writing to {property}. The best way to know an apartment is to stand \
                in it: when may we show you around? Tell me a day and a time, and I will have the \
                keys ready.

                Best wishes,
                {agent}
                {property}
                """,
            tags: ["invitation"]
        ),
        EmailTemplate(
            name: "reminder",
            subject: "Your tour of {property} on {tour day}",
            body: """
                Hi {first name|there},

                We look forward to showing you {property} on {tour day} at {tour time}. If \
                anything comes up, answer this email and we will find another time.

                Best wishes,
                {agent}
                {property}
                """,
            priority: "high",
            tags: ["reminder"]
        ),
        EmailTemplate(
            name: "thanks",
            subject: "Thank you for visiting {property}",
            body: """
                Hi {first name|there},

                Thank you for coming to see {property}. What did you like, and what is still open? \
                I am glad to answer any question, or to show you another apartment.

                Best wishes,
                {agent}
                {property}
                """,
            tags: ["after-tour"]
        ),
        EmailTemplate(
            name: "still looking",
            subject: "Are you still looking?",
            body: """
                Hi {first name|there},

                You asked us about {property} a while ago. Are you still looking? If so, tell me \
                what matters to you and I will send you what is free.

                Best wishes,
                {agent}
                {property}
                """,
            priority: "low",
            tags: ["follow-up"]
        ),
    ]

    /// These templates and an office's own, which take the place of those of the same name.
    package static func all(with own: [EmailTemplate]) -> [EmailTemplate] {
        let names = Set(own.map(\.name))
        return own.sorted { $0.name < $1.name } + builtIn.filter { !names.contains($0.name) }
    }
}
