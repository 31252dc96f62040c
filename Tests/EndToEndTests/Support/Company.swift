import Foundation

/// A small company as CSV files, with one agent and as many leads as given.
struct SmallCompany {
    static let email = "robin@homes.example"
    /// A colleague at the same property.
    static let colleague = "sam@homes.example"

    /// A lead: what its visitor is called and what was said.
    struct Talk {
        var name: String
        var messages: [String]
        /// What the chatbot could not answer.
        var question: String?
        /// When they come, as the platform writes it.
        var tour: String?
    }

    let talks: [Talk]

    private func id(_ kind: Int, _ number: Int) -> String {
        String(format: "%08x-0000-4000-8000-%012x", kind, number)
    }

    func conversation(_ number: Int) -> String { id(6, number) }

    func question(_ number: Int) -> String { id(9, number) }

    func tour(_ number: Int) -> String { id(10, number) }

    /// Writes the files into a directory.
    func write(to scratch: Scratch, _ folder: String) throws -> String {
        let stamp = "2026-11-23T15:00:00Z"
        var files: [String: [[String]]] = [:]
        files["company"] = [["id", "name"], [id(1, 0), "Robin Homes"]]
        files["property"] = [
            ["id", "company_id", "name", "address", "city", "state", "zip_code"],
            [id(2, 0), id(1, 0), "Robin Court", "1 Court", "Oakland", "CA", "94601"],
        ]
        files["property_manager"] = [
            ["id", "company_id", "first_name", "last_name", "email", "phone", "access_level"],
            [id(3, 0), id(1, 0), "Robin", "Reed", Self.email, "+15105550100", "write"],
            [id(3, 1), id(1, 0), "Sam", "Sole", Self.colleague, "+15105550101", "write"],
        ]
        files["property_manager_assignment"] = [
            ["id", "property_id", "property_manager_id", "start_date"],
            [id(4, 0), id(2, 0), id(3, 0), "2026-01-01"],
            [id(4, 1), id(2, 0), id(3, 1), "2026-01-01"],
        ]
        files["chatbot"] = [["id", "property_id", "name"], [id(5, 0), id(2, 0), "Bot"]]
        files["user"] = [["id", "first_name", "last_name"]]
        files["conversation"] = [["id", "chatbot_id", "user_id", "start_time"]]
        files["message"] = [
            ["id", "conversation_id", "sender_type", "message_text", "timestamp", "message_type"]
        ]
        files["tasks"] = [
            ["id", "property_id", "conversation_id", "question", "status", "created_at"]
        ]
        files["tours"] = [
            [
                "id", "conversation_id", "property_id", "prospect_name", "tour_datetime",
                "duration_minutes", "tour_type", "status",
            ]
        ]
        for (number, talk) in talks.enumerated() {
            if let question = talk.question {
                files["tasks"]?.append([
                    id(9, number), id(2, 0), id(6, number), question, "pending", stamp,
                ])
            }
            if let tour = talk.tour {
                files["tours"]?.append([
                    id(10, number), id(6, number), id(2, 0), talk.name, tour, "30", "in_person",
                    "scheduled",
                ])
            }
            files["user"]?.append([id(7, number), talk.name, ""])
            files["conversation"]?.append([id(6, number), id(5, 0), id(7, number), stamp])
            for (index, text) in talk.messages.enumerated() {
                let time = String(format: "2026-11-23T15:%02d:%02dZ", index / 60 % 60, index % 60)
                files["message"]?.append([
                    id(8, number * 1_000 + index), id(6, number), index % 2 == 0 ? "user" : "bot",
                    text, time, "text",
                ])
            }
        }
        for (table, rows) in files {
            let text = rows.map { $0.map(Self.quoted).joined(separator: ",") }
                .joined(separator: "\r\n")
            _ = try scratch.write(text + "\r\n", to: "\(folder)/\(table).csv")
        }
        return scratch.file(folder)
    }

    /// A field as RFC 4180 has it.
    private static func quoted(_ field: String) -> String {
        "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
