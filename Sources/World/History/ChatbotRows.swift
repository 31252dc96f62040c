import Model

/// Turns chatbots into rows.
enum ChatbotRows {
    static func row(_ site: PropertyCast, id: RowID, dirt: Bool, at: String) -> TableRow {
        TableRow(
            .chatbot,
            [
                "id": .id(id), "property_id": .id(site.id),
                "name": .text("\(site.name) assistant"), "is_active": .boolean(true),
                "welcome_message": .text("Hi! Welcome to \(site.name). Ask me anything."),
                "widget_settings": .text(#"{"sound": false, "launcher": "bubble"}"#),
                "theme_color": .text("#0f766e"), "position": .text("bottom-right"),
                "auto_open": .boolean(site.number.isMultiple(of: 2)),
                "business_hours": .text(OfficeHours.json(site.number, dirt: dirt)),
                "created_at": .text(at), "updated_at": .text(at),
            ]
        )
    }
}

/// Opening hours in the shapes that platforms write them; all of them mean 9 to 6 on weekdays and
/// 10 to 4 on Saturdays.
enum OfficeHours {
    private static let days = ["mon", "tue", "wed", "thu", "fri"]
    private static let names = ["monday", "tuesday", "wednesday", "thursday", "friday"]

    /// The shape goes by number; with dirt one of five cannot be understood.
    static func json(_ number: Int, dirt: Bool) -> String {
        switch dirt ? number % 5 : number % 4 {
        case 0:
            let week = days.sorted().map { #""\#($0)": ["09:00", "18:00"]"# }
            return "{" + (week + [#""sat": ["10:00", "16:00"]"#]).sorted().joined(separator: ", ")
                + "}"
        case 1:
            let week = (names + ["saturday"]).sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
            let spans = week.map { name in
                name == "saturday"
                    ? #""saturday": {"open": "10:00", "close": "16:00"}"#
                    : #""\#(name)": {"open": "09:00", "close": "18:00"}"#
            }
            return "{" + spans.joined(separator: ", ") + "}"
        case 2: return #""Mon-Fri 9am-6pm; Sat 10-4""#
        case 3:
            let week = names.map {
                #"{"day": "\#($0.prefix(1).uppercased() + $0.dropFirst())", "#
                    + #""hours": "9:00 AM - 6:00 PM"}"#
            }
            return "[" + week.joined(separator: ", ")
                + #", {"day": "Saturday", "hours": "10:00 AM - 4:00 PM"}]"#
        default: return #""ask the front desk""#
        }
    }
}
