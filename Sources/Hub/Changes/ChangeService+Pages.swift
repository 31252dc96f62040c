import Crypto
import Model
import Wire

// Pages of a copy.
extension ChangeService {
    func page(
        for device: Device,
        _ cursor: CursorPayload?
    ) async throws(Problem) -> ChangesBody {
        switch await copying.admission(of: device.id, clock) {
        case .atOnce: break
        case .afterWaiting: try await requireEnrolled(device)
        case .no:
            metrics.rejected("copies_busy")
            throw .copiesBusy
        }
        let request = SnapshotRequest(
            agent: device.agent,
            now: clock.now(),
            limit: WireLimits.snapshotPage,
            progress: cursor.flatMap { cursor in
                cursor.place.map { .init(place: $0, scope: cursor.scope) }
            }
        )
        switch try await snapshotPage(request, for: device) {
        case .agentGone:
            endCopy(of: device)
            throw .deviceRevoked
        case .gone(let end):
            // The place is kept: it begins anew at once.
            throw gone(end)
        case .page(let page):
            if page.next == nil { endCopy(of: device) }
            try await remember(page.scope)
            let scope = cursor?.scope ?? page.scope.fingerprint
            readAhead(request, for: device, page.next.map { .init(place: $0, scope: scope) })
            var next = payload(
                device,
                scope: scope,
                // The difference that ends the copy begins before its first page.
                position: cursor?.position ?? page.position,
                place: page.next ?? Self.wholeCopy
            )
            // It may be long, and is asked for nothing but whether it is the same.
            let seen = SHA256.hash(data: Array(page.position.utf8))
            next.seen = Base64URL.encode(Array(seen.prefix(9)))
            return finish(page.lines, next, more: true)
        }
    }

    /// Gives up its place where it was revoked in line.
    private func requireEnrolled(_ device: Device) async throws(Problem) {
        do {
            _ = try await enrolled(device)
        } catch {
            endCopy(of: device)
            throw error
        }
    }

    private func endCopy(of device: Device) {
        copying.end(device.id, elapsed: clock.elapsed())
        ahead.end(device.id)
    }

    /// The page that was read ahead, or one that is read now.
    private func snapshotPage(
        _ request: SnapshotRequest,
        for device: Device
    ) async throws(Problem) -> SnapshotAnswer {
        if let progress = request.progress,
            let page = await ahead.take(device.id, progress, elapsed: clock.elapsed()),
            // It was read before this call: what the agent may see may have changed since.
            try await access(of: device)?.scope == page.scope
        {
            return .page(page)
        }
        return try await asking { () async throws(HubTrouble) in try await read(request) }
    }

    private func read(_ request: SnapshotRequest) async throws(HubTrouble) -> SnapshotAnswer {
        let begin = clock.elapsed()
        let answer = try await store.snapshotPage(request)
        metrics.page(took: clock.elapsed() - begin)
        return answer
    }

    private func readAhead(
        _ request: SnapshotRequest,
        for device: Device,
        _ progress: SnapshotRequest.Progress?
    ) {
        guard let progress else { return }
        var following = request
        following.now = clock.now()
        following.progress = progress
        ahead.begin(device.id, progress, elapsed: clock.elapsed()) { [following] in
            // Where there is none, whoever asks for it is told why.
            guard case .page(let page)? = try? await read(following) else { return nil }
            return page
        }
    }
}
