import Foundation
import Model
import Replica

/// Notes that an agent made while the hub was away, in the outbox of a bench's profile.
struct WaitingNotes {
    private let bench: Workbench

    init(_ bench: Workbench) { self.bench = bench }

    /// Makes the profile's hub the one that listens there now.
    func readdress(to port: UInt16) throws {
        let path = bench.profile + "/profile.json"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let now = text.replacing(/"http:[^"]*"/, with: "\"http://127.0.0.1:\(port)\"")
        try PrivateFile.replace(path, with: now)
    }

    /// Keeps so many, each on one of a hundred leads; returns them as rows for a plain INSERT.
    func keep(_ count: Int) async throws -> [NoteRow] {
        let writer = try ReplicaWriter(
            files: ReplicaFiles(directory: bench.replica, now: .current),
            writes: AgentWrites(agent: bench.agent, outbox: Outbox(directory: bench.profile))
        )
        let request = PageRequest.leads(LeadQuery())
        let page = try await writer.reader.page(request, now: .current, agent: bench.agent)
        guard case .leads(let leads) = page, !leads.rows.isEmpty else {
            throw Complaint("the world has no leads")
        }
        var rows: [NoteRow] = []
        for number in 0..<count {
            let lead = leads.rows[number % min(100, leads.rows.count)].id
            let text = "Prefers the third floor, and asked again about parking: \(number)."
            let note = LogActivity(conversation: lead, activity: .note, note: text)
            _ = try await writer.write(.logActivity(note), at: .current)
            rows.append(NoteRow(conversation: lead, agent: bench.agent, note: text))
        }
        return rows
    }

    /// Throws where any of them is not done.
    func requireDone(_ count: Int) throws {
        let done = try Outbox(directory: bench.profile).entries()
            .filter { $0.state == .applied && $0.intent.kind == "log_activity" }
        guard done.count == count else {
            throw Complaint("\(done.count) of \(count) writes were done")
        }
    }
}

/// A note as the hub keeps it.
struct NoteRow {
    var conversation: ConversationID
    var agent: AgentID
    var note: String
}
