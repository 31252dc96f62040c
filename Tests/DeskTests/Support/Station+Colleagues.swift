import Model

@testable import Desk

extension Office {
    static let luisOrtiz = AgentName(id: AgentID(high: 5, low: 5), first: "Luis", last: "Ortiz")
    static let priyaRao = AgentName(id: AgentID(high: 5, low: 6), first: "Priya", last: "Rao")
}

extension Station {
    /// A desk of an office with colleagues, knowledge, a visitor twice and an absence.
    static func withColleagues(_ width: Int = 120, _ height: Int = 40) -> Station {
        var office = Office.northgate()
        office.agents = [Office.luisOrtiz, Office.priyaRao]
        let tours = office.tours.filter { $0.start > Office.now && $0.status == .scheduled }
        office.absentTours = tours.prefix(3).enumerated().map { index, tour in
            let obstacle = index == 1 ? "There is a tour 10:30–11:00." : nil
            return AbsentTour(tour: tour, obstacle: obstacle)
        }
        office.absentTasks = [RowID(high: 1, low: 1), RowID(high: 1, low: 2)]
        office.knowledge = [
            KnowledgeRow(
                id: KnowledgeID(high: 2, low: 1),
                property: Office.property,
                propertyName: "Northgate Residences",
                question: "Is there a gym?",
                answer: "Weights and two treadmills.",
                isInDoubt: true
            ),
            KnowledgeRow(
                id: KnowledgeID(high: 2, low: 2),
                property: Office.property,
                propertyName: "Northgate Residences",
                question: "Is parking included?",
                answer: "One space per apartment is.",
                isInDoubt: false
            ),
        ]
        office.duplicates = [
            DuplicatePair(
                kept: face(1, "Jordan", "jordan.p@mail.example", "+1 510 555 0142"),
                merged: face(2, nil, nil, "(510) 555-0142"),
                shared: [.phone],
                conversations: [Office.namedLeads[1].id]
            )
        ]
        office.assignments = [
            AssignmentRow(
                id: AssignmentID(high: 3, low: 1),
                agent: Office.luisOrtiz,
                property: Office.property,
                from: "2026-01-01",
                until: nil,
                isPrimary: true
            )
        ]
        return Station(office, width: width, height: height)
    }

    private static func face(
        _ number: UInt64,
        _ first: String?,
        _ email: String?,
        _ phone: String?
    )
        -> VisitorFace
    {
        VisitorFace(
            id: VisitorID(high: 4, low: number),
            contact: .init(first: first, last: nil, email: email, phone: phone)
        )
    }
}
