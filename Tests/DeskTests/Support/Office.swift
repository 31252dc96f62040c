import Model

/// An office in memory that answers what a desk asks, as the replica would.
struct Office {
    var overview: Overview
    var leads: [LeadRow]
    var cards: [ConversationID: LeadCard] = [:]
    var transcripts: [ConversationID: [TranscriptMessage]] = [:]
    var questions: [QuestionRow] = []
    var tours: [TourRow] = []
    var requests: [TourRequest] = []
    var questionCards: [QuestionID: QuestionCard] = [:]
    var attention: [AttentionRow] = []
    var agents: [AgentName] = []
    var emails: [EmailRow] = []
    var campaigns: [CampaignRow] = []
    var knowledge: [KnowledgeRow] = []
    var absentTours: [AbsentTour] = []
    var absentTasks: [RowID] = []
    var duplicates: [DuplicatePair] = []
    var visits: [ConversationID: [EarlierVisit]] = [:]
    var assignments: [AssignmentRow] = []

    func answer(_ request: PageRequest) -> Page {
        switch request {
        case .overview: .overview(overview)
        case .leads(let query): .leads(page(query))
        case .conversation(let query): page(query).map(Page.conversation) ?? .gone(request)
        case .talkSearch(let query): search(query).map(Page.talkSearch) ?? .gone(request)
        case .card(let id): card(id).map(Page.card) ?? .gone(request)
        case .visits(let id):
            .visits(VisitsPage(conversation: id, visits: visits[id] ?? []))
        case .questions(let query): .questions(page(query))
        case .tours(let query): .tours(page(query))
        case .question(let id): questionCards[id].map(Page.question) ?? .gone(request)
        case .booking(let query): .booking(page(query))
        case .attention: .attention(AttentionPage(rows: attention))
        case .emails(let query): .emails(page(query))
        case .insights(let query):
            .insights(InsightsPage(query: query, facts: facts(query.days), readAt: Self.now))
        case .report(let day): .report(report(of: day))
        case .shift(let query): .shift(page(query))
        case .knowledge(let query): .knowledge(KnowledgePage(query: query, rows: knowledge))
        case .absence(let query):
            .absence(
                AbsencePage(
                    query: query,
                    agents: agents,
                    tours: query.from == nil ? [] : absentTours,
                    tasks: query.from == nil ? [] : absentTasks
                )
            )
        case .duplicates(let query):
            .duplicates(DuplicatesPage(query: query, pairs: duplicates))
        case .office(let id): office(id).map(Page.office) ?? .gone(request)
        }
    }

    private func page(_ query: BookingQuery) -> BookingPage {
        let property = overview.properties.first { $0.id == query.property }
        return BookingPage(
            query: query,
            office: BookingOffice(
                property: query.property,
                zone: property?.zone ?? .utc,
                hours: property?.hours ?? .unknown,
                agents: Set(agents.map(\.id))
            ),
            tours: tours.filter { $0.property == query.property }.map(BookedTour.init),
            names: Dictionary(
                tours.map { ($0.id, $0.prospect) },
                uniquingKeysWith: { $1 }
            ),
            agents: agents
        )
    }

    private func page(_ query: EmailQuery) -> EmailPage {
        var counts: [EmailFilter: Int] = [:]
        for filter in EmailFilter.allCases {
            counts[filter] = emails.count { filter.shows($0.state) }
        }
        return EmailPage(
            query: query,
            rows: emails.filter {
                query.filter.shows($0.state)
                    && (query.property == nil || $0.property == query.property)
            },
            counts: counts,
            campaigns: campaigns
        )
    }

    private func office(_ id: PropertyID) -> OfficePage? {
        overview.properties.first { $0.id == id }.map { property in
            OfficePage(
                property: id,
                name: property.name,
                zone: nil,
                assumedZone: property.zone.name,
                bufferMinutes: 15,
                noticeMinutes: nil,
                assignments: assignments,
                colleagues: agents
            )
        }
    }

    private func page(_ query: LeadQuery) -> LeadPage {
        let rows = sorted(leads.filter { passes($0, query.filter) }, by: query.order)
        let window: Range<Int>
        switch query.anchor {
        case .first: window = 0..<min(rows.count, query.reach)
        case .last: window = max(0, rows.count - query.reach)..<rows.count
        case .around(let id):
            let here = rows.firstIndex { $0.id == id } ?? 0
            window = max(0, here - query.reach)..<min(rows.count, here + query.reach + 1)
        }
        return LeadPage(
            query: query,
            rows: Array(rows[window]),
            offset: window.lowerBound,
            total: rows.count
        )
    }

    private func passes(_ lead: LeadRow, _ filter: LeadFilter) -> Bool {
        filter.words.allSatisfy { word in
            "\(lead.name ?? "") \(lead.lastLine ?? "")".lowercased().contains(word.lowercased())
        }
            && filter.conditions.allSatisfy { condition in
                switch condition {
                case .hot: lead.isHot
                case .waiting: lead.waitingSince != nil
                case .unread: lead.isUnread
                case .scoreAbove(let score): (lead.score ?? 0) > score
                case .at(let property): lead.property == property
                default: true
                }
            }
    }

    private func sorted(_ rows: [LeadRow], by order: LeadOrder) -> [LeadRow] {
        let never = Timestamp(microseconds: .max)
        switch order {
        case .waiting:
            return rows.sorted {
                ($0.waitingSince ?? never, $0.id) < ($1.waitingSince ?? never, $1.id)
            }
        case .score: return rows.sorted { (-($0.score ?? 0), $0.id) < (-($1.score ?? 0), $1.id) }
        case .newest, .moveIn: return rows.sorted { $0.id < $1.id }
        }
    }

    private func page(_ query: TranscriptQuery) -> TranscriptPage? {
        guard let all = transcripts[query.conversation] else { return nil }
        let window: Range<Int>
        switch query.anchor {
        case .end: window = max(0, all.count - query.limit)..<all.count
        case .beginning: window = 0..<min(all.count, query.limit)
        case .around(let id):
            let here = all.firstIndex { $0.id == id } ?? all.count
            let half = query.limit / 2
            window = max(0, here - half)..<min(all.count, here + half)
        }
        return TranscriptPage(
            query: query,
            messages: Array(all[window]),
            offset: window.lowerBound,
            total: all.count
        )
    }

    private func search(_ query: TalkSearchQuery) -> TalkSearchPage? {
        transcripts[query.conversation].map { all in
            let matches = all.indices.reversed().filter {
                query.sought.range(in: all[$0].text[...]) != nil
            }
            return TalkSearchPage(
                query: query,
                matches: matches.map { TalkMatch(id: all[$0].id, place: $0) },
                isWhole: true
            )
        }
    }

    private func card(_ id: ConversationID) -> LeadCard? {
        cards[id] ?? leads.first { $0.id == id }.map { LeadCard(lead: $0) }
    }

    private func page(_ query: QuestionQuery) -> QuestionPage {
        let rows = questions.filter {
            (query.words.isEmpty || $0.text.lowercased().contains(query.words.lowercased()))
                && (query.property == nil || $0.property == query.property)
        }
        return QuestionPage(query: query, rows: rows, total: rows.count, answered: 6)
    }

    private func page(_ query: TourQuery) -> TourPage {
        let tours = tours.filter { query.property == nil || $0.property == query.property }
        let rows = tours.filter { (query.from..<query.to).contains($0.localStart.date) }
            .sorted(by: TourRow.standsBefore)
        var counts: [LocalDate: TourCount] = [:]
        for tour in tours {
            let day = tour.localStart.date
            guard query.counted?.contains(day) == true else { continue }
            counts[day, default: TourCount()].add(tour.status, isManaged: tour.manager != nil)
        }
        return TourPage(
            query: query,
            tours: Array(rows.prefix(query.limit)),
            requests: requests,
            total: rows.count,
            counts: counts
        )
    }
}
