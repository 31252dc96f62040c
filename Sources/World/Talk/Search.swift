import Model

/// What a visitor looks for; the same in every line of their talk.
struct Search: Sendable {
    /// 0 is a studio.
    var beds = 1
    var moveIn: LocalDate?
    /// Dollars a month.
    var low = 0
    var high = 0
    /// Nil where it did not come up.
    var hasPets: Bool?
    var pet: Pet?
    var occupants: Int?
    var reason: String?
    var work: String?
    var features: [String] = []

    /// As the platform words a size.
    var size: String { beds == 0 ? "studio" : "\(beds) bed" }
}

/// An animal that would move in too.
struct Pet: Sendable {
    /// As its owner says it.
    let text: String
    let short: String
    let json: String

    static let all: [Pet] = [
        Pet("two cats", "cats", #"{"type": "cat", "count": 2}"#),
        Pet("a cat", "cats", #"{"type": "cat", "count": 1}"#),
        Pet("a 70 lb lab", "labs", #"{"type": "dog", "breed": "labrador", "weight": 70}"#),
        Pet("a small dog", "small dogs", #"{"type": "dog", "weight": 15}"#),
        Pet(
            "a great dane",
            "great danes",
            #"{"type": "dog", "breed": "great dane", "weight": 120}"#
        ),
        Pet("a husky and a cat", "huskies", #"{"type": "dog and cat", "count": 2}"#),
        Pet("two dogs, both around 50 lbs", "dogs", #"{"type": "dog", "count": 2, "weight": 50}"#),
        Pet("an older beagle", "dogs", #"{"type": "dog", "breed": "beagle", "weight": 28}"#),
        Pet("a rabbit", "rabbits", #"{"type": "rabbit", "count": 1}"#),
        Pet("three cats", "cats", #"{"type": "cat", "count": 3}"#),
        Pet("a pit mix", "pit mixes", #"{"type": "dog", "breed": "pit mix", "weight": 55}"#),
        Pet("a bearded dragon", "reptiles", #"{"type": "reptile", "count": 1}"#),
    ]

    private init(_ text: String, _ short: String, _ json: String) {
        self.text = text
        self.short = short
        self.json = json
    }
}

/// Why people move and where they work, as they put it.
enum Circumstances {
    static let reasons = [
        "a new job", "my lease is up in a couple months", "we need more space",
        "my rent is going up again", "grad school", "moving in with my partner",
        "downsizing now that the kids are out", "relocating for work", "a shorter commute",
        "my building got sold", "a roommate is moving out", "a residency at the hospital",
        "coming back to be near my parents", "splitting up with my roommates",
    ]
    static let works = [
        "downtown", "at the hospital", "from home mostly", "near the airport", "at the university",
        "on the west side", "at the distribution center", "hybrid, two days downtown",
        "at a middle school", "nights at the medical center", "at a restaurant uptown",
    ]
    static let features = [
        "balcony", "in-unit laundry", "parking", "top floor", "dishwasher", "quiet side",
        "walk-in closet", "home office", "elevator", "gas stove", "bathtub", "natural light",
        "ground floor", "storage", "ev charging", "gym",
    ]
}
