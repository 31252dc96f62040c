import Foundation
import Model
import Replica
import Testing

/// A command that writes, over the layer that knows what of it is safe, and the disk as it was.
struct CutCommand {
    let calls: [DiskCall]
    /// What was kept before, and what is after it.
    let before: [MutationID]
    let after: [MutationID]
    /// After so many calls the write was accepted: `append` returns when its journal is synced.
    let accepted: Int
    private let disk: Disk
    private let scratch: Scratch

    /// Runs it to its end; `isFirst` where there is no outbox yet, which looking would make.
    init(
        _ arguments: [String],
        _ profile: String,
        _ layer: PowerLayer,
        sql: String? = nil,
        isFirst: Bool = false
    ) throws {
        scratch = try Scratch()
        before = isFirst ? [] : try Self.kept(profile)
        disk = try Disk(of: profile)
        let (calls, run) = try layer.calls(of: arguments, profile, sql: sql)
        guard run.status == 0 else { throw Failure("\(arguments): \(run.errors)") }
        self.calls = calls
        after = try Self.kept(profile)
        accepted = Self.accepted(calls)
        #expect(after.count == before.count + 1)
        #expect(accepted > 0, "the journal was not synced")
        try requireWhole(profile)
    }

    private static func accepted(_ calls: [DiskCall]) -> Int {
        var isNoted = false
        for (number, call) in calls.enumerated() where call.path == "outbox.journal" {
            if case .write = call.kind { isNoted = true }
            if case .sync = call.kind, isNoted { return number + 1 }
        }
        return 0
    }

    /// The layer missed no call: all of them make the directory that is there.
    private func requireWhole(_ profile: String) throws {
        var whole = disk
        for call in calls { whole.take(call) }
        let found = try Disk(of: profile).contents(after: .nothing)
        let made = whole.contents(after: .everything)
        #expect(Set(made.keys) == Set(found.keys))
        for (name, bytes) in made where found[name] != bytes {
            throw Failure("the layer missed a write to \(name)")
        }
    }

    /// What an outbox holds, in the order of its making.
    static func kept(_ profile: String) throws -> [MutationID] {
        try Outbox(directory: profile).entries().map(\.id)
    }

    /// A moment at which power was cut, and what was left.
    struct Image {
        var calls: Int
        var cut: Disk.Cut
        var isAccepted: Bool
        var contents: [String: [UInt8]]
    }

    /// What may be left at every moment, each once; `files` are those that matter.
    func images(
        _ cuts: [Disk.Cut],
        of files: (String) -> Bool = { _ in true }
    ) -> [Image] {
        var disk = disk
        var seen: Set<Int> = []
        var images: [Image] = []
        for number in 0...calls.count {
            if number > 0 { disk.take(calls[number - 1]) }
            for cut in cuts {
                let contents = disk.contents(after: cut).filter { files($0.key) }
                let image = Image(
                    calls: number,
                    cut: cut,
                    isAccepted: number >= accepted,
                    contents: contents
                )
                var hasher = Hasher()
                hasher.combine(contents)
                hasher.combine(image.isAccepted)
                if seen.insert(hasher.finalize()).inserted { images.append(image) }
            }
        }
        return images
    }

    /// Puts what was left into a directory of its own; answers it.
    func write(_ image: Image) throws -> String {
        let path = scratch.file("image")
        try disk.write(image.contents, to: path)
        return path
    }

    /// What is wrong with the outbox of an image; nil where nothing is.
    func trouble(_ image: Image) throws -> String? {
        let place = "cut \(image.cut) after call \(image.calls) of \(calls.count)"
        let kept: [MutationID]
        do {
            kept = try Self.kept(try write(image))
        } catch {
            return "\(place): it cannot be opened: \(error)"
        }
        if image.isAccepted { return kept == after ? nil : "\(place): the write is lost" }
        return kept == before || kept == after ? nil : "\(place): kept are \(kept.count)"
    }
}
