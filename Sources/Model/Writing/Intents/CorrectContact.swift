/// Corrects what is known of a visitor; what is empty becomes NULL, never ''.
package struct CorrectContact: IntentRule {
    package static let kind = "correct_contact"

    package var visitor: VisitorID
    package var contact: Contact
    /// What the agent saw.
    package var seen: Contact

    package init(visitor: VisitorID, contact: Contact, seen: Contact) {
        self.visitor = visitor
        self.contact = contact
        self.seen = seen
    }

    /// Name and addresses of a visitor.
    package struct Contact: Hashable, Sendable, Codable {
        package var first: String?
        package var last: String?
        package var email: String?
        package var phone: String?

        package init(first: String?, last: String?, email: String?, phone: String?) {
            self.first = first
            self.last = last
            self.email = email
            self.phone = phone
        }

        /// What a row of `user` says.
        package init(_ record: Record) {
            first = record.text("first_name")
            last = record.text("last_name")
            email = record.text("email")
            phone = record.text("phone")
        }
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let record = try rows.required(.user, visitor)
        guard Contact(record) == seen else {
            throw Refusal(.changed, table: .user, row: record.id)
        }
        let email = contact.email.map { $0.lowercased().filter { !$0.isWhitespace } }
        if let email, !email.isEmpty, !Self.isAddress(email) {
            throw Refusal(.badValue, field: "email")
        }
        return [
            .update(
                record,
                [
                    "first_name": try FieldRule.optional(
                        contact.first,
                        "first name",
                        .user,
                        "first_name"
                    ),
                    "last_name": try FieldRule.optional(
                        contact.last,
                        "last name",
                        .user,
                        "last_name"
                    ),
                    "email": try FieldRule.optional(email, "email", .user, "email"),
                    "phone": try FieldRule.optional(contact.phone, "phone", .user, "phone"),
                    "updated_at": .instant(act.at),
                ]
            )
        ]
    }

    /// Something before and behind one `@`, with a dot in what is behind: more only the mail server
    /// knows.
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty
            && parts[1].split(separator: ".", omittingEmptySubsequences: false).count > 1
            && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        let after = try writes(act, rows).first.map { write in
            Contact(Record(.user, visitor.cast(), write.values))
        }
        return after.map {
            .correctContact(CorrectContact(visitor: visitor, contact: seen, seen: $0))
        }
    }
}
