import Foundation
import Glibc
import Testing

/// A company's keys, planted in the hub's database, and everything that leaves it.
struct PlantedKeyTests {
    private static let canary = "sk-canary-7f3c51"

    @Test("a planted key is in no file of a terminal, in no output and in no log of the hub")
    func keys() throws {
        let scratch = try Scratch()
        let talks = [SmallCompany.Talk(name: "Ann", messages: ["is it free?", "yes"])]
        let folder = try SmallCompany(talks: talks).write(to: scratch, "csv")
        try plant(in: folder)
        let database = scratch.file("hub.sqlite")
        _ = try Run.text(Programs.hub, "import", "--database", database, folder)
        #expect(try Self.holders(below: scratch.path).count > 1, "the key is in the hub's database")
        let hub = try HubProcess(database: database)
        let profile = scratch.file("robin")
        try hub.enroll(SmallCompany.email, profile: profile)
        var words = ""
        for arguments in [
            ["sync", "--once"], ["verify"], ["verify", "--repair"], ["leads", "--json"],
            ["status", "--json"], ["questions"], ["tours"],
        ] {
            let run = try Run(Programs.foyer, arguments + ["--profile", profile])
            #expect(run.status == 0, "\(arguments): \(run.errors)")
            words += run.output + run.errors
        }
        for arguments in [["doctor"], ["devices"]] {
            let run = try Run(Programs.hub, arguments + ["--database", database])
            words += run.output + run.errors
        }
        #expect(hub.terminate() == 0)
        words += hub.log
        #expect(words.contains("equal:"))
        #expect(!words.contains(Self.canary))
        #expect(try Self.holders(below: profile) == [])
    }

    /// Gives the company of the files its keys.
    private func plant(in folder: String) throws {
        let path = folder + "/company.csv"
        var lines = try String(contentsOfFile: path, encoding: .utf8)
            .components(separatedBy: "\r\n").filter { !$0.isEmpty }
        lines[0] += ",sendgrid_api_key,amplitude_api_key,openai_api_key"
        lines[1] += String(repeating: ",\(Self.canary)", count: 3)
        try (lines.joined(separator: "\r\n") + "\r\n")
            .write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// The files below a directory that hold the key.
    private static func holders(below directory: String) throws -> [String] {
        let names = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String }
        return try (names ?? []).filter { name in
            let path = directory + "/" + name
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
                !isDirectory.boolValue
            else { return false }
            let bytes = try Data(contentsOf: URL(filePath: path))
            return bytes.firstRange(of: Data(canary.utf8)) != nil
        }
    }
}
