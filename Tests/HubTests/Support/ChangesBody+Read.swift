import Hub
import Wire

extension ChangesBody {
    /// The last line.
    var checkpoint: CheckpointLine {
        get throws { try bytes.withUnsafeBytes { try BodyReader.checkpoint(of: $0) } }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Office {
    /// Fetches everything; returns the cursor after it.
    func copy(_ device: Device) async throws -> String {
        try await fetchAll(device, from: [hub]).cursor
    }

    /// Fetches everything from hubs by turns; returns every body, and the cursor after them.
    func fetchAll(
        _ device: Device,
        from hubs: [ChangeService]
    ) async throws -> (bodies: [ChangesBody], cursor: String) {
        var (bodies, cursor) = ([ChangesBody](), String?.none)
        while true {
            let hub = hubs[bodies.count % hubs.count]
            let body = try await hub.changes(for: device, cursor: cursor, wait: 0)
            bodies.append(body)
            let checkpoint = try body.checkpoint
            cursor = checkpoint.checkpoint
            if !checkpoint.more { return (bodies, checkpoint.checkpoint) }
        }
    }

    /// What the hub says instead of a body.
    func problem(_ device: Device, _ cursor: String) async throws -> Problem? {
        do throws(Problem) {
            _ = try await hub.changes(for: device, cursor: cursor, wait: 0)
            return nil
        } catch {
            return error
        }
    }

    /// So much more that a copy takes so many pages.
    func fill(pages: Int) async throws {
        let text = String(repeating: "x", count: WireLimits.snapshotPage / 4)
        for number in 0..<pages * 4 { try await say(UInt64(1_000 + number), text) }
    }
}
