import ArgumentParser
import Foundation
import Model

/// `foyer templates`.
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "List the templates of emails, and say what is wrong with one.",
        discussion: """
            A template is a text file in ~/.config/foyer/templates, named for what the desk shall \
            call it, such as welcome.txt:

              Subject: Welcome to {property}
              Priority: high
              Tags: welcome, first

              Hi {first name|there}, …

            Its fields are {first name}, {name}, {property}, {agent}, {tour day}, {tour time} and \
            {size}; behind a bar stands what is taken where the value is not known.
            """
    )

    @Flag(help: "Print them as JSON.")
    var json = false

    func run() throws {
        let files = TemplateFiles()
        let all = EmailTemplate.all(with: files.templates)
        if json {
            try Output.showJSON(all.map(ListedTemplate.init))
        } else {
            for template in all { print("\(Output.cell(template.name, 20)) \(template.subject)") }
        }
        guard files.problems.isEmpty else {
            throw Complaint(files.problems.map(\.description).joined(separator: "\n"))
        }
    }
}

/// A template as `templates` prints it.
private struct ListedTemplate: Encodable {
    var name: String
    var subject: String
    var priority: String
    var tags: [String]
    var body: String

    init(_ template: EmailTemplate) {
        name = template.name
        subject = template.subject
        priority = template.priority
        tags = template.tags
        body = template.body
    }
}
