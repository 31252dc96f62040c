import GRDB
import Model

// What is set for a property, and who works there.
extension PageBuilder {
    /// Nil where the property is not here.
    func office(_ id: PropertyID) throws -> OfficePage? {
        let rows = ReplicaRows(db: db)
        guard let property = try rows.row(.property, id.cast()) else { return nil }
        let settings = try rows.rows(.propertySettings, where: "property_id", is: id.cast()).first
        let assumed = Zone.guess(
            state: property.text("state") ?? "",
            zip: property.text("zip_code") ?? ""
        )
        let zone = settings?.text("time_zone")
        let today = (zone.flatMap { Zone($0) } ?? assumed).local(now).date.text
        return OfficePage(
            property: id,
            name: property.text("name") ?? "",
            zone: zone,
            assumedZone: assumed.name,
            bufferMinutes: settings?.integer("buffer_minutes"),
            noticeMinutes: settings?.integer("notice_minutes"),
            assignments: try assignments(of: id, on: today, rows),
            colleagues: try colleagues(property.id("company_id"), rows)
        )
    }

    /// A manager by name; nil where they are not here.
    func agentName(_ id: AgentID?, _ rows: ReplicaRows) throws -> AgentName? {
        guard let id, let record = try rows.row(.propertyManager, id.cast()) else { return nil }
        return AgentName(record)
    }

    private func assignments(
        of property: PropertyID,
        on today: String,
        _ rows: ReplicaRows
    ) throws -> [AssignmentRow] {
        let records = try rows.rows(
            .propertyManagerAssignment,
            where: "property_id",
            is: property.cast()
        )
        let current = try records.compactMap { record -> AssignmentRow? in
            guard let agent = try agentName(record.id("property_manager_id"), rows) else {
                return nil
            }
            let until = record.text("end_date")
            guard until.map({ $0 >= today }) ?? true else { return nil }
            return AssignmentRow(
                id: record.id.cast(),
                agent: agent,
                property: property,
                from: record.text("start_date") ?? "",
                until: until,
                isPrimary: record["is_primary"] == .boolean(true)
            )
        }
        return current.sorted {
            ($0.agent.first, $0.agent.last, $0.from) < ($1.agent.first, $1.agent.last, $1.from)
        }
    }

    private func colleagues(_ company: CompanyID?, _ rows: ReplicaRows) throws -> [AgentName] {
        guard let company else { return [] }
        return try rows.rows(.propertyManager, where: "company_id", is: company.cast())
            .map(AgentName.init).sortedByName()
    }
}

extension AgentName {
    /// A row of `property_manager`.
    init(_ record: Model.Record) {
        self.init(
            id: record.id.cast(),
            first: record.text("first_name") ?? "",
            last: record.text("last_name") ?? ""
        )
    }
}

extension [AgentName] {
    func sortedByName() -> [AgentName] {
        sorted { ($0.first, $0.last, $0.id) < ($1.first, $1.last, $1.id) }
    }
}
