import Hub
import Model
import Testing
import Wire

/// What a terminal holds, as a model without a database: what a body of changes does to its rows.
struct Terminal {
    let device: Device
    /// Travelling columns by name.
    private(set) var rows: [Table: [RowID: [String: FieldValue]]] = [:]
    private(set) var cursor: String?
    /// Up to which of its mutations the hub says that its rows have them.
    private(set) var acked: Int64?
    /// Where the hub says that its agent may write.
    private(set) var access: WriteAccess?
    /// Everything that was received, for a search of what must not be there.
    private(set) var received: [UInt8] = []
    /// Pages came, and no difference that ends them yet.
    private var isCopying = false

    init(_ number: Int, agent: AgentID) {
        device = Device(
            id: DeviceID(high: 7, low: UInt64(number)),
            agent: agent,
            name: "desk",
            enrolledAt: Timestamp(microseconds: 0),
            lastSeenAt: nil,
            revokedAt: nil
        )
    }

    /// Fetches until there is no more; begins anew where the hub says so.
    mutating func sync(_ hub: ChangeService) async throws {
        while true {
            do throws(Problem) {
                let body = try await hub.changes(for: device, cursor: cursor, wait: 0)
                if cursor == nil { rows = [:] }
                guard try apply(body.bytes) else { return }
            } catch {
                guard error.status == 410 else { throw error }
                cursor = nil
            }
        }
    }

    /// Applies a body; returns whether more must follow.
    mutating func apply(_ bytes: [UInt8]) throws(Problem) -> Bool {
        received += bytes
        do {
            return try bytes.withUnsafeBytes { try read($0) }
        } catch {
            Issue.record("a body that cannot be read: \(error)")
            throw .unavailable
        }
    }

    /// Makes a row another, or none, behind everybody's back.
    mutating func damage(_ table: Table, _ id: RowID, _ row: [String: FieldValue]?) {
        rows[table, default: [:]][id] = row
    }

    func ids(_ table: Table) -> Set<RowID> { Set(rows[table, default: [:]].keys) }

    /// What its rows add up to.
    var digest: [String: TableDigest] {
        var digests = Table.allCases.map { ($0.rawValue, TableDigest()) }
        for table in Table.allCases {
            for row in rows[table, default: [:]].values {
                digests[table.number].1.add(Self.canonical(row, table))
            }
        }
        return Dictionary(uniqueKeysWithValues: digests)
    }

    /// What the parts of a range add up to.
    func digests(of divided: DividedRange) -> [TableDigest] {
        var digests = Array(repeating: TableDigest(), count: divided.bounds.ids.count + 1)
        for (id, row) in rows(in: divided.range) {
            digests[divided.part(of: id)].add(Self.canonical(row, divided.range.table))
        }
        return digests
    }

    /// What it holds of a range.
    func held(_ range: IDRange) -> HeldRange {
        HeldRange(
            range,
            rows: rows(in: range).map { id, row in
                HeldRow(id: id, digest: Self.canonical(row, range.table).digest)
            }
        )
    }

    private func rows(in range: IDRange) -> [RowID: [String: FieldValue]] {
        guard let last = range.last else { return [:] }
        return rows[range.table, default: [:]].filter { range.first <= $0.key && $0.key <= last }
    }

    private static func canonical(_ row: [String: FieldValue], _ table: Table) -> CanonicalRow {
        var canonical = CanonicalRow()
        for column in Catalogue[table].travelling { canonical.field(row[column.name] ?? .null) }
        return canonical
    }

    private mutating func read(_ bytes: UnsafeRawBufferPointer) throws -> Bool {
        var reader = BodyReader(bytes)
        var columns: [Column] = []
        var table = Table.company
        var more = false
        while let line = try reader.next() {
            switch line {
            case .row(let line):
                let row = try row(line, columns)
                guard case .id(let id)? = row["id"] else { throw WireError.malformed("id") }
                rows[table, default: [:]][id] = row
            case .control(.table(let named, let names)):
                table = try #require(named)
                columns = try names.map { try #require(Catalogue[table].column($0)) }
            case .control(.delete(let table, let ids)):
                for id in ids { remove(try #require(table), id) }
            case .control(.leave(let property)): remove(.property, property.cast())
            case .control(.checkpoint(let line)):
                cursor = line.checkpoint
                more = line.more
                acked = line.acked ?? acked
                access = line.access ?? access
            case .control(.begin(let line)): if line.snapshot { isCopying = true }
            case .control(.unknown): break
            }
        }
        if !more {
            if isCopying { dropStrays() }
            isCopying = false
            dropLoneVisitors()
        }
        return more
    }

    /// Pages are of several moments: what hangs below something that came and left goes too.
    private mutating func dropStrays() {
        for schema in Catalogue.tables {
            guard case .parent(let column, .conversation) = schema.scope else { continue }
            let parents = ids(.conversation)
            rows[schema.table] = rows[schema.table, default: [:]].filter { _, row in
                guard case .id(let id)? = row[column] else { return true }
                return parents.contains(id)
            }
        }
    }

    private func row(
        _ line: UnsafeRawBufferPointer,
        _ columns: [Column]
    ) throws -> [String: FieldValue] {
        var scanner = RowScanner()
        try scanner.scan(line)
        var row: [String: FieldValue] = [:]
        for (column, field) in zip(columns, scanner.fields) {
            switch field {
            case .null: row[column.name] = .null
            case .boolean(let value): row[column.name] = .boolean(value)
            case .integer(let value): row[column.name] = .integer(value)
            case .text(let range):
                row[column.name] = value(String(decoding: line[range], as: UTF8.self), column)
            case .escaped(let range):
                let bytes = scanner.unescaped[range]
                row[column.name] = value(String(decoding: bytes, as: UTF8.self), column)
            }
        }
        return row
    }

    private func value(_ text: String, _ column: Column) -> FieldValue {
        column.type == .uuid ? .id(RowID(text)) : .text(text)
    }

    private mutating func remove(_ table: Table, _ id: RowID) {
        rows[table]?[id] = nil
        for (child, column) in Catalogue.children(of: table) {
            for (childID, row) in rows[child, default: [:]] where row[column] == .id(id) {
                remove(child, childID)
            }
        }
    }

    private mutating func dropLoneVisitors() {
        let known = Set(rows[.conversation, default: [:]].values.map { $0["user_id"] ?? .null })
        rows[.user] = rows[.user, default: [:]].filter { known.contains(.id($0.key)) }
    }
}
