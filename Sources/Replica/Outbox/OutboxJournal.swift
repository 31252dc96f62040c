import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the outbox holds, once more, as lines that are only ever appended: each with a checksum, so
/// that a damaged page of the outbox loses nothing.
///
/// A line is the FNV-1a hash of its text in 16 hexadecimal digits, a blank, and the text: an entry
/// as JSON. The last line of an id is what counts. What does not fit its hash is skipped: a torn
/// end, or damage, takes its own line and no other, since each begins with a line's end too.
struct OutboxJournal {
    let path: String

    /// Appends a line and returns once it is on disk.
    func append(_ text: [UInt8]) throws(ReplicaTrouble) { try append([text]) }

    /// Appends lines and returns once all of them are on disk, which is waited for once.
    func append(_ texts: [[UInt8]]) throws(ReplicaTrouble) {
        guard !texts.isEmpty else { return }
        let isNew = access(path, F_OK) != 0
        let file = open(path, O_CREAT | O_APPEND | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .file(path: path, errno: errno) }
        defer { close(file) }
        let lines = texts.flatMap(Self.line)
        // One write, so that lines of two processes never mix.
        guard write(file, lines, lines.count) == lines.count, fdatasync(file) == 0 else {
            throw .file(path: path, errno: errno)
        }
        guard isNew else { return }
        PrivateFile.synchronize(directory: (path as NSString).deletingLastPathComponent)
    }

    /// The texts of all lines that are whole, in order.
    func texts() -> [[UInt8]] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return data.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard line.count > 17, line[line.startIndex + 16] == UInt8(ascii: " ") else {
                return nil
            }
            let text = Array(line.dropFirst(17))
            return Self.hash(text).utf8.elementsEqual(line.prefix(16)) ? text : nil
        }
    }

    /// Bytes on disk.
    var size: Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? Int) ?? 0
    }

    /// Replaces everything by these lines, in one step.
    func rewrite(_ texts: [[UInt8]]) throws(ReplicaTrouble) {
        let lines = texts.flatMap { Self.line($0) }
        try PrivateFile.replace(path, with: String(decoding: lines, as: UTF8.self))
    }

    private static func line(_ text: [UInt8]) -> [UInt8] {
        Array("\n\(hash(text)) ".utf8) + text + [UInt8(ascii: "\n")]
    }

    /// FNV-1a, 64 bits (Fowler, Noll and Vo; RFC 9923): against damage, not against malice.
    private static func hash(_ text: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
