import Hub
import Model
import Testing

/// What an agent may do at a property.
struct AccessTests {
    @Test(
        "the lower of the manager's level and the assignment's permissions holds",
        arguments: [
            ("write", nil, AccessLevel.write), ("read", nil, .read), (nil, nil, .read),
            ("admin", nil, .read), ("Write", "{}", .write), ("write", "null", .write),
            ("write", #"{"access": "read"}"#, .read), ("write", #"{"access": "write"}"#, .write),
            ("read", #"{"access": "write"}"#, .read), ("write", #"{"access": "owner"}"#, .read),
            ("write", #"{"level": "write", "access": "read"}"#, .read),
            ("write", #"{"write": true}"#, .write), ("write", #"{"write": false}"#, .read),
            ("write", #"{"write": "true"}"#, .read), ("write", #"{"export": true}"#, .read),
            ("write", #"["read", "write"]"#, .write), ("write", #"["read"]"#, .read),
            ("write", "[]", .read), ("write", #""WRITE""#, .write), ("write", "7", .read),
            ("write", "not JSON", .read),
            ("write", String(repeating: "[", count: 5_000), .read),
        ] as [(String?, String?, AccessLevel)]
    )
    func lower(manager: String?, permissions: String?, level: AccessLevel) {
        #expect(AccessLevel(manager: manager, permissions: permissions) == level)
    }

    @Test("one of several assignments that count gives the right, one that is over gives none")
    func assignments() {
        let (one, other) = (PropertyID(high: 1, low: 1), PropertyID(high: 1, low: 2))
        let access = AgentAccess(
            agent: AgentID(high: 3, low: 1),
            company: nil,
            level: "write",
            assignments: [
                Self.assignment(one, end: nil, #"{"access": "read"}"#),
                Self.assignment(one, end: nil, nil),
                Self.assignment(other, end: nil, #"{"access": "read"}"#),
                Self.assignment(other, end: "2026-11-22", nil),
            ],
            now: Timestamp(microseconds: 1_795_464_000_000_000)
        )
        #expect(access.scope.properties == [one, other])
        #expect(access.writable == [one])
    }

    private static func assignment(
        _ property: PropertyID,
        end: String?,
        _ permissions: String?
    ) -> Assignment {
        Assignment(
            property: property,
            company: nil,
            start: "2026-01-01",
            end: end,
            zoneName: nil,
            state: "CA",
            zip: "94536",
            permissions: permissions
        )
    }
}
