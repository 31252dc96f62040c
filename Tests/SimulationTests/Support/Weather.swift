import Sync

/// How bad the network and the machines are in one simulation, as shares of cases.
struct Weather {
    /// The request never reaches the hub.
    var losesRequest = 0.0
    /// The hub answers, and nobody hears it.
    var losesReply = 0.0
    /// The body breaks off at any byte.
    var cuts = 0.0
    /// The same answer comes again, later.
    var repeats = 0.0
    /// A proxy answers with what it kept of the same request.
    var isStale = 0.0
    /// A captive portal answers with its page.
    var hasPortal = 0.0
    /// The hub, or what stands before it, asks for time.
    var isBusy = 0.0
    /// A terminal's process dies, at each of its steps.
    var kills = 0.0
    /// The mean time between two mishaps of the hub.
    var betweenMishaps = Duration.seconds(60)
    /// The mean time between two things that an agent does at a terminal; nil where nobody writes.
    var betweenJobs: Duration?
    /// The hub's process dies while it decides on writes.
    var hubDies = 0.0
    /// A terminal's process finds older files than the one before it left: outbox, replica or both.
    var setsBack = 0.0

    static let calm = Weather()

    /// A weather of its own for every seed: most have something of everything, some nearly nothing.
    static func drawn(_ chance: inout SplitMix) -> Weather {
        var weather = Weather()
        weather.losesRequest = share(0.1, &chance)
        weather.losesReply = share(0.1, &chance)
        weather.cuts = share(0.15, &chance)
        weather.repeats = share(0.2, &chance)
        weather.isStale = share(0.15, &chance)
        weather.hasPortal = share(0.1, &chance)
        weather.isBusy = share(0.1, &chance)
        weather.kills = share(0.06, &chance)
        weather.betweenMishaps = .seconds(Int.random(in: 8...60, using: &chance))
        return weather
    }

    /// The same where agents write.
    static func written(_ chance: inout SplitMix) -> Weather {
        var weather = drawn(&chance)
        weather.betweenJobs = .milliseconds(Int.random(in: 700...4_000, using: &chance))
        weather.hubDies = share(0.4, &chance)
        weather.setsBack = share(0.5, &chance)
        return weather
    }

    /// The same in less time, with people who act as often as storms are shorter.
    mutating func hurry(_ haste: Double) {
        betweenMishaps = betweenMishaps * haste
        betweenJobs = betweenJobs.map { $0 * haste }
    }

    /// Nothing in every other weather.
    private static func share(_ most: Double, _ chance: inout SplitMix) -> Double {
        Bool.random(using: &chance) ? Double.random(in: 0...most, using: &chance) : 0
    }
}
