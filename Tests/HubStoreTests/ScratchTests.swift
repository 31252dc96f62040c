import Foundation
import Hub
import HubSQLite
import Model
import Testing
import Wire

@Test func scratch() async throws {
    let path = NSTemporaryDirectory() + "scratch-\(UUID().uuidString).sqlite"
    let store = try SQLiteHubStore(path: path, use: .migrating)
    let company = RowID(high: 1, low: 1), property = RowID(high: 2, low: 2)
    let bot = RowID(high: 3, low: 3), agent = RowID(high: 4, low: 4)
    try await store.apply([
        .insert(TableRow(.company, ["id": .id(company), "name": .text("C"), "openai_api_key": .text("canary-x")])),
        .insert(TableRow(.property, ["id": .id(property), "company_id": .id(company), "name": .text("P"), "address": .text("A"), "city": .text("C"), "state": .text("CA"), "zip_code": .text("94001")])),
        .insert(TableRow(.propertyManager, ["id": .id(agent), "company_id": .id(company), "first_name": .text("D"), "last_name": .text("W"), "email": .text("d@x"), "phone": .text("1"), "access_level": .text("read")])),
        .insert(TableRow(.propertyManagerAssignment, ["id": .id(agent), "property_id": .id(property), "property_manager_id": .id(agent), "start_date": .text("2020-01-01")])),
        .insert(TableRow(.chatbot, ["id": .id(bot), "property_id": .id(property), "name": .text("bot")])),
    ])
    let now = Timestamp("2026-01-01T00:00:00Z")!
    let start = ContinuousClock.now
    for batch in 0..<20 {
        var changes: [StoreChange] = []
        for c in 0..<500 {
            let n = UInt64(batch * 500 + c)
            let conv = RowID(high: n &* 0x9E3779B97F4A7C15, low: n)
            let user = RowID(high: n &* 0x9E3779B97F4A7C15, low: n + 1_000_000)
            changes.append(.insert(TableRow(.user, ["id": .id(user), "first_name": .text("Ann")])))
            changes.append(.insert(TableRow(.conversation, ["id": .id(conv), "chatbot_id": .id(bot), "user_id": .id(user), "status": .text("active")])))
            for m in 0..<10 {
                let k = n * 10 + UInt64(m)
                changes.append(.insert(TableRow(.message, ["id": .id(RowID(high: k &* 0x9E3779B97F4A7C15, low: k)), "conversation_id": .id(conv), "sender_type": .text("user"), "message_text": .text(String(repeating: "hello, is the two bedroom still free? ", count: 3)), "timestamp": .text(now.text)])))
            }
        }
        try await store.apply(changes)
    }
    let t1 = ContinuousClock.now - start
    print("120k rows in", t1)
    let s2 = ContinuousClock.now
    var progress: SnapshotRequest.Progress?
    var rows = 0, pages = 0
    repeat {
        guard case .page(let page) = try await store.snapshotPage(SnapshotRequest(agent: agent.cast(), now: now, limit: WireLimits.snapshotPage, progress: progress)) else { Issue.record("no page"); return }
        if progress == nil { try await store.remember(page.scope, now: now) ; print(String(decoding: page.lines.bytes.prefix(700), as: UTF8.self)) }
        rows += page.lines.rows
        pages += 1
        progress = page.next.map { .init(place: $0, scope: page.scope.fingerprint) }
    } while progress != nil
    print(rows, "rows in", pages, "pages", ContinuousClock.now - s2)
    let s3 = ContinuousClock.now
    print(try await store.digest(DigestQuery(agent: agent.cast(), now: now, position: "0:", scope: "")))
    print(ContinuousClock.now - s3)
    print(try await store.head())
}
