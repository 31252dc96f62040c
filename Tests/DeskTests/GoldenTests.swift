import Model
import Testing

@testable import Desk

struct GoldenTests {
    @Test(
        "the desk looks as recorded in every layout",
        arguments: [(80, 24), (120, 40), (200, 60), (60, 16), (79, 24), (300, 80), (132, 28)]
    )
    func layouts(width: Int, height: Int) throws {
        let station = Station(width: width, height: height)
        try expectGolden(station.screen, "desk-\(width)x\(height)")
    }
}
