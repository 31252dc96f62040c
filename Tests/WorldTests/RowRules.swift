import Foundation
import Model

/// What the platform's schema asks of one row by itself.
enum RowRules {
    static func faults(of row: TableRow) -> [String] {
        let schema = Catalogue[row.table]
        var faults: [String] = []
        for (column, value) in zip(schema.columns, row.values) {
            if value == .null {
                if !column.isNullable { faults.append("\(column.name) is NULL") }
            } else if !fits(value, column.type) {
                faults.append("\(column.name) is not of its type: \(value)")
            }
        }
        for check in schema.checks where !holds(check, row) { faults.append("breaks \(check)") }
        return faults
    }

    private static func fits(_ value: FieldValue, _ type: ColumnType) -> Bool {
        switch (type, value) {
        case (.uuid, .id), (.boolean, .boolean): true
        case (.integer, .integer(let number)): Int32(exactly: number) != nil
        case (.varchar(let limit), .text(let text)):
            text.unicodeScalars.count <= limit && isStorable(text)
        case (.text, .text(let text)): isStorable(text)
        case (.timestamptz, .text(let text)): Timestamp(text)?.text == text
        case (.timestamp, .text(let text)): LocalDateTime.canonical(text) == text
        case (.date, .text(let text)): LocalDate(text)?.text == text
        case (.decimal, .text(let text)): text.wholeMatch(of: /\d{1,8}\.\d\d/) != nil
        case (.jsonb, .text(let text)): isCanonicalJSON(text)
        default: false
        }
    }

    private static func isStorable(_ text: String) -> Bool { !text.utf8.contains(0) }

    private static func holds(_ check: Check, _ row: TableRow) -> Bool {
        switch check {
        case .notNegative(let column): number(row[column]).map { $0 >= 0 } ?? true
        case .oneOf(let column, let words):
            row[column] == .null || words.contains { row[column] == .text($0) }
        case .notBelow(let column, let other): compare(row[column], row[other]) { $0 >= $1 }
        case .above(let column, let other): compare(row[column], row[other]) { $0 > $1 }
        }
    }

    private static func compare(
        _ left: FieldValue,
        _ right: FieldValue,
        _ order: (Double, Double) -> Bool
    ) -> Bool {
        guard let left = number(left), let right = number(right) else { return true }
        return order(left, right)
    }

    /// Numbers, decimals, days and instants on one scale each.
    private static func number(_ value: FieldValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .text(let text):
            if let number = Double(text) {
                number
            } else if let day = LocalDate(text) {
                Double(day.dayNumber)
            } else {
                Timestamp(text).map { Double($0.microseconds) }
            }
        default: nil
        }
    }

    /// Whether PostgreSQL would write it the same way: a space behind colon and comma, keys by
    /// length and then bytes.
    private static func isCanonicalJSON(_ text: String) -> Bool {
        guard
            let value = try? JSONSerialization.jsonObject(
                with: Data(text.utf8),
                options: .fragmentsAllowed
            )
        else { return false }
        return canonical(value) == text
    }

    private static func canonical(_ value: Any) -> String? {
        switch value {
        case let object as [String: Any]:
            let keys = object.keys.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
            let pairs = keys.compactMap { key in
                object[key].flatMap(canonical).map { "\"\(key)\": \($0)" }
            }
            return "{" + pairs.joined(separator: ", ") + "}"
        case let list as [Any]:
            return "[" + list.compactMap(canonical).joined(separator: ", ") + "]"
        case let text as String: return "\"\(text)\""
        case let number as NSNumber where number.doubleValue != number.doubleValue.rounded():
            return "\(number.doubleValue)"
        case let number as NSNumber:
            let isFlag = CFBooleanType.isBoolean(number)
            return isFlag ? (number.boolValue ? "true" : "false") : number.stringValue
        default: return nil
        }
    }
}

/// Telling JSON's true from its 1: Foundation reads both as numbers.
private enum CFBooleanType {
    static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
