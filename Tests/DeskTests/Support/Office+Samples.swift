import Model

extension Office {
    static func message(
        _ number: UInt64,
        _ sender: Sender,
        _ text: String,
        at: Timestamp?,
        kind: MessageKind = .text
    ) -> TranscriptMessage {
        TranscriptMessage(
            id: MessageID(high: 7, low: number),
            sender: sender,
            text: text,
            at: at,
            kind: kind
        )
    }

    static func talk(of lead: LeadRow) -> [TranscriptMessage] {
        guard lead.name == "Jordan Pérez" else {
            return [
                message(1, .visitor, "Hi there", at: ago(90)),
                message(2, .bot, "Hello! How can I help?", at: ago(90)),
                message(3, .visitor, lead.lastLine ?? "thanks", at: ago(60)),
            ]
        }
        return [
            message(1, .visitor, "hello, do you have parking?", at: ago(1_500)),
            message(2, .bot, "We do: one space per apartment is included.", at: ago(1_499)),
            message(
                3,
                .visitor,
                "Hi, is the two bedroom on the third floor still open?",
                at: ago(16)
            ),
            message(
                4,
                .bot,
                "Yes! Unit 312, $2,250 a month, from 10 January.",
                at: ago(16)
            ),
            message(5, .visitor, "nice. we have a dog, 20 pounds, is that ok?", at: ago(14)),
            message(
                6,
                .bot,
                "Dogs under 50 lb are welcome, $300 deposit, $35 a month.",
                at: ago(14)
            ),
            message(7, .visitor, "great, can I see it today after 5?", at: ago(12)),
            message(
                8,
                .bot,
                "Let me check with the office and get back to you.",
                at: ago(12),
                kind: .handoff
            ),
        ]
    }

    /// A talk of so many messages, a minute apart, the last an hour ago.
    static func longTalk(_ count: Int) -> [TranscriptMessage] {
        (0..<count).map { index in
            message(
                UInt64(index),
                index % 2 == 0 ? .visitor : .bot,
                "message number \(index) of a long talk that goes on and on",
                at: ago(60 + count - index)
            )
        }
    }

    static var sampleQuestions: [QuestionRow] {
        let texts: [(String, QuestionOrigin, Int, Int)] = [
            ("Which gym equipment is there?", .review, 1_500, 2),
            ("¿Hay lavadora en el apartamento?", .message, 190, 1),
            ("Do you accept co-signers?", .knowledge, 130, 1),
            ("Is parking included in the rent?", .task, 41, 3),
            ("Can I paint the walls?", .task, 20, 1),
        ]
        return texts.enumerated().map { index, question in
            QuestionRow(
                id: QuestionID(high: 6, low: UInt64(index)),
                origin: question.1,
                property: property,
                propertyName: "Northgate Residences",
                text: question.0,
                askedAt: ago(question.2),
                askers: question.3,
                conversation: index == 0 ? nil : namedLeads[index - 1].id,
                assignedTo: index == 3 ? dana : nil
            )
        }
    }

    static func tour(
        _ number: UInt64,
        _ prospect: String,
        _ start: String,
        minutes: Int = 30,
        status: TourStatus = .scheduled,
        agent: (id: AgentID, name: String)? = (dana, "Dana W."),
        overlaps: Bool = false
    ) -> TourRow {
        let local =
            Timestamp("\(start)Z").map { Zone.utc.local($0) }
            ?? LocalDateTime(date: LocalDate(dayNumber: 0), secondOfDay: 0)
        return TourRow(
            id: TourID(high: 5, low: number),
            property: property,
            propertyName: "Northgate Residences",
            conversation: namedLeads[Int(number) % namedLeads.count].id,
            prospect: prospect,
            unit: "312, 2 bed",
            start: zone.instant(local),
            localStart: local,
            minutes: minutes,
            type: .inPerson,
            status: status,
            manager: agent?.id,
            managerName: agent?.name,
            overlaps: overlaps
        )
    }

    static var sampleTours: [TourRow] {
        [
            tour(1, "Maria Garcia", "2026-11-23T10:00:00", status: .completed),
            tour(2, "Liam O’Brien", "2026-11-24T10:30:00", overlaps: true),
            tour(3, "Bo Lee", "2026-11-24T10:30:00", overlaps: true),
            tour(4, "Kim", "2026-11-25T10:00:00"),
            tour(5, "Noor Haddad", "2026-11-25T11:00:00", status: .cancelled),
            tour(6, "Priya Patel", "2026-11-27T10:00:00"),
            tour(7, "Olu Ade", "2026-11-23T09:30:00", status: .noShow),
            tour(8, "Ana Costa", "2026-11-23T13:00:00"),
        ]
    }
}

extension Office {
    /// An office of so many leads, the first three of whom wait.
    static func crowded(_ count: Int) -> Office {
        var office = northgate()
        office.leads = (0..<UInt64(count)).map { number in
            var lead = lead(number, name: "Lead \(number)")
            if number < 3 { lead.waitingSince = ago(30 - Int(number)) }
            return lead
        }
        for lead in office.leads { office.transcripts[lead.id] = talk(of: lead) }
        return office
    }

    /// A lead who has waited longer than those of the sample, so that it stands above them.
    static func waitingLead(_ number: UInt64) -> LeadRow {
        var lead = lead(number, name: "New \(number)")
        lead.waitingSince = ago(Int(number))
        return lead
    }
}
