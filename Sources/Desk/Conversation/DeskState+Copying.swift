import Foundation
import Model
import Screen

// What of a conversation can be taken elsewhere, always asked for.
extension DeskState {
    /// Links that are listed: more than anybody reads.
    private static let mostLinks = 100

    /// The links of what is loaded of the talk, the newest first, each once.
    var links: [String] {
        var seen: Set<String> = []
        var links: [String] = []
        for message in (conversation.page?.messages ?? []).reversed() {
            for word in message.text.split(whereSeparator: \.isWhitespace) {
                guard let link = Self.link(word), seen.insert(link).inserted else { continue }
                links.append(link)
                if links.count == Self.mostLinks { return links }
            }
        }
        return links
    }

    /// A word that is an address of the web, without the signs of the sentence around it.
    static func link(_ word: Substring) -> String? {
        var word = word
        while let first = word.first, "(<[\"'“".contains(first) { word = word.dropFirst() }
        while let last = word.last, ".,;:!?)>]\"'”".contains(last) { word = word.dropLast() }
        let lower = word.lowercased()
        guard lower.hasPrefix("https://") || lower.hasPrefix("http://") || lower.hasPrefix("www."),
            word.count > 8
        else { return nil }
        return DisplayText(outside: String(word)).string
    }

    /// What of the lead can be copied: contact first, then lines of the talk.
    var copies: [(label: String, text: String)] {
        guard let card = conversation.card else { return [] }
        var copies: [(label: String, text: String)] = []
        if let email = card.email { copies.append(("email", email)) }
        if let phone = card.phone { copies.append(("phone", phone)) }
        if let name = card.lead.name { copies.append(("name", name)) }
        let messages = conversation.page?.messages ?? []
        if let match = messages.first(where: { $0.id == conversation.search.here }) {
            copies.append(("found", match.text))
        }
        if let said = messages.last(where: { $0.sender == .visitor }) {
            copies.append(("visitor", said.text))
        }
        if let said = messages.last(where: { $0.sender == .bot }) {
            copies.append(("bot", said.text))
        }
        return copies
    }

    /// Copies exactly what the screen draws: no order to a terminal is among it.
    mutating func copy(_ label: String, _ text: String) -> [DeskEffect] {
        guard !refusesCopy() else { return [] }
        let clean = DisplayText(outside: text).string
        notice = Notice(text: "Copied: \(label), where the terminal lets it.")
        return [.copy(clean)]
    }
}
