/// How code looks in this house.
enum House {
    static let columns = 100
    static let functionLines = 70
    static let fileLines = 600

    static func findings(_ file: SourceTree.File) -> [Finding] {
        var findings: [Finding] = []
        func found(_ line: Int, _ reason: String) {
            findings.append(Finding(path: file.path, line: line, reason: reason))
        }
        let lines = file.lines
        if lines.count > fileLines { found(0, "is longer than \(fileLines) lines") }
        var function: (line: Int, indent: Int)?
        for (index, line) in lines.enumerated() {
            if line.count > columns { found(index + 1, "is wider than \(columns) columns") }
            if let reason = unexplained(line, above: index > 0 ? lines[index - 1] : "") {
                found(index + 1, reason)
            }
            let indent = line.prefix { $0 == " " }.count
            if isFunction(line), line.last == "{" || line.last == "(" {
                function = (index, indent)
            } else if let open = function, indent == open.indent, line.dropFirst(indent) == "}" {
                if index - open.line + 1 > functionLines {
                    found(open.line + 1, "is a function of more than \(functionLines) lines")
                }
                function = nil
            }
        }
        return findings
    }

    private static func isFunction(_ line: Substring) -> Bool {
        let code = line.drop { $0 == " " }
        return !code.hasPrefix("//") && (code.contains("func ") || code.contains("init("))
    }

    /// An escape from the language's promises without its proof on the line above.
    private static func unexplained(_ line: Substring, above: Substring) -> String? {
        guard !Walls.isComment(line) else { return nil }
        let escapes = [
            "try!", " as! ", "fatalError(", "@unchecked Sendable", "nonisolated(unsafe)",
        ]
        for escape in escapes where line.contains(escape) && !line.contains("\"\(escape)") {
            if !Walls.isComment(above) { return "\(escape) without its proof on the line above" }
        }
        return nil
    }

    /// What protocols of ours ask for: it is documented there, not again where it is met.
    static func requirements(_ files: [SourceTree.File]) -> Set<String> {
        var names: Set<String> = []
        for file in files where file.text.contains("protocol ") {
            for line in file.lines.map({ $0.drop { $0 == " " } }) where line.hasPrefix("func ") {
                names.insert(name(line.dropFirst("func ".count)))
            }
        }
        return names
    }

    private static func name(_ declaration: Substring) -> String {
        String(declaration.prefix { $0.isLetter || $0.isNumber })
    }

    /// `package` declarations that say nothing of themselves.
    static func undocumented(_ file: SourceTree.File, met: Set<String> = []) -> [Finding] {
        var findings: [Finding] = []
        let lines = file.lines.map { $0.drop { $0 == " " } }
        for (index, line) in lines.enumerated() where declares(line) {
            var above = index - 1
            while above >= 0, lines[above].hasPrefix("@") { above -= 1 }
            let isDocumented = above >= 0 && lines[above].hasPrefix("///")
            let isMet =
                line.hasPrefix("package func ")
                && met.contains(name(line.dropFirst("package func ".count)))
            if !isDocumented, !isMet {
                findings.append(
                    Finding(path: file.path, line: index + 1, reason: "is not documented")
                )
            }
        }
        return findings
    }

    /// Types and functions need a sentence; a stored value or a case says what it is by its name.
    private static func declares(_ line: Substring) -> Bool {
        guard line.hasPrefix("package ") else { return false }
        let kinds = ["struct ", "enum ", "final class ", "actor ", "protocol ", "func ", "macro "]
        let rest = line.dropFirst("package ".count)
        let isOperator =
            rest.contains("func ==") || rest.contains("func <") || rest.contains("func +")
        let isWitness = ["hash(into", "encode(to"].contains { rest.contains($0) }
        guard !isOperator, !isWitness else { return false }
        return kinds.contains { kind in
            rest.hasPrefix(kind) || rest.hasPrefix("static \(kind)")
                || rest.hasPrefix("mutating \(kind)")
        }
    }
}
