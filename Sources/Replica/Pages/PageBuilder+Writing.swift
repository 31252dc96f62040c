import GRDB
import Model

// What agents are shown while they answer and book.
extension PageBuilder {
    /// Everything that is needed to answer a question; nil where it wants no answer any more.
    func question(_ id: QuestionID) throws -> QuestionCard? {
        guard let row = try questionRow(id) else { return nil }
        var card = QuestionCard(question: row, asked: try asked(row))
        card.reachable = try reachable(card.asked)
        if let conversation = row.conversation {
            card.talk = try TranscriptWindow(db: db, conversation: conversation)
                .messages(limit: Self.talkAround, isBackward: true).reversed()
        }
        if let knowledge = card.asked.knowledge.first,
            let record = try ReplicaRows(db: db).row(.faq, knowledge)
        {
            card.seenAnswer = record.text("answer")
            card.category = record.text("category")
        }
        card.similar = try similar(to: row.text, at: row.property)
        return card
    }

    /// Messages around a question.
    private static let talkAround = 12
    /// Answers that are offered.
    private static let answersOffered = 5

    /// The rows that are the same question at its property.
    private func asked(_ question: QuestionRow) throws -> QuestionRows {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT q.id, q.origin FROM question q
                    WHERE (q.property_id, q.normal) IN (
                        SELECT e.property_id, e.normal FROM question_entry e WHERE e.id = ?)
                    ORDER BY q.asked_at, q.id LIMIT ?
                    """
            ),
            arguments: [question.id.data, FieldRule.mostRows]
        )
        var asked = QuestionRows()
        for row in rows {
            guard let id = RowID(row, 0), let origin = QuestionOrigin(rawValue: row[1]) else {
                continue
            }
            switch origin {
            case .task: asked.tasks.append(id)
            case .message: asked.messages.append(id)
            case .knowledge, .review: asked.knowledge.append(id)
            }
        }
        return asked
    }

    private func reachable(_ asked: QuestionRows) throws -> Int {
        let rows = ReplicaRows(db: db)
        let talks = try
            (asked.tasks.map { (Table.tasks, $0) }
            + asked.messages.map { (Table.message, $0) })
            .compactMap { try rows.row($0, $1)?.id("conversation_id") as ConversationID? }
        return try Set(talks).filter { talk in
            guard let record = try rows.row(.conversation, talk.cast()),
                let visitor: VisitorID = record.id("user_id")
            else { return false }
            return try rows.row(.user, visitor.cast())?.text("email")?.isEmpty == false
        }.count
    }

    /// Answers of the property to questions that share words with it.
    private func similar(to text: String, at property: PropertyID) throws -> [SimilarAnswer] {
        let words = Self.words(text)
        guard !words.isEmpty else { return [] }
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT question, answer FROM faq
                    WHERE property_id = ? AND trim(coalesce(answer, '')) <> ''
                        AND coalesce(category, '') <> '\(ReviseKnowledge.retired)'
                    """
            ),
            arguments: [property.data]
        )
        let answers = rows.map { row in
            let question: String = row[0] ?? ""
            let others = Self.words(question)
            let shared = words.intersection(others).count
            let all = words.union(others).count
            return SimilarAnswer(
                question: question,
                answer: row[1] ?? "",
                likeness: all == 0 ? 0 : shared * 100 / all
            )
        }
        return Array(
            answers.filter { $0.likeness > 0 }
                .sorted { ($1.likeness, $0.question) < ($0.likeness, $1.question) }
                .prefix(Self.answersOffered)
        )
    }

    /// The words that tell one question from another: short ones are in all of them.
    private static func words(_ text: String) -> Set<Substring> {
        Set(SearchText.normalized(text).split(separator: " ").filter { $0.count > 2 })
    }

    /// The calendar around a wished time; nil where the property is not here.
    func booking(_ query: BookingQuery) throws -> BookingPage? {
        let rows = ReplicaRows(db: db)
        guard try rows.row(.property, query.property.cast()) != nil else { return nil }
        let office = try rows.bookingOffice(query.property, at: now)
        let times = [query.from, query.to].map {
            office.zone.instant(LocalDateTime(date: $0, secondOfDay: 0))
        }
        let tours = try rows.tours(
            of: office.agents,
            at: query.property,
            between: times[0]..<max(times[0], times[1])
        )
        let agents = try office.agents.compactMap { id -> AgentName? in
            guard let record = try rows.row(.propertyManager, id.cast()) else { return nil }
            return AgentName(
                id: id,
                first: record.text("first_name") ?? "",
                last: record.text("last_name") ?? ""
            )
        }
        return BookingPage(
            query: query,
            office: office,
            tours: tours.compactMap(BookedTour.init),
            names: Dictionary(
                tours.map { ($0.id.cast(), $0.text("prospect_name") ?? "") },
                uniquingKeysWith: { $1 }
            ),
            agents: agents.sorted { ($0.first, $0.last, $0.id) < ($1.first, $1.last, $1.id) }
        )
    }
}
