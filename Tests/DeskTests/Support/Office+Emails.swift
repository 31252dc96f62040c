import Model

extension Office {
    static func email(
        _ number: UInt64,
        of lead: LeadRow?,
        _ subject: String,
        status: String,
        at time: Timestamp? = nil,
        priority: String = "medium",
        tags: [String] = []
    ) -> EmailRow {
        let state = EmailState(status)
        return EmailRow(
            id: DraftID(high: 4, low: number),
            conversation: lead?.id,
            lead: lead?.name,
            property: property,
            propertyName: "Northgate Residences",
            letter: Letter(
                subject: subject,
                body: "Hi,\n\nthe two bedroom on the third floor is free from 10 January.\n\nDana",
                priority: priority,
                tags: tags,
                sendAt: state == .scheduled ? time : nil
            ),
            state: state,
            statusWord: status,
            createdAt: ago(Int(number) * 60),
            sentAt: state == .sent ? time : nil
        )
    }

    /// An office with emails of every state.
    static func withEmails() -> Office {
        var office = northgate()
        let tomorrow = now.advanced(by: .seconds(68_400))
        office.emails = [
            email(
                1,
                of: namedLeads[0],
                "Your tour on Tuesday",
                status: "scheduled",
                at: tomorrow,
                priority: "high",
                tags: ["reminder"]
            ),
            email(2, of: namedLeads[0], "Two bedroom, third floor", status: "draft"),
            email(3, of: namedLeads[2], "Parking at Northgate", status: "Draft", tags: ["faq"]),
            email(4, of: nil, "Are you still looking?", status: "failed"),
            email(5, of: namedLeads[3], "See you soon", status: "sent", at: ago(600)),
            email(6, of: namedLeads[4], "Thank you", status: "cancelled"),
        ]
        office.campaigns = [
            CampaignRow(
                title: "Winter move-in special",
                propertyName: "Northgate Residences",
                sent: 1_240,
                createdAt: ago(9_000)
            ),
            CampaignRow(
                title: "Open house",
                propertyName: "Northgate Residences",
                sent: 88,
                createdAt: ago(90_000)
            ),
        ]
        return office
    }
}
