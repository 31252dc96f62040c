import Foundation
import Model

extension Check {
    /// Whether a row with these columns breaks it; NULL breaks no check, as in SQL.
    func isBroken(_ columns: [String], _ values: [FieldValue]) -> Bool {
        func value(_ name: String) -> FieldValue {
            columns.firstIndex(of: name).map { values[$0] } ?? .null
        }
        switch self {
        case .notNegative(let column):
            return compare(value(column), .integer(0)) == .orderedAscending
        case .oneOf(let column, let allowed):
            guard case .text(let text) = value(column) else { return false }
            return !allowed.contains(text)
        case .notBelow(let column, let other):
            return compare(value(column), value(other)) == .orderedAscending
        case .above(let column, let other):
            let order = compare(value(column), value(other))
            return order != nil && order != .orderedDescending
        }
    }

    /// What the check asks for, behind “expected”.
    var expectation: String {
        switch self {
        case .notNegative: "expected a number that is not negative"
        case .oneOf(_, let values): "expected one of \(values.joined(separator: ", "))"
        case .notBelow(_, let other): "expected no less than \(other)"
        case .above(_, let other): "expected more than \(other)"
        }
    }

    /// Numbers as numbers, days and instants as their texts of fixed width; nil with a NULL.
    private func compare(_ left: FieldValue, _ right: FieldValue) -> ComparisonResult? {
        switch (number(left), number(right)) {
        case (let left?, let right?):
            return left < right
                ? .orderedAscending : left > right ? .orderedDescending : .orderedSame
        default:
            guard case .text(let left) = left, case .text(let right) = right else { return nil }
            return left < right
                ? .orderedAscending : left > right ? .orderedDescending : .orderedSame
        }
    }

    private func number(_ value: FieldValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .text(let text): Double(text)
        case .null, .boolean, .id: nil
        }
    }
}
