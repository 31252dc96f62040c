/// Where a TOML file says what: its parser keeps the places of errors only.
struct TOMLLines {
    private let lines: [Substring]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The line, counted from 1, where a key of a section is set; a section's own where there is
    /// no section to look in.
    func line(of key: String, in section: String?) -> Int? {
        var current: Substring?
        for (index, line) in lines.enumerated() {
            let line = line.drop { $0 == " " || $0 == "\t" }
            if line.first == "[" {
                current = line.dropFirst().prefix { $0 != "]" }
                if section == nil, current == Substring(key) { return index + 1 }
            } else if current == section.map({ Substring($0) }), Self.sets(line, key) {
                return index + 1
            }
        }
        return nil
    }

    private static func sets(_ line: Substring, _ key: String) -> Bool {
        let rest = line.drop { $0 == "\"" || $0 == "'" }
        guard rest.hasPrefix(key) else { return false }
        return rest.dropFirst(key.count).first.map { " \t=\"'".contains($0) } ?? false
    }
}
