import Foundation
import Model
import Replica
import Testing

@Suite("Nobody else reads or opens a profile")
struct FileTests {
    @Test("a second instance is told who has the profile and since when")
    func secondInstance() throws {
        let profile = Profile()
        let replica = try profile.open()
        let pid = ProcessInfo.processInfo.processIdentifier
        let holder = "process \(pid) since 2026-11-23T14:00:00.000000Z"
        #expect(throws: ReplicaTrouble.owned(holder: holder)) { try profile.open() }
        withExtendedLifetime(replica) {}
    }

    @Test("the profile is free once its owner is gone")
    func freeAgain() throws {
        let profile = Profile()
        do { _ = try profile.open() }
        _ = try profile.open()
    }

    @Test("directory and files are for their owner alone, journals too")
    func modes() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Office.company())
        try await replica.beginGeneration()
        #expect(try mode(profile.directory) == 0o700)
        let names = try FileManager.default.contentsOfDirectory(atPath: profile.directory)
        #expect(names.contains("replica-1.sqlite-wal"))
        for name in names { #expect(try mode(profile.directory + "/" + name) == 0o600, "\(name)") }
        withExtendedLifetime(replica) {}
    }

    @Test("a directory or file that others may read is refused, and so is a link")
    func exposed() async throws {
        let profile = Profile()
        do { _ = try await profile.replica(of: Office.company()) }
        let file = profile.directory + "/replica-1.sqlite"
        try setMode(file, 0o644)
        #expect(throws: ReplicaTrouble.exposed(path: file)) { try profile.open() }
        try setMode(file, 0o600)
        try setMode(profile.directory, 0o755)
        #expect(throws: ReplicaTrouble.exposed(path: profile.directory)) { try profile.open() }
        try setMode(profile.directory, 0o700)
        let elsewhere = profile.directory + "/elsewhere"
        try FileManager.default.moveItem(atPath: file, toPath: elsewhere)
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: elsewhere)
        #expect(throws: ReplicaTrouble.foreign(path: file)) { try profile.open() }
    }

    @Test("another process reads without owning, whether the owner runs or not")
    func readOnly() async throws {
        let profile = Profile()
        #expect(try ReplicaReader(directory: profile.directory).isReady == false)
        do {
            let replica = try await profile.replica(of: Office.company())
            let reader = try ReplicaReader(directory: profile.directory)
            #expect(try reader.rows(of: .company).count == 1)
            _ = try await replica.applyDelta(
                Body.delta(delete: [(.company, [Office.id(.company, 1)])], cursor: "second")
            )
            #expect(try reader.rows(of: .company).isEmpty)
        }
        let reader = try ReplicaReader(directory: profile.directory)
        #expect(try reader.digest()?.cursor == "second")
    }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return attributes[.posixPermissions] as? Int ?? -1
    }

    private func setMode(_ path: String, _ mode: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
}
