import Model

// Searching in what is loaded of a transcript.
extension ConversationState {
    /// Searches for a text and goes to the newest place where it stands.
    mutating func search(_ text: String, in frame: TranscriptFrame) {
        searchText = text
        match = nil
        guard !text.isEmpty, let newest = matches.last else { return }
        go(to: newest, in: frame)
    }

    /// Goes to another match, around the ends; up the talk is back in time.
    mutating func moveToMatch(by step: Int, in frame: TranscriptFrame) {
        let matches = matches
        guard !matches.isEmpty else { return }
        let here = matches.firstIndex { page?.messages[$0].id == match } ?? matches.count
        let next = (here - step + matches.count) % matches.count
        go(to: matches[next], in: frame)
    }

    /// The messages of the window that contain the text.
    var matches: [Int] {
        guard let page, !searchText.isEmpty else { return [] }
        let text = searchText.lowercased()
        return page.messages.indices.filter { page.messages[$0].text.lowercased().contains(text) }
    }

    private mutating func go(to message: Int, in frame: TranscriptFrame) {
        guard let page else { return }
        match = page.messages[message].id
        let text = text(in: frame)
        let place = TranscriptText.Place(message: message, line: 0)
        stand(at: text.moved(place, by: -frame.height / 3), in: frame)
    }
}
