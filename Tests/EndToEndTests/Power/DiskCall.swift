/// A call with which a program changed what lies below a directory; paths are from there.
struct DiskCall {
    enum Kind {
        case create, makeDirectory, unlink, sync, syncDirectory
        case rename(to: String)
        case write(offset: Int, [UInt8])
        case truncate(Int)
    }

    var kind: Kind
    var path: String

    /// Reads a trace of `power.c`.
    static func all(in trace: [UInt8], below directory: String) throws -> [DiskCall] {
        var calls: [DiskCall] = []
        var place = 0
        while place < trace.count {
            guard let end = trace[place...].firstIndex(of: UInt8(ascii: "\n")) else { break }
            let head = String(decoding: trace[place..<end], as: UTF8.self).split(separator: " ")
            guard head.count == 4, let offset = Int(head[1]), let size = Int(head[2]),
                let length = Int(head[3]), end + 1 + length + size <= trace.count
            else { throw Failure("the trace is torn at byte \(place)") }
            let middle = end + 1 + length
            let path = String(decoding: trace[end + 1..<middle], as: UTF8.self)
            let bytes = Array(trace[middle..<middle + size])
            guard let kind = kind(head[0], offset, bytes, directory) else {
                throw Failure("the trace holds a call that nobody knows: \(head[0])")
            }
            calls.append(DiskCall(kind: kind, path: inner(path, directory)))
            place = middle + size
        }
        return calls
    }

    private static func kind(
        _ letter: Substring,
        _ offset: Int,
        _ bytes: [UInt8],
        _ directory: String
    ) -> Kind? {
        switch letter {
        case "c": .create
        case "m": .makeDirectory
        case "u": .unlink
        case "s": .sync
        case "d": .syncDirectory
        case "r": .rename(to: inner(String(decoding: bytes, as: UTF8.self), directory))
        case "w": .write(offset: offset, bytes)
        case "t": .truncate(offset)
        default: nil
        }
    }

    private static func inner(_ path: String, _ directory: String) -> String {
        String(path.dropFirst(directory.count).drop { $0 == "/" })
    }
}
