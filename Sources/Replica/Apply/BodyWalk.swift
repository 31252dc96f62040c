import Model
import Wire

/// What takes the rows and removals of a body, in order.
protocol BodySink {
    /// Rows of this table follow, with these columns of the other side.
    func table(_ table: Table, columns: [String]) throws
    func row(_ row: ScannedRow) throws
    func delete(_ table: Table, _ ids: [RowID]) throws
    func leave(_ property: PropertyID) throws
}

/// What a body held.
struct BodySummary {
    var begin: BeginLine
    var checkpoint: CheckpointLine
    var rows = 0
    /// Whether it had any line between its first and its last.
    var isNews = false
}

extension BodySummary {
    /// The last line of a body.
    static func checkpoint(of body: [UInt8]) throws -> CheckpointLine {
        try body.withUnsafeBytes { try BodyReader.checkpoint(of: $0) }
    }

    /// Looks for the last line of a body, before a transaction is begun for it.
    static func requireWhole(_ body: [UInt8]) throws {
        _ = try checkpoint(of: body)
    }
}

extension BodySink {
    /// Gives a whole body to this sink.
    ///
    /// The last line is looked for before anything else: what was cut anywhere changes nothing.
    func take(_ body: [UInt8]) throws -> BodySummary {
        try body.withUnsafeBytes { bytes in
            let checkpoint = try BodyReader.checkpoint(of: bytes)
            var reader = BodyReader(bytes)
            guard case .control(.begin(let begin)) = try reader.next() else {
                throw WireError.malformed("beginning of the body")
            }
            var summary = BodySummary(begin: begin, checkpoint: checkpoint)
            var scanner = RowScanner()
            // Nil before the first table.
            var isSkipping: Bool?
            while let line = try reader.next() {
                switch line {
                case .row(let bytes):
                    guard let isSkipping else { throw WireError.malformed("row of no table") }
                    guard !isSkipping else { continue }
                    try scanner.scan(bytes)
                    try scanner.unescaped.withUnsafeBytes { unescaped in
                        let row = ScannedRow(
                            fields: scanner.fields,
                            line: bytes,
                            unescaped: unescaped
                        )
                        try self.row(row)
                    }
                    summary.rows += 1
                    summary.isNews = true
                case .control(let control):
                    isSkipping = try take(control, isSkipping, &summary)
                }
            }
            return summary
        }
    }

    /// Returns whether the rows that follow are of a table that is not known here.
    private func take(
        _ control: ControlLine,
        _ isSkipping: Bool?,
        _ summary: inout BodySummary
    ) throws -> Bool? {
        switch control {
        case .begin, .checkpoint, .unknown, .delete(nil, _):
            return isSkipping
        case .table(nil, _):
            return true
        case .table(let table?, let columns):
            try self.table(table, columns: columns)
            return false
        case .delete(let table?, let ids):
            summary.isNews = true
            try delete(table, ids)
            return isSkipping
        case .leave(let property):
            summary.isNews = true
            try leave(property)
            return isSkipping
        }
    }
}
