/// What an absence leaves behind, and whether somebody else can take it.
package struct AbsenceQuery: Hashable, Sendable {
    /// Who is away; nil asks only whom there is.
    package var from: AgentID?
    /// Who stands in; nil is the property's team.
    package var to: AgentID?
    /// Tours that begin then or later stay; nil takes all that are to come.
    package var until: Timestamp?

    package init(from: AgentID? = nil, to: AgentID? = nil, until: Timestamp? = nil) {
        self.from = from
        self.to = to
        self.until = until
    }
}

/// The answer to an `AbsenceQuery`.
package struct AbsencePage: Hashable, Sendable {
    package var query: AbsenceQuery
    /// Those who work at the agent's properties today, by name.
    package var agents: [AgentName]
    /// Tours to come of whoever is away, earliest first.
    package var tours: [AbsentTour]
    /// Their questions that want an answer.
    package var tasks: [RowID]
    /// Their leads.
    package var leads: [ConversationID]

    package init(
        query: AbsenceQuery,
        agents: [AgentName],
        tours: [AbsentTour] = [],
        tasks: [RowID] = [],
        leads: [ConversationID] = []
    ) {
        self.query = query
        self.agents = agents
        self.tours = tours
        self.tasks = tasks
        self.leads = leads
    }
}

/// A tour of somebody who is away.
package struct AbsentTour: Hashable, Sendable {
    package var tour: TourRow
    /// Why whoever stands in cannot give it; nil where nothing is in the way.
    package var obstacle: String?

    package init(tour: TourRow, obstacle: String?) {
        self.tour = tour
        self.obstacle = obstacle
    }
}
