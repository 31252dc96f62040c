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

    static let calm = Weather()

    /// A weather of its own for every seed: most have something of everything, some nearly nothing.
    static func drawn(_ chance: inout SplitMix) -> Weather {
        func share(_ most: Double) -> Double {
            Bool.random(using: &chance) ? Double.random(in: 0...most, using: &chance) : 0
        }
        var weather = Weather()
        weather.losesRequest = share(0.1)
        weather.losesReply = share(0.1)
        weather.cuts = share(0.15)
        weather.repeats = share(0.2)
        weather.isStale = share(0.15)
        weather.hasPortal = share(0.1)
        weather.isBusy = share(0.1)
        weather.kills = share(0.06)
        weather.betweenMishaps = .seconds(Int.random(in: 8...60, using: &chance))
        return weather
    }
}
