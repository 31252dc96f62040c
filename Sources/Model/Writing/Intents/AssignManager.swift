/// Gives an agent a property, from a day on.
package struct AssignManager: IntentRule {
    package static let kind = "assign_manager"

    package var property: PropertyID
    package var manager: AgentID
    /// `2026-11-23`, in the property's zone.
    package var from: String
    /// The last day; nil has no end.
    package var until: String?
    package var isPrimary: Bool

    package init(
        property: PropertyID,
        manager: AgentID,
        from: String,
        until: String? = nil,
        isPrimary: Bool = false
    ) {
        self.property = property
        self.manager = manager
        self.from = from
        self.until = until
        self.isPrimary = isPrimary
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        _ = try rows.required(.property, property)
        _ = try rows.required(.propertyManager, manager)
        guard let start = LocalDate(from) else { throw Refusal(.badValue, field: "start") }
        if let until {
            guard let end = LocalDate(until), end >= start else {
                throw Refusal(.badValue, field: "end")
            }
        }
        return [
            .insert(
                .propertyManagerAssignment,
                act.newID("assignment"),
                [
                    "property_id": .id(property), "property_manager_id": .id(manager),
                    "is_primary": .boolean(isPrimary), "start_date": .text(start.text),
                    "end_date": .text(until), "created_at": .instant(act.at),
                    "updated_at": .instant(act.at),
                ]
            )
        ]
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        // It never began: with an end on its first day it would hold until midnight.
        guard let first = LocalDate(from) else { return nil }
        return .endAssignment(
            EndAssignment(
                assignment: act.newID("assignment").cast(),
                lastDay: first.adding(days: -1).text
            )
        )
    }
}

/// Ends an agent's assignment to a property; the row stays.
package struct EndAssignment: IntentRule {
    package static let kind = "end_assignment"

    package var assignment: AssignmentID
    /// `2026-11-23`, in the property's zone; nil takes an end back.
    ///
    /// The day before the first one makes it one that never began.
    package var lastDay: String?

    package init(assignment: AssignmentID, lastDay: String?) {
        self.assignment = assignment
        self.lastDay = lastDay
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let record = try rows.required(.propertyManagerAssignment, assignment)
        var values: [String: FieldValue] = [
            "end_date": .text(lastDay), "updated_at": .instant(act.at),
        ]
        if let lastDay {
            guard let last = LocalDate(lastDay) else { throw Refusal(.badValue, field: "end") }
            if let first = record.text("start_date").flatMap(LocalDate.init), last < first {
                guard last.adding(days: 1) == first else { throw Refusal(.badValue, field: "end") }
                // The platform takes no end before the start.
                values["start_date"] = .text(lastDay)
            }
        }
        return [.update(record, values)]
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        let record = try rows.required(.propertyManagerAssignment, assignment)
        if let lastDay, lastDay < record.text("start_date") ?? "" { return nil }
        return .endAssignment(
            EndAssignment(assignment: assignment, lastDay: record.text("end_date"))
        )
    }
}
