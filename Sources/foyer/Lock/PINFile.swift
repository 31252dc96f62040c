import Crypto
import CryptoExtras
import Foundation
import Hub
import Model
import Replica

/// The PIN that opens an agent's desk on this terminal, kept as an scrypt hash.
///
/// It keeps who passes by from a desk, not who has the machine: those have the files. Tries are
/// counted on disk before a PIN is looked at, so that killing the program wins none.
struct PINFile: Sendable {
    /// What came of a try.
    enum Verdict: Hashable, Sendable {
        case right
        /// So many tries are left before one must wait.
        case wrong(triesLeft: Int)
        /// None is taken before that moment.
        case wait(until: Timestamp)
    }

    private struct Content: Codable {
        var salt: Data
        var hash: Data
        var rounds: Int
        /// Tries since the last right one.
        var wrong = 0
        /// No try is taken before, microseconds since 1970.
        var until: Int64?
    }

    private let path: String

    /// Belongs to the profile in that directory.
    init(directory: String) {
        path = directory + "/pin.json"
    }

    /// Whether there is one.
    var isSet: Bool { FileManager.default.fileExists(atPath: path) }

    /// Makes these digits the PIN.
    ///
    /// Takes a tenth of a second.
    func set(_ pin: String) throws {
        var chance = SystemRandomNumberGenerator()
        let salt = Data((0..<Self.saltBytes).map { _ in UInt8.random(in: 0...255, using: &chance) })
        let hash = try Self.hash(pin, salt, Self.rounds)
        try write(Content(salt: salt, hash: hash, rounds: Self.rounds))
    }

    /// Whether these digits are the PIN.
    ///
    /// Takes a tenth of a second.
    ///
    /// Five tries are free; each wrong one behind them makes the next wait twice as long, up to an
    /// hour. A file that cannot be read opens nothing.
    func check(_ pin: String, now: Timestamp) throws -> Verdict {
        var content = try read()
        if let until = content.until.map(Timestamp.init(microseconds:)), now < until,
            // A clock that was set back does not lock anybody out for longer than a pause is.
            until.since(now) <= Self.longestPause
        {
            return .wait(until: until)
        }
        content.wrong += 1
        let pause = Self.pause(after: content.wrong)
        content.until = pause.map { now.advanced(by: $0).microseconds }
        try write(content)
        let hash = try Self.hash(pin, content.salt, content.rounds)
        guard isEqualInConstantTime(hash, content.hash) else {
            if let pause { return .wait(until: now.advanced(by: pause)) }
            return .wrong(triesLeft: Self.freeTries - content.wrong)
        }
        content.wrong = 0
        content.until = nil
        try write(content)
        return .right
    }

    /// Forgets the PIN: the terminal was enrolled anew.
    func remove() { unlink(path) }

    private func read() throws -> Content {
        try PrivateFile.check(path)
        return try JSONDecoder().decode(Content.self, from: Data(contentsOf: URL(filePath: path)))
    }

    private func write(_ content: Content) throws {
        let text = String(decoding: try JSONEncoder().encode(content), as: UTF8.self)
        try PrivateFile.replace(path, with: text + "\n")
    }

    private static func hash(_ pin: String, _ salt: Data, _ rounds: Int) throws -> Data {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(pin.utf8),
            salt: salt,
            outputByteCount: 32,
            rounds: rounds,
            blockSize: 8,
            parallelism: 1
        )
        return key.withUnsafeBytes { Data($0) }
    }

    /// Nil while tries are free.
    private static func pause(after wrong: Int) -> Duration? {
        guard wrong >= freeTries else { return nil }
        let doublings = min(wrong - freeTries, 10)
        return min(longestPause, firstPause * (1 << doublings))
    }

    private static let freeTries = 5
    private static let firstPause = Duration.seconds(30)
    private static let longestPause = Duration.seconds(3_600)
    private static let saltBytes = 16
    /// 32 MiB and some 80 ms a try (scrypt's N, with r 8 and p 1).
    private static let rounds = 1 << 15
}
