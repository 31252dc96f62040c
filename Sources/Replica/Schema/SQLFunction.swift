import GRDB
import GRDBSQLite

/// A function of SQL without chance and without a clock.
///
/// A load calls some for every message: these take their arguments where SQLite has them, at half
/// of what GRDB's own take, which box each.
struct SQLFunction: Sendable {
    /// What it answers.
    enum Answer {
        case integer(Int64?)
        case text(String?)
        /// The argument of that place as it came.
        case argument(Int)
    }

    private let name: String
    private let count: Int32
    private let body: @Sendable (Arguments) -> Answer

    /// `count` is how many arguments it takes, nil for any.
    init(_ name: String, _ count: Int32?, _ body: @escaping @Sendable (Arguments) -> Answer) {
        self.name = name
        self.count = count ?? -1
        self.body = body
    }

    func register(in db: Database) throws {
        let code = sqlite3_create_function_v2(
            db.sqliteConnection,
            name,
            count,
            SQLITE_UTF8 | SQLITE_DETERMINISTIC,
            Unmanaged.passRetained(Box(body)).toOpaque(),
            { context, count, values in
                guard let box = sqlite3_user_data(context) else { return }
                let body = Unmanaged<Box>.fromOpaque(box).takeUnretainedValue().body
                let arguments = Arguments(count: Int(count), values: values)
                SQLFunction.give(body(arguments), arguments, context)
            },
            nil,
            nil,
            { box in
                if let box { Unmanaged<Box>.fromOpaque(box).release() }
            }
        )
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: .init(rawValue: code)) }
    }

    private static func give(_ answer: Answer, _ values: Arguments, _ context: OpaquePointer?) {
        switch answer {
        case .integer(let number?): sqlite3_result_int64(context, number)
        case .text(var text?):
            // SQLite copies it before the buffer is gone.
            let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            text.withUTF8 { bytes in
                let length = UInt64(bytes.count)
                bytes.withMemoryRebound(to: CChar.self) {
                    let start = $0.baseAddress
                    sqlite3_result_text64(context, start, length, copied, UInt8(SQLITE_UTF8))
                }
            }
        case .argument(let index): sqlite3_result_value(context, values.values?[index])
        case .integer(nil), .text(nil): sqlite3_result_null(context)
        }
    }

    private final class Box: Sendable {
        let body: @Sendable (Arguments) -> Answer

        init(_ body: @escaping @Sendable (Arguments) -> Answer) { self.body = body }
    }
}

/// What a function is called with; good for the length of the call.
struct Arguments {
    let count: Int
    fileprivate let values: UnsafeMutablePointer<OpaquePointer?>?

    /// The text of an argument; nil where it is no text.
    func text(_ index: Int) -> String? {
        bytes(index).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether an argument is a number other than zero.
    func flag(_ index: Int) -> Bool {
        sqlite3_value_type(values?[index]) == SQLITE_INTEGER
            && sqlite3_value_int64(values?[index]) != 0
    }

    /// Whether every byte of a text is less than that; what is no text has none.
    func isBelow(_ byte: UInt8, _ index: Int) -> Bool {
        bytes(index)?.allSatisfy { $0 < byte } ?? true
    }

    /// Whether a text begins and ends with a visible character of ASCII: there is nothing to trim.
    func isTidy(_ index: Int) -> Bool {
        guard let bytes = bytes(index), let first = bytes.first, let last = bytes.last else {
            return false
        }
        return (0x21...0x7E).contains(first) && (0x21...0x7E).contains(last)
    }

    private func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
        guard sqlite3_value_type(values?[index]) == SQLITE_TEXT,
            let start = sqlite3_value_text(values?[index])
        else { return nil }
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(values?[index])))
    }
}
