import Foundation
import Hub
import Testing

/// CSV as RFC 4180 has it, and as spreadsheets write it.
@Suite struct CSVReaderTests {
    @Test(
        "fields with commas, quotes and line breaks in them, either line ending, with a mark",
        arguments: [1, 2, 3, 7, 1_000]
    )
    func records(chunk: Int) throws {
        let text = "\u{FEFF}a,b,c\r\n1,\"x, \"\"y\"\"\",\"two\nlines\"\n\n,\"\",é💬\r\nlast,,"
        let records = try read(text, chunk: chunk)
        #expect(
            records.map { $0.map(\.text) } == [
                ["a", "b", "c"], ["1", "x, \"y\"", "two\nlines"], ["", "", "é💬"], ["last", "", ""],
            ]
        )
        #expect(records[2].map(\.isQuoted) == [false, true, false])
        #expect(records.map { $0[0].line } == [1, 2, 5, 6])
    }

    @Test("what is no CSV is named by its line")
    func troubles() {
        let cases: [(String, Int)] = [
            ("a\n\"never closed", 2), ("a\nb\n\"x\"y", 3), ("a\nb\"c\n", 2),
            ("a,\"b\nc\"\n\"x\"y", 3),
        ]
        for (text, line) in cases {
            let trouble = #expect(throws: CSVTrouble.self) { try read(text, chunk: 5) }
            #expect(trouble?.line == line, "\(text)")
        }
        let latin = #expect(throws: CSVTrouble.self) { try read([97, 10, 0xe9, 10]) }
        #expect(latin?.line == 2)
        let many = String(repeating: ",", count: 501)
        #expect(throws: CSVTrouble.self) { try read(many, chunk: 100) }
    }

    private func read(_ text: String, chunk: Int) throws -> [[CSVField]] {
        try read(Array(text.utf8), chunk: chunk)
    }

    private func read(_ bytes: [UInt8], chunk: Int = 1_000) throws -> [[CSVField]] {
        var rest = bytes[...]
        var reader = CSVReader {
            defer { rest = rest.dropFirst(chunk) }
            return rest.isEmpty ? nil : Data(rest.prefix(chunk))
        }
        var records: [[CSVField]] = []
        while let record = try reader.record() { records.append(record) }
        return records
    }
}
