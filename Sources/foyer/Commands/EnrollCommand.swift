import ArgumentParser
import Foundation
import Link
import Model
import Replica
import Wire

/// `foyer enroll`.
struct EnrollCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enroll",
        abstract: "Make this terminal the agent's, with the code that the operator gave.",
        discussion: """
            A code is good for ten minutes, once. The terminal's secret is shown to nobody and \
            kept in the profile's directory, which only you can read.

            Examples:
              foyer enroll https://hub.homes.example:8700 K7QM2XWP
              foyer enroll http://127.0.0.1:8700 K7QM2XWP --profile ~/foyer-dana
            """
    )

    @Argument(help: "The hub's address: https://…, or http:// on this machine.")
    var url: String

    @Argument(help: "The code.")
    var code: String

    @OptionGroup var options: ProfileOptions

    @Option(
        help: ArgumentHelp(
            "Trust these certificate authorities instead of the system's, PEM.",
            valueName: "file"
        ),
        completion: .file()
    )
    var authorities: String?

    @Flag(help: "Give a profile that is enrolled already to the agent of this code.")
    var replace = false

    func run() throws {
        let directory = options.directory
        let address = try HubAddress(url)
        if directory.isEnrolled, !replace {
            let owner = try directory.load()
            throw Complaint(
                """
                \(directory.path) is \(owner.firstName) \(owner.lastName)'s already; use another \
                --profile, or --replace to enroll it anew
                """
            )
        }
        let authorities = authorities
        let request = EnrollRequest(code: code, deviceName: ProcessInfo.processInfo.hostName)
        let response = try blocking {
            let client = HubClient(
                address: address,
                token: nil,
                authorities: authorities.map { URL(filePath: $0) }
            )
            let result: Result<EnrollResponse, any Error>
            do {
                result = .success(try await client.enroll(request))
            } catch {
                result = .failure(error)
            }
            await client.shutdown()
            return try result.get()
        }
        try dropForeignReplica(of: response.agent, in: directory)
        if directory.isEnrolled { try directory.openOutbox().beginAnew() }
        // Whoever has a code of the operator's is who the terminal belongs to: a PIN that was
        // forgotten goes.
        directory.pin.remove()
        try directory.save(Profile(response, hub: address, authorities: authorities))
        let name = "\(response.firstName) \(response.lastName)"
        Output.say("This terminal is \(name)'s now. Open it: foyer")
    }

    /// What another agent was shown goes before this one's name is on the profile.
    private func dropForeignReplica(of agent: AgentID, in directory: ProfileDirectory) throws {
        guard directory.isEnrolled else { return }
        let before = try directory.load()
        guard before.agent != agent else { return }
        let writer = try directory.openReplica(now: Timestamp(Date()), agent: before.agent)
        let waiting = try directory.openOutbox().counts().waiting
        guard waiting == 0 else {
            throw Complaint(
                """
                \(waiting) writes of \(before.firstName) \(before.lastName) wait in \
                \(directory.path) and are theirs to send; enroll with another --profile
                """
            )
        }
        try blocking { await writer.erase() }
        directory.removeOutbox()
    }
}
