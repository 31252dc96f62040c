import Testing

@testable import Desk

/// The selection of a list, and which of its rows are seen.
struct ListCursorTests {
    private let ids = Array(0..<100)

    private func top(_ cursor: ListCursor<Int>, rows: Int = 10) -> Int {
        cursor.top(of: ids.count, offset: 0, rows: rows)
    }

    @Test("rows stand still until the selection leaves them, and then half a pane goes by")
    func halves() {
        var cursor = ListCursor<Int>()
        cursor.moveToFirst(in: ids, offset: 0)
        var tops: [Int] = []
        for _ in 0..<19 {
            cursor.move(by: 1, in: ids, offset: 0, rows: 10)
            tops.append(top(cursor))
        }
        #expect(cursor.selected == 19)
        #expect(
            tops == Array(repeating: 0, count: 9) + Array(repeating: 5, count: 5)
                + Array(repeating: 10, count: 5)
        )
        for _ in 0..<9 { cursor.move(by: -1, in: ids, offset: 0, rows: 10) }
        #expect((cursor.selected, top(cursor)) == (10, 10))
        cursor.move(by: -1, in: ids, offset: 0, rows: 10)
        #expect((cursor.selected, top(cursor)) == (9, 5))
    }

    @Test("a page goes on from where the last one ended")
    func pages() {
        var cursor = ListCursor<Int>()
        cursor.moveToFirst(in: ids, offset: 0)
        cursor.move(by: 9, in: ids, offset: 0, rows: 10)
        #expect((cursor.selected, top(cursor)) == (9, 0))
        cursor.move(by: 9, in: ids, offset: 0, rows: 10)
        #expect((cursor.selected, top(cursor)) == (18, 9))
    }

    @Test("the last rows are seen with no gap below them, and a pane of two or three goes by one")
    func ends() {
        var cursor = ListCursor<Int>()
        cursor.moveToFirst(in: ids, offset: 0)
        for _ in 0..<200 { cursor.move(by: 1, in: ids, offset: 0, rows: 10) }
        #expect((cursor.selected, top(cursor)) == (99, 90))
        cursor.moveToFirst(in: ids, offset: 0)
        for _ in 0..<3 { cursor.move(by: 1, in: ids, offset: 0, rows: 3) }
        #expect((cursor.selected, top(cursor, rows: 3)) == (3, 1))
    }

    @Test("whichever way one goes, the selected row is seen where it is said to be")
    func seen() {
        var cursor = ListCursor<Int>()
        cursor.moveToFirst(in: ids, offset: 0)
        var state: UInt64 = 5
        for _ in 0..<5_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let step = [1, -1, 3, -3, 4, -4, 9, -9, 40, -40][Int(state >> 33) % 10]
            cursor.move(by: step, in: ids, offset: 0, rows: 10)
            let place = (cursor.selected ?? -1) - top(cursor)
            #expect((0..<10).contains(place) && place == cursor.row)
        }
    }
}
