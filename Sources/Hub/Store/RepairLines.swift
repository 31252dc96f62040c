package import Model
package import Wire

/// Compares a scope's rows of ranges, in the order of their ids, with what a terminal holds, and
/// writes what it must be told.
///
/// A row that the terminal holds and the scope does not have is deleted there, whosever it is: its
/// id is the terminal's own word and says nothing.
package struct RepairLines {
    private let limit: Int
    private var deletes = LineWriter()
    private var rows = LineWriter()
    private var table = Table.company
    /// What the terminal holds of the range at hand and was not met yet.
    private var held: [RowID: UInt64] = [:]
    private var last: RowID?
    /// Whether everything that differs is in the lines.
    package private(set) var isWhole = true

    package init(limit: Int) {
        self.limit = limit
        deletes.begin(BeginLine(snapshot: false))
    }

    /// Begins another range.
    package mutating func begin(_ range: HeldRange) {
        table = range.range.table
        held = Dictionary(range.rows.map { ($0.id, $0.digest) }) { $1 }
        last = nil
    }

    /// Takes the scope's next row; returns whether to go on.
    package mutating func row(
        _ id: RowID,
        _ canonical: CanonicalRow,
        write: (inout LineWriter) -> Void
    ) -> Bool {
        last = id
        guard held.removeValue(forKey: id) != canonical.digest else { return true }
        write(&rows)
        isWhole = rows.bytes.count < limit
        return isWhole
    }

    /// Ends the range: what the terminal holds and the scope does not have is to go.
    ///
    /// Where the range was left at the limit, rows behind the last one taken may yet be met.
    package mutating func end() {
        let surplus = held.keys.filter { id in isWhole || last.map { id < $0 } ?? false }
        deletes.delete(table, surplus.sorted())
        held = [:]
    }

    /// Deletes first: a row whose id is damaged is at once surplus and missing.
    package var lines: LineWriter {
        var lines = deletes
        lines.append(rows)
        return lines
    }
}
