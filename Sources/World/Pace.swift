/// How a leasing platform's numbers lie, measured in the platform's own design figures: 400
/// conversations, 3,200 messages, 150 leads and 45 tours a property and month.
enum Pace {
    /// What the talk of this world comes to; a test holds it.
    static let messagesPerConversation = 8.0
    static let anonymous = 0.55
    static let contact = 0.37
    static let booked = 0.11
    /// Visitors that come back.
    static let returning = 0.18

    /// How many conversations begin in each hour of an office's day, relative to each other.
    static let hours = [
        7, 4, 2, 1, 1, 2, 5, 12, 25, 42, 55, 60, 62, 58, 56, 54, 55, 57, 52, 48, 46, 40, 26, 14,
    ]
    /// Monday to Sunday, 1 being usual.
    static let weekdays = [1.12, 1.08, 1.05, 1.02, 0.95, 1.0, 0.78]
    /// January to December, 1 being usual: people move in summer.
    static let seasons = [0.84, 0.86, 0.98, 1.05, 1.15, 1.24, 1.24, 1.18, 1.02, 0.9, 0.8, 0.74]
}
