import Desk
import Foundation
import Model

/// A desk on which every command is pressed, over an office with something for each.
final class Walk {
    let day: DeskDay

    init() throws {
        day = try DeskDay(width: 160, height: 48)
        try day.enrollColleague()
        try fill()
        // All of it is here before the first key.
        for text in ["of 6", "8 pending", "asked for a tour", "Garcia", "Haddad"] {
            try day.tmux.see(text)
        }
    }

    /// Follows a recipe with one of its command's keys.
    func follow(_ recipe: Recipe, _ key: String) throws {
        switch recipe.effect {
        case .walked(let walk):
            try home()
            try walk(self, key)
        case .shows(let text):
            try bring(recipe)
            // What stood there already would prove nothing.
            try seeNoMore(text)
            try press(key)
            try see(text)
        case .hides(let text):
            try bring(recipe)
            try see(text)
            try press(key)
            try seeNoMore(text)
        }
        if !recipe.after.isEmpty { try press(recipe.after) }
    }

    private func bring(_ recipe: Recipe) throws {
        try home()
        try press(recipe.way)
        if let standing = recipe.standing { try see(standing) }
    }

    /// Leaves whatever is open; the focus is in the leads then, and nothing is narrowed.
    ///
    /// News that come meanwhile may take the place of the sentence that says so.
    func home() throws {
        let sentence = "This is where Esc leads"
        try eventually("the leads after Esc", within: Self.patience) {
            try day.type(Self.escapes)
            return
                (try? eventually(sentence, within: 1) {
                    try day.tmux.screen().contains(sentence)
                }) != nil
        }
    }

    /// Escape five times, and a terminal's answer that a mode is unknown: the last Escape is not
    /// the beginning of the next key then.
    static let escapes = String(repeating: "\u{1B}", count: 5) + "\u{1B}[?1;0$y"

    /// Presses keys by their names in the table, one after the other; a word after `=` is typed,
    /// and one after `@` waited for, with `_` for blanks.
    func press(_ keys: String) throws {
        var names: [String] = []
        func flush() throws {
            if !names.isEmpty { try day.tmux.tmux(["send-keys"] + names) }
            names = []
        }
        for key in keys.split(separator: " ") {
            if key.count > 1, key.hasPrefix("=") {
                try flush()
                try day.type(String(key.dropFirst()))
            } else if key.count > 1, key.hasPrefix("@") {
                try flush()
                try see(String(key.dropFirst()).replacing("_", with: " "))
            } else {
                names.append(Self.word(String(key)))
            }
        }
        try flush()
    }

    func see(_ text: String) throws { try day.tmux.see(text, within: Self.patience) }

    func seeNoMore(_ text: String) throws {
        do {
            try day.tmux.seeNoMore(text)
        } catch {
            throw Failure("still seen: \(text); the screen was:\n\(try day.tmux.screen())")
        }
    }

    /// Waits until the row with the marker is followed by a line with a text.
    func seeSelected(above text: String) throws {
        try eventually("\(text) below the selected row", within: Self.patience) {
            let lines = try day.tmux.screen().split(separator: "\n")
            return zip(lines, lines.dropFirst()).contains { line, next in
                line.contains("▸ ✗") && next.contains(text)
            }
        }
    }

    /// Days to one on which no office is closed.
    var daysToOpenDay: Int {
        guard let open = LocalDate(day.openDay), let today = LocalDate(day.today) else { return 2 }
        return open.dayNumber - today.dayNumber
    }

    /// The column of the cursor, as the terminal says it.
    func column() throws -> Int { Int(try day.tmux.word("cursor_x")) ?? -1 }

    static let patience = 10.0

    /// tmux's word for a key of the table.
    static func word(_ key: String) -> String {
        if let word = words[key] { return word }
        if key.hasPrefix("Ctrl-") { return "C-" + key.dropFirst("Ctrl-".count) }
        if key.hasPrefix("Alt-") { return "M-" + key.dropFirst("Alt-".count) }
        return key
    }

    private static let words = [
        "Esc": "Escape", "Backspace": "BSpace", "PgUp": "PageUp", "PgDn": "PageDown",
        "Shift-Tab": "BTab", ";": "\\;",
    ]
}

extension Walk {
    /// Six leads, three tours and a request for one, three answers, three emails.
    private func fill() throws {
        try day.knowledge(1, "Is there a sauna?", "Maybe.", "needs_review")
        try day.knowledge(2, "Is there a pool?", "No.", "needs_review")
        try day.knowledge(3, "Is there a lift?", "Yes.", "answered")
        try day.lead(
            1,
            "Avery Stone",
            email: "avery@mail.example",
            says: "See https://pool.example/hours",
            asks: "Is parking included?"
        )
        try day.lead(2, "Miles Jessup", phone: "+15105550142", asks: "Is there a gym?")
        try day.lead(3, "Dana Fox", phone: "+15105550143", asks: "Do you take dogs?")
        try day.lead(
            4,
            "Kim Lake",
            email: "kim@mail.example",
            phone: "+15105550144",
            asks: "What is the deposit?"
        )
        try day.lead(
            5,
            "Kim Lake",
            phone: "510-555-0144",
            says: "Me again",
            asks: "Is there storage?"
        )
        try day.lead(6, "Toni Long", phone: "+15105550146", asks: "When are you open?")
        try day.tour(1, "Maria Garcia", in: -60, of: DeskDay.robin)
        try day.tour(2, "Noor Haddad", in: 120, of: DeskDay.robin)
        try day.tour(3, "Bo Lee", in: 200, of: DeskDay.sam)
        let emails =
            [("First", "draft", "NULL"), ("Third", "draft", "NULL")]
            + [("Second", "scheduled", "now() + interval '3 days'")]
        let drafts = emails.enumerated().map { number, email in
            """
            ('\(DeskDay.id(13, number))', '\(DeskDay.id(7, 1))', '\(DeskDay.id(6, 1))',
             '\(email.0)', 'Hello', '\(email.1)', \(email.2), now())
            """
        }
        try day.platform(
            """
            UPDATE "user" SET browser_id = 'one'
            WHERE id IN ('\(DeskDay.id(7, 4))', '\(DeskDay.id(7, 5))');
            UPDATE conversation SET is_book_tour = true WHERE id = '\(DeskDay.id(6, 3))';
            INSERT INTO message (conversation_id, sender_type, message_text, timestamp)
            SELECT '\(DeskDay.id(6, 6))', CASE number % 2 WHEN 0 THEN 'user' ELSE 'bot' END,
                'Line ' || number || ' of the talk', now() - (70 - number) * interval '1 minute'
            FROM generate_series(1, 60) AS number;
            INSERT INTO email_drafts (id, lead_id, conversation_id, subject, content, status,
                scheduled_for, created_at)
            VALUES \(drafts.joined(separator: ",\n"))
            """
        )
    }
}

extension Walk {
    /// Robin works at a second property too, at which nothing is.
    func addProperty() throws {
        try day.platform(
            """
            INSERT INTO property (id, company_id, name, address, city, state, zip_code)
            SELECT '\(DeskDay.id(2, 1))', company_id, 'Sam House', address, city, state, zip_code
            FROM property WHERE id = '\(DeskDay.property)';
            INSERT INTO property_manager_assignment
                (id, property_id, property_manager_id, start_date)
            VALUES ('\(DeskDay.id(4, 2))', '\(DeskDay.id(2, 1))', '\(DeskDay.robin)',
                '2026-01-01')
            """
        )
        try see("2 properties")
    }

    func dropProperty() throws {
        try day.platform(
            """
            DELETE FROM property_manager_assignment WHERE id = '\(DeskDay.id(4, 2))';
            DELETE FROM property WHERE id = '\(DeskDay.id(2, 1))'
            """
        )
        try seeNoMore("2 properties")
    }
}
