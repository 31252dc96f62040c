import Foundation
import Model
import Replica

/// Reads pages of a profile's replica for one command, beside a desk that may be open.
struct ProfileReading {
    let profile: Profile
    let reader: ReplicaReader
    let now: Timestamp

    init(_ directory: ProfileDirectory) throws {
        profile = try directory.load()
        reader = try ReplicaReader(directory: directory.replica)
        now = Timestamp(Date())
    }

    func page(_ request: PageRequest) throws -> Page {
        try reader.page(request, now: now, agent: profile.agent)
    }

    /// The properties and people that the agent works with.
    func overview() throws -> Overview {
        guard case .overview(let overview) = try page(.overview) else {
            throw Complaint("the replica gave no overview")
        }
        return overview
    }
}
