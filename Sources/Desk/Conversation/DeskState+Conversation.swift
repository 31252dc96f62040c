import Model
import Screen

extension DeskState {
    /// The room that the layout leaves for messages.
    var transcriptFrame: TranscriptFrame {
        if options.isLinear {
            return TranscriptFrame(width: Spoken.longestLine, height: 1, zone: conversationZone)
        }
        let inner = layout[.conversation]?.inner ?? Rect(x: 0, y: 0, width: 40, height: 1)
        // One more line is the rule below the card.
        let above = conversationHead(room: inner.width, height: inner.height).count + 1
        return TranscriptFrame(
            width: max(1, inner.width - Self.transcriptIndent - 1),
            height: max(1, inner.height - above),
            zone: conversationZone
        )
    }

    var isCardUnfolded: Bool {
        let height = layout[.conversation]?.inner.height ?? 0
        let isShort = height < Self.heightForCard || options.isLinear
        return !(conversation.isCardFolded ?? isShort)
    }

    /// Columns before a message's text: time and who wrote it.
    static let transcriptIndent = 17
    private static let heightForCard = 22

    func conversationContent(width: Int, height: Int) -> PaneContent {
        var content = PaneContent(note: conversationTitle)
        content.lines = conversationHead(room: width, height: height)
        content.cursor = fieldCursor(in: .conversation)
        guard let page = conversation.page else {
            if conversation.isGone {
                content.lines += teaching(
                    "This conversation is not on this terminal any more.",
                    room: width
                )
            } else if conversation.id == nil {
                content.lines += teaching(
                    "Select a lead, and what was said stands here.",
                    room: width
                )
            }
            return content
        }
        let frame = transcriptFrame
        let text = conversation.text(in: frame)
        let places = conversation.visible(in: frame)
        let drawer = TranscriptLines(desk: self, text: text, room: width)
        content.lines.append(drawer.head(places))
        content.lines += drawer.lines(places)
        if page.messages.isEmpty {
            content.lines += teaching("Nothing has been said yet.", room: width)
        }
        content.footnote = transcriptNote(page, top: places.first)
        return content
    }

    private var conversationTitle: String {
        guard visitReturn == nil else {
            return "\(leadTitle) \(glyphs.separator) earlier visit, \(key(.back)) returns"
        }
        return leadTitle
    }

    private var leadTitle: String {
        if let card = conversation.card { return card.lead.displayName }
        guard let id = conversation.id else { return "" }
        return leads.rows.first { $0.id == id }?.displayName ?? "Visitor \(id.short)"
    }

    private var conversationZone: Zone {
        conversation.card.flatMap { property($0.lead.property)?.zone } ?? zone
    }

    /// Search line and card.
    private func conversationHead(room: Int, height: Int) -> [Line] {
        var lines = fieldLines(in: .conversation, kept: conversation.search.sought.text, room: room)
        guard let card = conversation.card else { return lines }
        let drawer = CardLines(desk: self, card: card, room: room)
        let isUnfolded = isCardUnfolded || conversation.areMetricsUnfolded
        let all = isUnfolded ? drawer.unfolded : drawer.folded
        // At least half of the pane is the talk.
        lines += all.prefix(max(1, height / 2 - 1))
        return lines
    }

    private func transcriptNote(_ page: TranscriptPage, top: TranscriptText.Place?) -> String {
        let isNews = conversation.newMessages > 0
        let news = isNews ? "\(Words.count(conversation.newMessages)) new \(glyphs.down)" : ""
        if conversation.search.isOn {
            return [searchNote, news].filter { !$0.isEmpty }
                .joined(separator: " \(glyphs.separator) ")
        }
        if isNews { return news }
        guard conversation.position != .following, let top else {
            return freshness == .live ? "following, live" : "the end"
        }
        let place = page.offset + top.message + 1
        return "message \(Words.count(place)) of \(Words.count(page.total))"
    }

    /// `3 of 17`: the newest is the first.
    var searchNote: String {
        let search = conversation.search
        guard !search.isLooking else { return "looking" }
        guard !search.matches.isEmpty else {
            return search.isCut ? "not in the last \(Words.count(PageSize.searched))" : "not found"
        }
        let count = Words.count(search.matches.count) + (search.isCut ? "+" : "")
        guard let index = search.index else { return "found \(count)" }
        return "\(Words.count(index + 1)) of \(count)"
    }
}
