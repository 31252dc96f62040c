import Foundation
import GRDB
import Model

extension Identifier {
    /// The id of a column of ids; nil for NULL and what is no id.
    init?(_ row: Row, _ column: Int) {
        let id = try? row.withUnsafeData(atIndex: column) { data -> Self? in
            guard let data, data.count == 16 else { return nil }
            return data.withUnsafeBytes { Self(bytes: $0) }
        }
        guard let id = id ?? nil else { return nil }
        self = id
    }
}

extension Timestamp {
    /// The instant of a column of texts; nil for NULL and what is none.
    init?(text row: Row, _ column: Int) {
        guard let text = String.fromDatabaseValue(row[column]) else { return nil }
        self.init(text)
    }

    /// The instant of a column of microseconds; nil for NULL.
    init?(micros row: Row, _ column: Int) {
        guard let value = Int64.fromDatabaseValue(row[column]) else { return nil }
        self.init(microseconds: value)
    }
}
