extension String {
    /// With spaces behind it, so that a column is so many characters wide.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    /// What others chose to call something, with nothing in it that a terminal obeys.
    var harmless: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse,
                        .surrogate, .unassigned:
                        "\u{FFFD}"
                    default: scalar
                    }
                }
            )
        )
    }
}
