import Model

/// Rows in memory, all of them in scope.
struct MemoryRows: OfficeRows {
    private(set) var records: [Table: [RowID: Record]] = [:]

    init(_ records: [Record]) {
        for record in records { self.records[record.table, default: [:]][record.id] = record }
    }

    func row(_ table: Table, _ id: RowID) -> Record? { records[table]?[id] }

    func rows(_ table: Table, where column: String, is id: RowID) -> [Record] {
        records[table, default: [:]].values.filter { $0[column] == .id(id) }
            .sorted { $0.id < $1.id }
    }

    func tours(
        of agents: Set<AgentID>,
        at property: PropertyID,
        between times: Range<Timestamp>
    ) -> [Record] {
        records[.tours, default: [:]].values.filter { tour in
            let agent: AgentID? = tour.id("property_manager_id")
            guard let start = tour.instant("tour_datetime"), times.contains(start) else {
                return false
            }
            return tour.id("property_id") == property || agent.map(agents.contains) ?? false
        }
    }

    /// Does what an intent comes to.
    mutating func apply(_ intent: Intent, _ act: Act) throws {
        for write in try intent.rule.writes(act, self) {
            let known = row(write.table, write.id) ?? Record(write.table, write.id, [:])
            records[write.table, default: [:]][write.id] = known.with(write.values)
        }
    }
}
