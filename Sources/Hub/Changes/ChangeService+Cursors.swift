import Model
import Wire

// Cursors and troubles.
extension ChangeService {
    func open(_ text: String, for device: Device) throws(Problem) -> CursorPayload {
        guard let cursor = seal.open(text), cursor.device == device.id,
            cursor.agent == device.agent
        else {
            metrics.rejected("cursor_foreign")
            throw .cursorForeign
        }
        guard cursor.incarnation == identity.incarnation else { throw gone(.elsewhere) }
        guard cursor.schema == SchemaFingerprint.current else { throw gone(.otherScope) }
        return cursor
    }

    func payload(
        _ device: Device,
        scope: String,
        position: String,
        place: String?
    ) -> CursorPayload {
        CursorPayload(
            agent: device.agent,
            device: device.id,
            incarnation: identity.incarnation,
            schema: SchemaFingerprint.current,
            scope: scope,
            position: position,
            place: place
        )
    }

    func finish(
        _ lines: LineWriter,
        _ cursor: CursorPayload,
        more: Bool,
        _ access: AgentAccess? = nil
    ) -> ChangesBody {
        finish(
            lines,
            CheckpointLine(
                checkpoint: seal.seal(cursor),
                more: more,
                acked: cursor.acked,
                access: access.map {
                    WriteAccess(properties: $0.scope.properties, writable: $0.writable)
                }
            )
        )
    }

    /// A body of lines that may be others' too, and a last one.
    func finish(_ lines: LineWriter, _ checkpoint: CheckpointLine) -> ChangesBody {
        var last = LineWriter()
        last.checkpoint(checkpoint)
        let body = ChangesBody(lines: lines.bytes, last: last.bytes, rows: lines.rows)
        metrics.sent(rows: body.rows, bytes: body.lines.count + body.last.count)
        return body
    }

    func remember(_ scope: Scope) async throws(Problem) {
        let now = clock.now()
        let day = now.text.prefix(10)
        guard !scopes.knows(scope, day: day) else { return }
        try await asking { () async throws(HubTrouble) in
            try await store.remember(scope, now: now)
        }
        scopes.note(scope, day: day)
    }

    func gone(_ end: CursorEnd) -> Problem {
        metrics.rejected("cursor_\(end.rawValue)")
        // What is remembered of the store may be of before it was pruned or restored.
        scopes.forget()
        shared.forget()
        return .cursorGone
    }
}
