/// What the header says, and what every time on the screen is told by.
package struct Overview: Hashable, Sendable {
    /// Whose desk this is; nil until a first sync is through.
    package var agent: AgentName?
    /// The properties on this terminal, by name.
    package var properties: [PropertyName]
    /// Leads in all.
    package var leads: Int
    /// Leads that wait for a person.
    package var waiting: Int
    /// Entries of the questions list.
    package var questions: Int
    /// Messages in all.
    package var messages: Int
    /// At which of the properties the agent may write.
    package var access: WriteAccess
    /// What waits, by property; those where nothing does may be left out.
    package var waits: [PropertyID: PropertyWaits] = [:]

    package init(
        agent: AgentName?,
        properties: [PropertyName],
        leads: Int,
        waiting: Int,
        questions: Int,
        messages: Int,
        access: WriteAccess = .full,
        waits: [PropertyID: PropertyWaits] = [:]
    ) {
        self.agent = agent
        self.properties = properties
        self.leads = leads
        self.waiting = waiting
        self.questions = questions
        self.messages = messages
        self.access = access
        self.waits = waits
    }
}

/// What waits for a person at a property.
package struct PropertyWaits: Hashable, Sendable {
    /// Leads.
    package var waiting: Int
    /// Entries of the questions list.
    package var questions: Int

    package init(waiting: Int, questions: Int) {
        self.waiting = waiting
        self.questions = questions
    }
}

/// A manager as colleagues see them.
package struct AgentName: Hashable, Sendable {
    package var id: AgentID
    package var first: String
    package var last: String

    package init(id: AgentID, first: String, last: String) {
        self.id = id
        self.first = first
        self.last = last
    }
}

/// A property as the desk speaks of it.
package struct PropertyName: Hashable, Sendable {
    package var id: PropertyID
    package var name: String
    /// What its times are shown in.
    package var zone: Zone
    /// When its office is open, for waiting clocks and booking.
    package var hours: OpeningHours

    package init(id: PropertyID, name: String, zone: Zone, hours: OpeningHours) {
        self.id = id
        self.name = name
        self.zone = zone
        self.hours = hours
    }
}
