import Foundation

/// A text that is looked for in a talk: letters of either case, with or without accents.
///
/// What the replica finds by it is what the desk marks by it.
package struct SoughtText: Hashable, Sendable {
    package var text: String

    package init(_ text: String) {
        self.text = text
    }

    package var isEmpty: Bool { text.isEmpty }

    /// Where the text stands first in another; nil where it does not.
    package func range(in other: Substring) -> Range<Substring.Index>? {
        guard !text.isEmpty else { return nil }
        return other.range(of: text, options: [.caseInsensitive, .diacriticInsensitive])
    }
}

/// Where a text stands in a whole conversation, however long.
package struct TalkSearchQuery: Hashable, Sendable {
    package var conversation: ConversationID
    package var sought: SoughtText
    /// The most messages that are looked at, from the newest back.
    package var reach: Int

    package init(
        conversation: ConversationID,
        sought: SoughtText,
        reach: Int = PageSize.searched
    ) {
        self.conversation = conversation
        self.sought = sought
        self.reach = reach
    }
}

/// The messages in which a text stands, the newest first.
package struct TalkSearchPage: Hashable, Sendable {
    package var query: TalkSearchQuery
    package var matches: [TalkMatch]
    /// Whether every message of the conversation was looked at.
    package var isWhole: Bool

    package init(query: TalkSearchQuery, matches: [TalkMatch], isWhole: Bool) {
        self.query = query
        self.matches = matches
        self.isWhole = isWhole
    }
}

/// A message in which a text stands.
package struct TalkMatch: Hashable, Sendable, Identifiable {
    package var id: MessageID
    /// How many messages of the conversation stand before it.
    package var place: Int

    package init(id: MessageID, place: Int) {
        self.id = id
        self.place = place
    }
}
