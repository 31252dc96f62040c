import Model

extension Office {
    /// 14:14 on Monday 23 November 2026 in Los Angeles.
    static let now = Timestamp("2026-11-23T22:14:00Z") ?? Timestamp(microseconds: 0)
    static let zone = Zone("America/Los_Angeles") ?? .utc
    static let dana = AgentID(high: 9, low: 1)
    static let property = PropertyID(high: 8, low: 1)

    /// Minutes before now.
    static func ago(_ minutes: Int) -> Timestamp { now.advanced(by: .seconds(-minutes * 60)) }

    static func lead(
        _ number: UInt64,
        name: String?,
        property: String = "Northgate Residences"
    )
        -> LeadRow
    {
        LeadRow(
            id: ConversationID(high: number << 48 | 0x7f3c, low: number),
            property: Self.property,
            propertyName: property,
            name: name,
            waitingSince: nil,
            score: nil,
            stage: .new,
            session: .live,
            wishes: Wishes(),
            hasContact: name != nil,
            lastLine: nil,
            lastLineSender: nil,
            lastActivity: ago(Int(number)),
            tour: nil,
            wantsTour: false,
            openQuestions: 0,
            isUnread: false,
            isHot: false
        )
    }

    /// The office of the pictures that the desk was designed by.
    static func northgate(properties: Int = 1) -> Office {
        var office = Office(
            overview: overview(properties: properties),
            leads: namedLeads + (10..<47).map { quietLead($0) }
        )
        office.overview.leads = office.leads.count
        office.questions = sampleQuestions
        office.tours = sampleTours
        office.requests = [
            TourRequest(
                conversation: namedLeads[0].id,
                property: property,
                name: "Jordan Pérez",
                askedAt: ago(12)
            )
        ]
        for lead in office.leads { office.transcripts[lead.id] = talk(of: lead) }
        office.cards[namedLeads[0].id] = jordansCard
        return office
    }

    private static func overview(properties: Int) -> Overview {
        let week = (0..<7).map { $0 < 6 ? [540..<1_080] : [] }
        let names = ["Northgate Residences", "Harbor Lofts", "Cedar Court"]
        return Overview(
            agent: AgentName(id: dana, first: "Dana", last: "Whitfield"),
            properties: names.prefix(properties).enumerated().map { index, name in
                PropertyName(
                    id: PropertyID(high: 8, low: UInt64(index + 1)),
                    name: name,
                    zone: zone,
                    hours: OpeningHours(week: week)
                )
            },
            leads: 0,
            waiting: 3,
            questions: 5,
            messages: 812
        )
    }

    static var namedLeads: [LeadRow] {
        var jordan = lead(1, name: "Jordan Pérez")
        jordan.waitingSince = ago(12)
        jordan.score = 92
        jordan.isHot = true
        jordan.isUnread = true
        jordan.wantsTour = true
        jordan.wishes = Wishes(
            size: "2 bed",
            moveIn: LocalDate("2027-01-15"),
            priceFrom: "1800.00",
            priceTo: "2400.00",
            pets: true
        )
        jordan.lastLine = "great, can I see it today after 5?"
        var visitor = lead(2, name: nil)
        visitor.waitingSince = ago(16)
        visitor.score = 81
        visitor.wishes = Wishes(size: "2 bed", pets: true)
        visitor.lastLine = "Do you allow two cats?"
        var mei = lead(3, name: "王 美咲")
        mei.waitingSince = ago(2)
        mei.score = 74
        mei.openQuestions = 1
        mei.wishes = Wishes(size: "studio", moveIn: LocalDate("2026-12-01"))
        mei.lastLine = "is parking included"
        var liam = lead(4, name: "Liam O’Brien")
        liam.score = 88
        liam.tour = Timestamp("2026-11-24T18:30:00Z")
        liam.wishes = Wishes(size: "1 bed")
        var anais = lead(5, name: "Anaïs Silva")
        anais.score = 41
        anais.lastLine = "thank you, I will think about it"
        return [jordan, visitor, mei, liam, anais]
    }

    private static func quietLead(_ number: UInt64) -> LeadRow {
        var lead = lead(number, name: number % 2 == 0 ? nil : "Guest \(number)")
        lead.score = number % 3 == 0 ? nil : Int(number)
        lead.lastLine = "just looking around, thanks"
        return lead
    }

    private static var jordansCard: LeadCard {
        var card = LeadCard(lead: namedLeads[0])
        card.email = "jordan.p@mail.example"
        card.phone = "+1 510 555 0142"
        card.source = "website"
        card.summary = "Looks for a two bedroom on a high floor, has a small dog, moves for work."
        card.occupants = 2
        card.reasonForMoving = "new job"
        card.workLocation = "Oakland"
        card.petDetails = #"{"type": "dog", "weight": "20 lb"}"#
        card.earlierVisits = 2
        card.draftsOpen = 1
        card.metrics = EngagementMetrics(
            counts: ["user_messages_sent": 12, "bot_messages_received": 9],
            flags: ["contact_captured", "incentive_offered"],
            contactMethod: "phone",
            tourType: nil,
            sessionDuration: 840
        )
        return card
    }
}
