/// A visitor as they are told from others.
package struct VisitorFace: Hashable, Sendable, Identifiable {
    package var id: VisitorID
    package var contact: CorrectContact.Contact
    package var browser: String?

    package init(id: VisitorID, contact: CorrectContact.Contact, browser: String? = nil) {
        self.id = id
        self.contact = contact
        self.browser = browser
    }

    /// Both names; nil where neither is known.
    package var name: String? {
        let words = [contact.first, contact.last].compactMap(\.self).flatMap {
            $0.split(whereSeparator: \.isWhitespace)
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// What both have, the surest first.
    package func shared(with other: VisitorFace) -> [Sameness] {
        Sameness.allCases.filter { sameness in
            guard let mine = key(sameness) else { return false }
            return mine == other.key(sameness)
        }
    }

    /// What makes two the same; nil where it is not known, or too little to tell.
    ///
    /// Addresses in lower case and phones as E.164 has them (domain.md); a first name alone is
    /// nobody's.
    package func key(_ sameness: Sameness) -> String? {
        switch sameness {
        case .email:
            let email = contact.email?.lowercased().filter { !$0.isWhitespace } ?? ""
            return email.isEmpty ? nil : email
        case .phone: return contact.phone.flatMap(Self.dialled)
        case .browser: return browser.flatMap { $0.isEmpty ? nil : $0 }
        case .name:
            guard let name, name.contains(" ") else { return nil }
            return name.lowercased()
        }
    }

    /// How much is known of how to reach them.
    package var reach: Int {
        [key(.email), key(.phone), name].count { $0 != nil }
    }

    /// A phone number as it is dialled from anywhere, `+15105550142`; nil where too short for one.
    ///
    /// What has no country is of the United States: the platform's properties are.
    package static func dialled(_ phone: String) -> String? {
        let digits = String(phone.unicodeScalars.filter { ("0"..."9").contains($0) })
        guard digits.count >= 7 else { return nil }
        if phone.contains("+") { return "+\(digits)" }
        return digits.count == 10 ? "+1\(digits)" : "+\(digits)"
    }
}
