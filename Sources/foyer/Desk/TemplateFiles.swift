import Desk
import Foundation
import Model

/// The office's own templates of emails: one text file each in the configuration directory.
struct TemplateFiles {
    var templates: [EmailTemplate] = []
    var problems: [TemplateProblem] = []

    /// Reads every file that ends in `.txt`; one that is wrong takes no other with it.
    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        let directory = ConfigurationDirectory(environment: environment).templates
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        for name in names.sorted().prefix(Self.most) where name.hasSuffix(".txt") {
            do throws(TemplateProblem) {
                templates.append(try Self.template(name, in: directory))
            } catch {
                problems.append(error)
            }
        }
    }

    /// Files that are looked at; an office has a dozen.
    private static let most = 200

    private static func template(
        _ name: String,
        in directory: String
    ) throws(TemplateProblem) -> EmailTemplate {
        let path = "\(directory)/\(name)"
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
        guard size <= EmailTemplate.longestFile else {
            throw TemplateProblem(
                file: path,
                line: 1,
                reason: "the file is longer than \(EmailTemplate.longestFile) bytes; shorten it"
            )
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw TemplateProblem(
                file: path,
                line: 1,
                reason: "the file cannot be read as UTF-8; save it as that"
            )
        }
        return try EmailTemplate.parse(text, name: String(name.dropLast(4)), file: path)
    }

    /// What the desk is told of them.
    var event: DeskEvent { .templatesKnown(templates, problems: problems) }
}
