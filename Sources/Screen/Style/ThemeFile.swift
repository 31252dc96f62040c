internal import TOMLKit

/// A theme as its file says it, before what it extends is known.
struct ThemeFile {
    let name: String
    private(set) var extends: String?
    private(set) var palette: [String: Entry<Color>] = [:]
    private(set) var roles: [String: Entry<RawPaint>] = [:]
    private(set) var grounds: [String: Entry<RawPaint>] = [:]

    /// A value with the line that it stands on.
    struct Entry<Value> {
        var value: Value
        var line: Int?
    }

    /// A paint whose colour is still a name of the palette.
    struct RawPaint {
        var color: String?
        var attributes: Attributes = []
        var c256: Int32?
        var c16: Int32?
        var mono: Attributes?
    }

    init(name: String, text: String) throws(ThemeProblem) {
        self.name = name
        var reader = ThemeReader(name: name, text: text)
        try reader.read(into: &self)
    }

    fileprivate mutating func set(extends parent: String) {
        extends = parent
    }

    fileprivate mutating func set(_ color: Entry<Color>, named name: String) {
        palette[name] = color
    }

    fileprivate mutating func set(_ paint: Entry<RawPaint>, of key: String, isGround: Bool) {
        if isGround { grounds[key] = paint } else { roles[key] = paint }
    }
}

/// Reads one file and names what is wrong by its line.
private struct ThemeReader {
    let name: String
    let lines: TOMLLines
    let text: String

    init(name: String, text: String) {
        self.name = name
        self.text = text
        lines = TOMLLines(text)
    }

    mutating func read(into file: inout ThemeFile) throws(ThemeProblem) {
        for (key, value) in try table() {
            switch key {
            case "extends":
                guard let parent = value.string else {
                    throw problem("extends takes the name of a theme", key)
                }
                file.set(extends: parent)
            case "palette": try readPalette(value, into: &file)
            case "roles": try readPaints(value, Role.allCases.map(\.rawValue), key, &file)
            case "grounds": try readPaints(value, Ground.allCases.map(\.rawValue), key, &file)
            default: throw unknown(key, among: ["extends", "palette", "roles", "grounds"], in: nil)
            }
        }
    }

    private func table() throws(ThemeProblem) -> TOMLTable {
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw ThemeProblem(
                theme: name,
                line: error.source.begin.line,
                reason: error.description
            )
        } catch {
            throw ThemeProblem(theme: name, line: nil, reason: "is no TOML")
        }
    }

    private func readPalette(
        _ value: any TOMLValueConvertible,
        into file: inout ThemeFile
    )
        throws(ThemeProblem)
    {
        for (key, value) in value.table ?? TOMLTable() {
            guard let hex = value.string, let color = Color(hex: hex) else {
                throw problem("\(key) takes a colour like \"#d8dee9\"", key, in: "palette")
            }
            file.set(.init(value: color, line: lines.line(of: key, in: "palette")), named: key)
        }
    }

    private func readPaints(
        _ value: any TOMLValueConvertible,
        _ known: [String],
        _ section: String,
        _ file: inout ThemeFile
    ) throws(ThemeProblem) {
        for (key, value) in value.table ?? TOMLTable() {
            guard known.contains(key) else { throw unknown(key, among: known, in: section) }
            let paint = try paint(value, key, section)
            file.set(
                .init(value: paint, line: lines.line(of: key, in: section)),
                of: key,
                isGround: section == "grounds"
            )
        }
    }

    private func paint(
        _ value: any TOMLValueConvertible,
        _ key: String,
        _ section: String
    )
        throws(ThemeProblem) -> ThemeFile.RawPaint
    {
        if let color = value.string { return ThemeFile.RawPaint(color: color) }
        guard let table = value.table else {
            throw problem("\(key) takes a colour's name or { color = … }", key, in: section)
        }
        var paint = ThemeFile.RawPaint()
        for (part, value) in table {
            switch part {
            case "color": paint.color = value.string
            case "attributes": paint.attributes = try attributes(value, key, section)
            case "mono": paint.mono = try attributes(value, key, section)
            case "c256": paint.c256 = try index(value, below: 256, key, section)
            case "c16": paint.c16 = try index(value, below: 16, key, section)
            default:
                let parts = ["color", "attributes", "c256", "c16", "mono"]
                let nearest = Nearest.hint(to: part, among: parts)
                throw problem("\(key) has no \(part)\(nearest)", key, in: section)
            }
        }
        return paint
    }

    private func attributes(
        _ value: any TOMLValueConvertible,
        _ key: String,
        _ section: String
    )
        throws(ThemeProblem) -> Attributes
    {
        var attributes: Attributes = []
        guard let list = value.array else {
            throw problem("\(key) takes attributes as a list of words", key, in: section)
        }
        for word in list {
            let known = Attributes.names.first { $0.name == word.string }
            guard let known else {
                let names = Attributes.names.map(\.name).joined(separator: ", ")
                throw problem("\(key): the attributes are \(names)", key, in: section)
            }
            attributes.insert(known.attribute)
        }
        return attributes
    }

    private func index(
        _ value: any TOMLValueConvertible,
        below end: Int,
        _ key: String,
        _ section: String
    ) throws(ThemeProblem) -> Int32 {
        if let index = value.int, (0..<end).contains(index) { return Int32(index) }
        if let word = value.string, let index = Color.names16.firstIndex(of: word) {
            return Int32(index)
        }
        throw problem("\(key): a colour is 0 to \(end - 1) or a name like red", key, in: section)
    }

    private func unknown(_ key: String, among known: [String], in section: String?) -> ThemeProblem
    {
        let nearest = Nearest.hint(to: key, among: known)
        return problem("\(key) is not known here\(nearest)", key, in: section)
    }

    private func problem(
        _ reason: String,
        _ key: String,
        in section: String? = nil
    )
        -> ThemeProblem
    {
        ThemeProblem(theme: name, line: lines.line(of: key, in: section), reason: reason)
    }
}
