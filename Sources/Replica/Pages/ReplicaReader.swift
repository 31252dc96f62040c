import GRDB
package import Model

/// Answers what panes ask of the replica, each request from one snapshot.
///
/// Where there is no generation to read, every answer is empty.
package struct ReplicaReader: Sendable {
    private let live: LiveReader

    init(_ live: LiveReader) {
        self.live = live
    }

    /// Reads the generation that is shown of a directory that another process may own; it reads
    /// that generation on, also when another takes its place.
    package init(directory: String) throws {
        live = LiveReader(try Generation.reader(of: directory))
    }

    /// Whether there is anything to read.
    package var isReady: Bool { live.reader != nil }

    /// Answers a request; waits for the disk, so never call it on the thread that draws.
    package func page(_ request: PageRequest, now: Timestamp, agent: AgentID) throws -> Page {
        guard let reader = live.reader else { return request.emptyPage }
        return try reader.read { db in
            try PageBuilder(db: db, now: now, agent: agent).page(request)
        }
    }

    /// Answers a request; where the task is cancelled it stops within a millisecond or two and
    /// throws `CancellationError`.
    package func page(
        _ request: PageRequest,
        now: Timestamp,
        agent: AgentID
    ) async throws -> Page {
        guard let reader = live.reader else { return request.emptyPage }
        return try await reader.read { db in
            try PageBuilder(db: db, now: now, agent: agent).page(request)
        }
    }

    /// Runs a read of this target's own; nil where there is nothing to read.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value? {
        try live.reader?.read(body)
    }
}

/// Builds pages from one snapshot.
struct PageBuilder {
    let db: Database
    let now: Timestamp
    let agent: AgentID

    func page(_ request: PageRequest) throws -> Page {
        switch request {
        case .overview: return .overview(try overview())
        case .leads(let query): return .leads(try leads(query))
        case .conversation(let query):
            return try transcript(query).map { .conversation($0) } ?? .gone(request)
        case .talkSearch(let query):
            return try talkSearch(query).map { .talkSearch($0) } ?? .gone(request)
        case .card(let id): return try card(id).map { .card($0) } ?? .gone(request)
        case .visits(let id): return try visits(before: id).map { .visits($0) } ?? .gone(request)
        case .questions(let query): return .questions(try questions(query))
        case .tours(let query): return .tours(try tours(query))
        case .question(let id): return try question(id).map { .question($0) } ?? .gone(request)
        case .booking(let query): return try booking(query).map { .booking($0) } ?? .gone(request)
        // Refused writes are in the outbox; who owns that answers for it.
        case .attention: return .attention(AttentionPage(rows: []))
        case .emails(let query): return .emails(try emails(query))
        case .insights(let query): return .insights(try insights(query))
        case .report(let day): return .report(try report(of: day))
        case .shift(let query): return .shift(try shift(query))
        case .knowledge(let query): return .knowledge(try knowledge(query))
        case .absence(let query): return .absence(try absence(query))
        case .duplicates(let query): return .duplicates(try duplicates(query))
        case .office(let id): return try office(id).map { .office($0) } ?? .gone(request)
        }
    }

    /// A number that is kept up to date as rows change.
    func counter(_ name: String) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT value FROM counter WHERE name = ?"),
            arguments: [name]
        ) ?? 0
    }
}

extension PageRequest {
    /// The answer where nothing has been synced yet.
    var emptyPage: Page {
        switch self {
        case .overview:
            .overview(
                Overview(
                    agent: nil,
                    properties: [],
                    leads: 0,
                    waiting: 0,
                    questions: 0,
                    messages: 0
                )
            )
        case .leads(let query): .leads(LeadPage(query: query, rows: [], offset: 0, total: 0))
        case .conversation, .talkSearch, .card, .visits, .question, .booking, .office: .gone(self)
        case .knowledge(let query): .knowledge(KnowledgePage(query: query, rows: []))
        case .absence(let query): .absence(AbsencePage(query: query, agents: []))
        case .duplicates(let query): .duplicates(DuplicatesPage(query: query, pairs: []))
        case .attention: .attention(AttentionPage(rows: []))
        case .emails(let query):
            .emails(EmailPage(query: query, rows: [], counts: [:], campaigns: []))
        case .insights, .report, .shift: .gone(self)
        case .questions(let query):
            .questions(QuestionPage(query: query, rows: [], total: 0, answered: 0))
        case .tours(let query): .tours(TourPage(query: query, tours: [], requests: [], total: 0))
        }
    }
}
