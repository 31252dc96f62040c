import Model
import Screen

// The emails on the screen.
extension DeskState {
    /// Emails that the list shows at once; its first line says what is filtered.
    var emailRows: Int { max(1, EmailLayout(fullRect).list.inner.height - 1) }

    func drawEmail(into grid: inout Grid) {
        let layout = EmailLayout(fullRect)
        let isFocused = mode == .panes
        let list = layout.list.inner
        draw(
            dimmed(emailList(width: list.width)),
            FullView.email.title,
            in: layout.list,
            isFocused: isFocused,
            into: &grid
        )
        let letter = EmailLetter(desk: self, room: layout.letter.inner.width)
        draw(dimmed(letter.content), "Letter", in: layout.letter, isFocused: false, into: &grid)
        if let rect = layout.campaigns {
            let content = campaignContent(width: rect.inner.width)
            draw(dimmed(content), "Campaigns", in: rect, isFocused: false, into: &grid)
        }
    }

    /// The list of emails, one a line.
    func emailList(width: Int) -> PaneContent {
        var content = PaneContent()
        content.lines = [filterLine(room: width)]
        guard let page = emails.page, page.query == emails.query else { return content }
        content.note = "\(Words.count(page.rows.count)) shown"
        guard !page.rows.isEmpty else {
            content.lines += teaching(
                """
                No email here. \(key(.email)) writes one to a lead; \(key(.nextFilter)) shows \
                others.
                """,
                room: width
            )
            return content
        }
        let rows = emailRows
        let top = emails.cursor.top(of: page.rows.count, offset: 0, rows: rows)
        let selected = emails.selected?.id
        for index in top..<min(page.rows.count, top + rows) {
            let row = page.rows[index]
            let before = index > top ? page.rows[index - 1].conversation : nil
            let isFirst = row.conversation == nil || row.conversation != before
            content.lines.append(
                line(row, isSelected: row.id == selected, isFirst: isFirst, room: width)
            )
        }
        return content
    }

    /// Every filter with its count, the one that holds in brackets.
    private func filterLine(room: Int) -> Line {
        var line = Line(room: room)
        line.add(.blanks(1))
        for filter in EmailFilter.allCases {
            let count = emails.page?.counts[filter] ?? 0
            let words = "\(filter.rawValue) \(Words.count(count))"
            let isHere = filter == emails.query.filter
            let start = line.width
            line.add(
                DisplayText(outside: isHere ? "[\(words)]" : " \(words) "),
                isHere ? .selected : .muted
            )
            line.aim(at: .emailFilter(filter), from: start)
        }
        return line
    }

    /// One email; of a conversation's the first says whose they are.
    private func line(_ row: EmailRow, isSelected: Bool, isFirst: Bool, room: Int) -> Line {
        var line = Line(room: room)
        line.isSelected = isSelected
        line.aim(at: .email(row.id))
        let look = row.state.look(glyphs)
        line.add(DisplayText(outside: isSelected ? " \(glyphs.selected) " : "   "), .selected)
        line.add(DisplayText(outside: look.sign), column: 2, look.role)
        line.add(DisplayText(outside: time(of: row)), column: 13 + zoneColumns, .muted)
        line.add(DisplayText(outside: row.letter.priority == "high" ? "!" : ""), column: 2, .late)
        let name = isFirst ? row.lead ?? "Visitor" : ""
        let sign = row.isPending && isFirst ? "\(glyphs.up) " : ""
        line.add(
            DisplayText(outside: sign + name),
            column: min(22, room / 4),
            isSelected ? .selected : .name
        )
        line.add(.blanks(1))
        let tags = DisplayText(outside: row.letter.tags.joined(separator: ", "))
            .fitted(to: room / 5)
        line.add(
            DisplayText(outside: row.letter.subject),
            column: max(1, line.left - tags.width - 2),
            .text
        )
        line.addAtEdge(tags, .muted)
        return line
    }

    private func time(of row: EmailRow) -> String {
        guard let time = row.time else { return glyphs.dash }
        let local = emailZone(row).local(time)
        let zone = row.property.map { zoneEnding(of: $0, at: time) } ?? ""
        return "\(Words.day(local.date)) \(local.clock)\(zone)"
    }

    /// The zone of the office that an email is from.
    func emailZone(_ row: EmailRow) -> Zone { row.property.map { zone(of: $0) } ?? zone }

    private func campaignContent(width: Int) -> PaneContent {
        let campaigns = emails.page?.campaigns ?? []
        var content = PaneContent()
        let sent = campaigns.reduce(0) { $0 + $1.sent }
        content.note =
            "\(Words.count(campaigns.count)) \(glyphs.separator) \(Words.count(sent)) sent"
        content.lines = campaigns.map { campaign in
            var line = Line(room: width)
            line.add(.blanks(1))
            line.add(DisplayText(outside: Words.count(campaign.sent)), rightColumn: 8, .accent)
            line.add(.blanks(2))
            let day = campaign.createdAt.map { Words.day(zone.local($0).date) } ?? ""
            let note = hasSeveralProperties ? "\(campaign.propertyName)  \(day)" : day
            let edge = DisplayText(outside: note).fitted(to: width / 3)
            let title = DisplayText(outside: campaign.title)
            line.add(title, column: max(1, line.left - edge.width - 2))
            line.addAtEdge(edge, .muted)
            return line
        }
        if campaigns.isEmpty, emails.page != nil {
            content.lines = teaching("No campaign yet.", room: width)
        }
        return content
    }
}

extension EmailState {
    /// A sign and what it is drawn as; the sign alone says it too.
    func look(_ glyphs: Glyphs) -> (sign: String, role: Role) {
        switch self {
        case .draft: (glyphs.ring, .muted)
        case .scheduled: (glyphs.half, .waiting)
        case .sending: (glyphs.up, .waiting)
        case .sent: (glyphs.check, .good)
        case .failed: (glyphs.cross, .problem)
        case .cancelled: (glyphs.absent, .muted)
        case .unknown: ("?", .muted)
        }
    }
}
