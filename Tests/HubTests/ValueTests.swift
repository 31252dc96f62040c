import Hub
import Model
import Testing

/// Values as people and other programs write them.
@Suite struct ValueTests {
    @Test("a value is kept in the form in which it travels")
    func parse() throws {
        let cases: [(String, ColumnType, String)] = [
            ("2026-11-10 14:13:00+00", .timestamptz, "2026-11-10T14:13:00.000000Z"),
            ("2026-11-10T09:13:00.5-05:00", .timestamptz, "2026-11-10T14:13:00.500000Z"),
            ("2026-11-23", .date, "2026-11-23"),
            ("0012.5", .decimal(precision: 10, scale: 2), "12.50"),
            ("-0", .decimal(precision: 10, scale: 2), "0.00"),
            (#"{"b":1, "a" : [1,2]}"#, .jsonb, #"{"a": [1, 2], "b": 1}"#),
        ]
        for (text, type, expected) in cases {
            #expect(try FieldText.parse(text, type) == .text(expected), "\(text)")
        }
        #expect(try FieldText.parse("T", .boolean) == .boolean(true))
        #expect(try FieldText.parse("no", .boolean) == .boolean(false))
        #expect(try FieldText.parse("-7", .integer) == .integer(-7))
    }

    @Test("what is no such value is refused")
    func refuse() {
        let cases: [(String, ColumnType)] = [
            ("2026-02-30", .date), ("maybe", .boolean), ("1.5", .integer), ("2147483648", .integer),
            ("1.", .uuid), ("a\0b", .text), ("ééé", .varchar(2)), ("12345678901", .varchar(10)),
            ("999999999.00", .decimal(precision: 10, scale: 2)),
            ("1e3", .decimal(precision: 10, scale: 2)),
            ("{", .jsonb), (String(repeating: "[", count: 10_000), .jsonb), ("", .timestamptz),
        ]
        for (text, type) in cases {
            #expect(throws: FieldText.Mismatch.self, "\(text.prefix(20))") {
                try FieldText.parse(text, type)
            }
        }
    }
}
