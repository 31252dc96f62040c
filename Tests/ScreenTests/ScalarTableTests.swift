import Foundation
import Glibc
import Testing

@testable import Screen

/// glibc's function, which Swift's module of it leaves out.
private let wcwidth = unsafeBitCast(
    dlsym(nil, "wcwidth"),
    to: (@convention(c) (Int32) -> Int32).self
)

struct ScalarTableTests {
    /// What the table should say of a scalar: what glibc 2.36 (Unicode 14) knows the width of and
    /// what draws something by itself.
    static func wanted(_ scalar: Unicode.Scalar) -> ScalarClass {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator, .enclosingMark:
            return .refused
        case .spaceSeparator where scalar != " ":
            return .refused
        default:
            break
        }
        if properties.isDefaultIgnorableCodePoint || properties.isVariationSelector {
            return .refused
        }
        if (0x1F1E6...0x1F1FF).contains(scalar.value) { return .refused }
        guard let age = properties.age, age.major <= 14 else { return .refused }
        switch wcwidth(Int32(scalar.value)) {
        case 0: return .mark
        case 1: return .narrow
        case 2: return .wide
        default: return .refused
        }
    }

    @Test("the table of scalars says of each what glibc says; RECORD=1 writes it anew")
    func table() throws {
        setlocale(LC_CTYPE, "C.UTF-8")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" { try record() }
        var wrong: [UInt32] = []
        for value in UInt32(0)...0x10_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if ScalarClass.of(scalar) != Self.wanted(scalar) { wrong.append(value) }
        }
        let count = wrong.count
        #expect(count == 0, "first: \(wrong.prefix(5).map { String($0, radix: 16) })")
    }

    private func record() throws {
        var numbers: [String] = []
        var open: (first: UInt32, kind: ScalarClass)?
        for value in UInt32(0xA0)...0x11_0000 {
            let kind = Unicode.Scalar(value).map(Self.wanted) ?? .refused
            if let current = open, current.kind != kind {
                if current.kind != .refused {
                    let first = UInt32(current.kind.rawValue) << 24 | current.first
                    numbers.append("0x" + String(first, radix: 16, uppercase: true))
                    numbers.append("0x" + String(value - 1, radix: 16, uppercase: true))
                }
                open = (value, kind)
            } else if open == nil {
                open = (value, kind)
            }
        }
        var text = """
            /// The scalars that are drawn, in ranges of one class.
            ///
            /// Two numbers a range: its first scalar, with its class in the highest byte, and its
            /// last.
            /// Written by `ScalarTableTests` with `RECORD=1` from glibc's `wcwidth` and Unicode 14.
            enum ScalarTable {
                static let ranges: [UInt32] = [

            """
        for start in stride(from: 0, to: numbers.count, by: 8) {
            let line = numbers[start..<min(start + 8, numbers.count)].joined(separator: ", ")
            text += "        \(line),\n"
        }
        text += "    ]\n}\n"
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let file = folder.appending(path: "../../Sources/Screen/Text/ScalarTable.swift")
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
}
