/// Whether a terminal's own paper is dark or light.
package enum Backdrop: Hashable, Sendable {
    case dark
    case light

    /// What a terminal's paper is, by which of black and white is easier to read on it.
    package init(_ paper: Color) {
        let white = Color(red: 255, green: 255, blue: 255)
        let black = Color(red: 0, green: 0, blue: 0)
        self = paper.contrast(to: white) < paper.contrast(to: black) ? .light : .dark
    }

    /// Reads `COLORFGBG`, in which rxvt, Konsole and others name ink and paper among the 16
    /// colours: `15;0`, or `0;default;15`.
    package init?(colorFGBG text: String) {
        guard let paper = text.split(separator: ";").last.flatMap({ Int($0) }),
            (0...15).contains(paper)
        else { return nil }
        self = paper == 7 || paper > 8 ? .light : .dark
    }

    /// The default theme for it.
    package var theme: String {
        switch self {
        case .dark: "dark"
        case .light: "light"
        }
    }
}
