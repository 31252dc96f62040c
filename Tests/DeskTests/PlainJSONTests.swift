import Testing

@testable import Desk

struct PlainJSONTests {
    @Test(
        "what the platform keeps as JSON reads like words",
        arguments: [
            (#"{"type": "dog", "breed": "labrador", "weight": 20}"#, "dog, labrador, weight 20"),
            (#"["elevator", "in-unit laundry"]"#, "elevator, in-unit laundry"),
            (#"{"has_yard": true, "count": 3, "noisy": false}"#, "has yard, count 3"),
            (#"[{"type": "cat"}, {"type": "cat"}]"#, "cat, cat"),
            ("two cats", "two cats"), ("", ""), ("{}", ""), ("7", "7"), ("{broken", "{broken"),
        ]
    )
    func words(json: String, words: String) {
        #expect(PlainJSON.words(json) == words)
    }

    @Test("JSON too deep for a decoder is shown as it is")
    func deep() {
        let deep = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
        #expect(PlainJSON.words(deep) == deep)
    }
}
