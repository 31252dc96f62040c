import Foundation
import Glibc
import Testing

struct KilledTests {
    @Test("failure 36: killed at any moment of its first sync, a terminal completes it")
    func firstSync() throws {
        let scratch = try Scratch()
        let talks = (0..<600).map { number in
            SmallCompany.Talk(
                name: "Visitor \(number)",
                messages: (0..<30).map {
                    "message \($0) of \(number), long enough to be a sentence"
                }
            )
        }
        let folder = try SmallCompany(talks: talks).write(to: scratch, "csv")
        let database = scratch.file("hub.sqlite")
        _ = try Run.text(Programs.hub, "import", "--database", database, folder)
        let hub = try HubProcess(database: database)
        let profile = scratch.file("robin")
        try hub.enroll(SmallCompany.email, profile: profile)
        for bytes in [1, 100_000, 400_000, 1_000_000, 2_000_000] {
            try killOnce(replicaHas: bytes, profile)
        }
        _ = try Run.text(Programs.foyer, "sync", "--once", "--profile", profile)
        let verified = try Run.text(Programs.foyer, "verify", "--profile", profile)
        #expect(verified.hasPrefix("equal:"))
        let count = try Run.text(
            Programs.foyer,
            "leads",
            "--json",
            "--limit",
            "1000",
            "--profile",
            profile
        )
        #expect(count.components(separatedBy: "conversation_id").count - 1 == 600)
    }

    /// Starts a sync and kills it when its files have grown so far, or when it is through.
    private func killOnce(replicaHas bytes: Int, _ profile: String) throws {
        let output = try OutputFile()
        let process = try Spawned(
            Programs.foyer,
            ["sync", "--once", "--profile", profile],
            output: output.descriptor,
            errors: output.descriptor
        )
        try eventually("a replica of \(bytes) bytes") {
            !process.isRunning || size(of: profile + "/replica") >= bytes
        }
        process.kill(SIGKILL)
        _ = process.wait()
    }

    private func size(of directory: String) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.reduce(0) { sum, name in
            let file = try? FileManager.default.attributesOfItem(atPath: "\(directory)/\(name)")
            return sum + (file?[.size] as? Int ?? 0)
        }
    }
}
