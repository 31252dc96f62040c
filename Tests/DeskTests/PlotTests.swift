import Testing

@testable import Desk

struct PlotTests {
    private let plot = Plot(isASCII: false)
    private let ascii = Plot(isASCII: true)

    @Test("a sparkline is as high as its values, and has gaps where nothing is known")
    func sparkline() {
        #expect(plot.sparkline([0, 1, 4, 8, nil, 8], cells: 20) == "▁▁▄█ █")
        #expect(ascii.sparkline([0, 1, 4, 8, nil, 8], cells: 20) == "__=@ @")
        #expect(plot.sparkline([nil, nil], cells: 2) == "  ")
        #expect(plot.sparkline([0, 0], cells: 2).count == 2)
    }

    @Test("more values than cells are gathered by their mean")
    func gathered() {
        #expect(Plot.gathered([1, 3, 5, 7], cells: 2) == [2, 6])
        #expect(Plot.gathered([1, nil, nil, nil], cells: 2) == [1, nil])
        #expect(Plot.gathered(Array(repeating: 4, count: 90), cells: 7).count == 7)
    }

    @Test("columns fill from the bottom, the highest to the top")
    func columns() {
        #expect(plot.columns([4, 8], cells: 2, rows: 2) == [" ⣿", "⣿⣿"])
        #expect(ascii.columns([1, 4], cells: 2, rows: 2) == [" #", ".#"])
        #expect(plot.columns([], cells: 3, rows: 1) == ["   "])
    }

    @Test(
        "whatever the values, a plot has exactly the room it was given",
        arguments: [1, 7, 30, 90]
    )
    func size(count: Int) {
        for cells in [1, 2, 7, 53, 200] {
            for plot in [plot, ascii] {
                let rows = plot.columns((0..<count).map { $0 * 3 % 11 }, cells: cells, rows: 4)
                #expect(rows.count == 4)
                #expect(rows.allSatisfy { $0.count == cells }, "\(count) in \(cells)")
            }
        }
    }
}
