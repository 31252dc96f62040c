import ArgumentParser
import Model
import Replica

/// What every command that writes takes.
struct WriteOptions: ParsableArguments {
    @Flag(help: "Print what became of it as JSON.")
    var json = false

    @OptionGroup var profile: ProfileOptions

    func writing() throws -> Writing {
        do {
            return try Writing(profile.directory)
        } catch {
            throw OutboxTrouble(disk: error) ?? error
        }
    }
}

extension Identifier {
    /// Reads an id that a command was given.
    init(argument text: String, of what: String, from command: String) throws {
        guard let id = Self(text) else {
            throw Complaint("\(text) is no \(what)'s id; \(command) --json lists them")
        }
        self = id
    }
}
