import GRDB
import GRDBSQLite
import Synchronization

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
    private let isOfFewWords: Bool
    private let body: @Sendable (Arguments) -> Answer

    /// `count` is how many arguments it takes, nil for any.
    ///
    /// One that is of few words takes a text that is one of some, such as a status, and flags: a
    /// connection works out each answer once.
    init(
        _ name: String,
        _ count: Int32?,
        isOfFewWords: Bool = false,
        _ body: @escaping @Sendable (Arguments) -> Answer
    ) {
        self.name = name
        self.count = count ?? -1
        self.isOfFewWords = isOfFewWords
        self.body = body
    }

    func register(in db: Database) throws {
        let code = sqlite3_create_function_v2(
            db.sqliteConnection,
            name,
            count,
            SQLITE_UTF8 | SQLITE_DETERMINISTIC,
            Unmanaged.passRetained(Box(body, isOfFewWords: isOfFewWords)).toOpaque(),
            { context, count, values in
                guard let box = sqlite3_user_data(context) else { return }
                let function = Unmanaged<Box>.fromOpaque(box).takeUnretainedValue()
                let arguments = Arguments(count: Int(count), values: values)
                SQLFunction.give(function.answer(arguments), arguments, context)
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

    /// A function as a connection has it.
    private final class Box: Sendable {
        private let body: @Sendable (Arguments) -> Answer
        private let isOfFewWords: Bool
        /// What was worked out, where it is of few words.
        private let known = Mutex<[Known]>([])

        private struct Known {
            /// Nil for what is no text.
            var word: [UInt8]?
            var flags: UInt8
            var answer: Answer

            func isOf(_ bytes: UnsafeBufferPointer<UInt8>?) -> Bool {
                guard let word, let bytes else { return word == nil && bytes == nil }
                return bytes.elementsEqual(word)
            }
        }

        /// More words than a status has; what comes beyond is worked out each time.
        private static let most = 32

        init(_ body: @escaping @Sendable (Arguments) -> Answer, isOfFewWords: Bool) {
            self.body = body
            self.isOfFewWords = isOfFewWords
        }

        func answer(_ arguments: Arguments) -> Answer {
            guard isOfFewWords else { return body(arguments) }
            let (word, flags) = (arguments.bytes(0), arguments.flags)
            return known.withLock { known in
                if let one = known.first(where: { $0.flags == flags && $0.isOf(word) }) {
                    return one.answer
                }
                let answer = body(arguments)
                guard known.count < Self.most else { return answer }
                // Asked for anew: what was called may have moved the text.
                let word = arguments.bytes(0).map(Array.init)
                known.append(Known(word: word, flags: flags, answer: answer))
                return answer
            }
        }
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

    /// All arguments but the first as flags, a bit each.
    var flags: UInt8 {
        (1..<max(1, count)).reduce(0) { flags, index in flags << 1 | (flag(index) ? 1 : 0) }
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

    fileprivate func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
        guard sqlite3_value_type(values?[index]) == SQLITE_TEXT,
            let start = sqlite3_value_text(values?[index])
        else { return nil }
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(values?[index])))
    }
}
