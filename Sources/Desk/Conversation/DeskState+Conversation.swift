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
        if let card = conversation.card { return card.lead.displayName }
        guard let id = conversation.id else { return "" }
        return leads.rows.first { $0.id == id }?.displayName ?? "Visitor \(id.short)"
    }

    private var conversationZone: Zone {
        conversation.card.flatMap { property($0.lead.property)?.zone } ?? zone
    }

    /// Search line and card.
    private func conversationHead(room: Int, height: Int) -> [Line] {
        var lines = fieldLines(in: .conversation, kept: conversation.searchText, room: room)
        guard let card = conversation.card else { return lines }
        let drawer = CardLines(desk: self, card: card, room: room)
        let isUnfolded = isCardUnfolded || conversation.areMetricsUnfolded
        let all = isUnfolded ? drawer.unfolded : drawer.folded
        // At least half of the pane is the talk.
        lines += all.prefix(max(1, height / 2 - 1))
        return lines
    }

    private func transcriptNote(_ page: TranscriptPage, top: TranscriptText.Place?) -> String {
        if !conversation.searchText.isEmpty { return searchNote }
        if conversation.newMessages > 0 {
            return "\(Words.count(conversation.newMessages)) new \(glyphs.down)"
        }
        guard conversation.position != .following, let top else {
            return freshness == .live ? "following, live" : "the end"
        }
        let place = page.offset + top.message + 1
        return "message \(Words.count(place)) of \(Words.count(page.total))"
    }

    private var searchNote: String {
        let matches = conversation.matches
        guard !matches.isEmpty else { return "not found in what is loaded" }
        let here = matches.firstIndex { conversation.page?.messages[$0].id == conversation.match }
        guard let here else { return "found \(Words.count(matches.count))" }
        return "\(matches.count - here) of \(matches.count)"
    }
}
