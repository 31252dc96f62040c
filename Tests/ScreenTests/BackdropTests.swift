import Testing

@testable import Screen

struct BackdropTests {
    @Test("COLORFGBG tells dark paper from light, and what it does not tell is not guessed")
    func environment() {
        for text in ["15;0", "7;0", "12;default;8", "0;6"] {
            #expect(Backdrop(colorFGBG: text) == .dark, "\(text)")
        }
        for text in ["0;15", "0;default;7", "0;11"] {
            #expect(Backdrop(colorFGBG: text) == .light, "\(text)")
        }
        for text in ["", "0;default", "0;99", "x"] {
            #expect(Backdrop(colorFGBG: text) == nil, "\(text)")
        }
    }

    @Test("paper is light where black is easier to read on it than white")
    func paper() throws {
        let papers: [(String, Backdrop)] = [
            ("#000000", .dark), ("#16191f", .dark), ("#268bd2", .light), ("#fdf6e3", .light),
            ("#606060", .dark),
        ]
        for (hex, wanted) in papers {
            #expect(Backdrop(try #require(Color(hex: hex))) == wanted, "\(hex)")
        }
    }
}
