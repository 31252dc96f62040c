import Model

/// What of a lead's card is JSON, in words: read when the card arrives, for it is drawn with every
/// key.
struct CardWords: Equatable, Sendable {
    private(set) var pets = ""
    private(set) var features = ""

    /// The words of another card; JSON that is the same is not read again.
    func renewed(from old: LeadCard?, to card: LeadCard) -> CardWords {
        var words = self
        if old?.petDetails != card.petDetails {
            words.pets = card.petDetails.map(PlainJSON.words) ?? ""
        }
        if old?.desiredFeatures != card.desiredFeatures {
            words.features = card.desiredFeatures.map(PlainJSON.words) ?? ""
        }
        return words
    }

    /// The same as it is drawn where a renter's words are not for everybody's eyes.
    func covered(by shapes: (String) -> String) -> CardWords {
        var words = self
        words.pets = shapes(pets)
        words.features = shapes(features)
        return words
    }
}
