import Model
import Sync
import Testing
import Wire

@Suite struct RepairSessionTests {
    @Test(
        "failure 46: one damaged row of a million costs three requests and 50 kB",
        arguments: [true, false]
    )
    func cost(isSequential: Bool) {
        var here = RangeModel(rows: 1_000_000, isSequential: isSequential)
        let hub = here
        here.damage(at: 654_321)
        var hubCall = CountedHub(hub)
        #expect(hubCall.repair(&here) == .finish)
        #expect(here.sums == hub.sums)
        #expect(hubCall.requests == 3)
        #expect(hubCall.bytes < 50_000, "\(hubCall.bytes) bytes")
    }

    @Test("a small replica is mended in two requests")
    func small() {
        var here = RangeModel(rows: 2_000, isSequential: true)
        let hub = here
        here.damage(at: 7)
        var hubCall = CountedHub(hub)
        #expect(hubCall.repair(&here) == .finish)
        #expect(hubCall.requests == 2)
    }

    @Test("whatever is equal is asked about once")
    func equal() {
        var here = RangeModel(rows: 2_000, isSequential: false)
        var hubCall = CountedHub(here)
        #expect(hubCall.repair(&here) == .finish)
        #expect(hubCall.requests == 1)
    }

    @Test("many damaged rows take more requests, and not one is forgotten")
    func many() {
        var here = RangeModel(rows: 100_000, isSequential: false)
        let hub = here
        for index in stride(from: 0, to: 100_000, by: 900) { here.damage(at: index) }
        var hubCall = CountedHub(hub)
        #expect(hubCall.repair(&here) == .finish)
        #expect(here.sums == hub.sums)
        #expect(hubCall.requests < 200, "\(hubCall.requests) requests")
    }

    @Test("where nothing helps, it ends")
    func ends() {
        var session = RepairSession()
        var event = RepairEvent.began
        for _ in 0..<1_000 {
            switch session.handle(event) {
            case .compare(let ranges, _):
                let parts = ranges.map {
                    ComparedPart($0, here: TableDigest(), hub: TableDigest(rows: 1, sum: 1))
                }
                event = .compared(parts)
            case .mend: event = .mended(isWhole: true)
            case .check: event = .checked(isEqual: false)
            case .giveUp: return
            case .finish: Issue.record("it is not equal")
            }
        }
        Issue.record("it goes on for ever")
    }
}

/// The messages of a replica as ids in order, with sums of their digests from the first on.
private struct RangeModel {
    let ids: [RowID]
    private(set) var sums: [UInt64]

    init(rows: Int, isSequential: Bool) {
        var chance = Chance(seed: 5)
        ids = (0..<rows).map { number in
            // Of one millisecond and on, or spread over all that an id may be.
            let step = UInt64(number) * (isSequential ? 1 : UInt64.max / UInt64(rows))
            return RowID(high: isSequential ? 0x0199 << 48 : step, low: isSequential ? step : 3)
        }
        sums = [0]
        sums.reserveCapacity(rows + 1)
        for _ in ids { sums.append((sums.last ?? 0) &+ chance.next()) }
    }

    mutating func damage(at index: Int) {
        for place in sums.indices where place > index { sums[place] &+= 1 }
    }

    /// Where the ids of a range are.
    func places(_ range: IDRange) -> Range<Int> {
        guard range.table == .message else { return 0..<0 }
        let start = range.from.map(place) ?? 0
        return start..<max(start, range.below.map(place) ?? ids.count)
    }

    private func place(_ id: RowID) -> Int {
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func digest(_ range: IDRange) -> TableDigest {
        let places = places(range)
        return TableDigest(
            rows: places.count,
            sum: sums[places.upperBound] &- sums[places.lowerBound]
        )
    }

    /// Takes the other's rows of a range; returns how many differed.
    mutating func take(_ range: IDRange, from other: RangeModel) -> Int {
        var changed = 0
        var shift: UInt64 = 0
        let places = places(range)
        guard !places.isEmpty else { return 0 }
        for place in places.lowerBound..<sums.count - 1 {
            let mine = sums[place + 1] &+ shift &- sums[place]
            let theirs = other.sums[place + 1] &- other.sums[place]
            if places.contains(place), mine != theirs {
                shift &+= theirs &- mine
                changed += 1
            }
            sums[place + 1] &+= shift
        }
        return changed
    }
}

/// Performs what a session decides and counts what would travel.
private struct CountedHub {
    let hub: RangeModel
    private(set) var requests = 0
    private(set) var bytes = 0

    init(_ hub: RangeModel) {
        self.hub = hub
    }

    mutating func repair(_ here: inout RangeModel) -> RepairAction {
        var session = RepairSession()
        var event = RepairEvent.began
        while true {
            let action = session.handle(event)
            switch action {
            case .compare(let ranges, let bounds): event = compare(ranges, bounds, here)
            case .mend(let ranges): event = mend(ranges, &here)
            case .check: event = .checked(isEqual: here.sums.last == hub.sums.last)
            case .finish, .giveUp: return action
            }
        }
    }

    private mutating func compare(
        _ ranges: [IDRange],
        _ bounds: Int,
        _ here: RangeModel
    ) -> RepairEvent {
        let counts = ranges.map { here.places($0).count }
        let total = max(1, counts.reduce(0, +))
        let divided = zip(ranges, counts).map { range, count in
            let share = min(bounds * count / total, max(0, count - 1))
            let start = here.places(range).lowerBound
            return DividedRange(
                range,
                bounds: (0..<share).map { here.ids[start + count * ($0 + 1) / (share + 1)] }
            )
        }
        let parts = divided.map(\.parts)
        let answer = parts.map { $0.map(hub.digest) }
        count(
            DigestRequest(cursor: Self.cursor, ranges: divided),
            DigestResponse(isAtCursor: true, tables: [:], parts: answer)
        )
        return .compared(
            parts.joined().map { ComparedPart($0, here: here.digest($0), hub: hub.digest($0)) }
        )
    }

    private mutating func mend(_ ranges: [IDRange], _ here: inout RangeModel) -> RepairEvent {
        let held = ranges.map { range in
            HeldRange(range, rows: here.places(range).map { HeldRow(id: here.ids[$0], digest: 1) })
        }
        count(DigestRequest(cursor: Self.cursor, held: held), "")
        for range in ranges { bytes += here.take(range, from: hub) * Self.row }
        return .mended(isWhole: true)
    }

    private mutating func count(_ request: some Encodable, _ answer: some Encodable) {
        requests += 1
        bytes += WireJSON.encode(request).count + WireJSON.encode(answer).count
    }

    /// A cursor and a row as large as they come.
    private static let cursor = String(repeating: "c", count: 600)
    private static let row = 2_000
}
