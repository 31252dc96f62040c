import CPostgres
import Foundation
import Model

/// The rows of a result, in PostgreSQL's binary formats, as they lie in libpq's memory.
final class PostgresRows {
    private let result: OpaquePointer?

    /// Takes the result over and frees it in the end.
    init(_ result: OpaquePointer?) {
        self.result = result
    }

    deinit { PQclear(result) }

    var count: Int { Int(PQntuples(result)) }

    /// How many rows an insert, update or delete touched.
    var affected: Int { PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0 }

    // Rows and columns count from 0.

    func isNull(_ row: Int, _ column: Int) -> Bool {
        PQgetisnull(result, Int32(row), Int32(column)) != 0
    }

    /// The value's bytes, valid as long as the rows are.
    func bytes(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(result, Int32(row), Int32(column)),
            count: Int(PQgetlength(result, Int32(row), Int32(column)))
        )
    }

    /// A smallint, integer or bigint; big-endian, as everything binary here.
    func integer(_ row: Int, _ column: Int) -> Int64 {
        let bytes = bytes(row, column)
        return switch bytes.count {
        case 2: Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
        case 4: Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
        case 8: Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
        default: 0
        }
    }

    func boolean(_ row: Int, _ column: Int) -> Bool { bytes(row, column).first == 1 }

    /// Nil for NULL.
    func id(_ row: Int, _ column: Int) -> RowID? {
        let bytes = bytes(row, column)
        return !isNull(row, column) && bytes.count == 16 ? RowID(bytes: bytes) : nil
    }

    func text(_ row: Int, _ column: Int) -> String {
        String(decoding: bytes(row, column), as: UTF8.self)
    }

    func optionalText(_ row: Int, _ column: Int) -> String? {
        isNull(row, column) ? nil : text(row, column)
    }

    func data(_ row: Int, _ column: Int) -> Data { Data(bytes(row, column)) }

    /// A timestamptz; nil for NULL.
    func instant(_ row: Int, _ column: Int) -> Timestamp? {
        isNull(row, column) ? nil : PostgresTime.instant(integer(row, column))
    }

    /// An array of uuid without NULLs: dimensions, flags, type, length and lower bound, then length
    /// and bytes of each (`array_send` of PostgreSQL).
    func ids(_ row: Int, _ column: Int) -> [RowID] {
        let bytes = bytes(row, column)
        let header = 20
        let element = 20
        guard bytes.count >= header else { return [] }
        return stride(from: header, through: bytes.count - element, by: element).map { start in
            RowID(bytes: UnsafeRawBufferPointer(rebasing: bytes[start + 4..<start + 20]))
        }
    }
}
