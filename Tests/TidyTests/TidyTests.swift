import Testing

struct TidyTests {
    @Test("every target imports what the architecture allows, and pure ones do nothing")
    func walls() {
        let found = SourceTree.sources.flatMap(Walls.findings)
        #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
    }

    @Test("no line is too wide, no function or file too long, no escape unexplained")
    func house() {
        let found = (SourceTree.sources + SourceTree.tests).flatMap(House.findings)
        #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
    }

    @Test("every type and function that other targets use says what it is for")
    func documented() {
        let met = House.requirements(SourceTree.sources)
        let found = SourceTree.sources.flatMap { House.undocumented($0, met: met) }
        #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
    }

    @Test("every target stands in the walls, in the manifest and in README's map")
    func map() throws {
        let manifest = try SourceTree.text("Package.swift")
        let readme = try SourceTree.text("README.md")
        let targets = Set(SourceTree.sources.map(\.target))
        for target in targets.sorted() {
            #expect(Walls.allowed[target] != nil, "\(target) has no wall")
            #expect(manifest.contains("\"\(target)\""), "\(target) is not in the manifest")
            #expect(readme.contains("`\(target)`"), "\(target) is not in README's map")
        }
        #expect(Set(Walls.allowed.keys) == targets)
    }

    @Test("the checks themselves find what they are for")
    func seenFailing() {
        func file(_ text: String, _ path: String = "Sources/Model/Sample.swift") -> SourceTree.File
        {
            SourceTree.File(path: path, text: text)
        }
        #expect(Walls.findings(file("import GRDB")).count == 1)
        #expect(Walls.findings(file("package import GRDB")).count == 1)
        #expect(Walls.findings(file("let now = Date()")).count == 1)
        #expect(Walls.findings(file("/// Not Date() here.")).isEmpty)
        #expect(Walls.findings(file("let now = Date()", "Sources/Link/Sample.swift")).isEmpty)
        #expect(House.findings(file(String(repeating: "x", count: 101))).count == 1)
        #expect(House.findings(file(String(repeating: "x\n", count: 700))).count == 1)
        #expect(House.findings(file("let x = tr" + "y! f()")).count == 1)
        #expect(House.findings(file("// It is ours.\nlet x = tr" + "y! f()")).isEmpty)
        let body = String(repeating: "    x()\n", count: 80)
        #expect(House.findings(file("func f() {\n\(body)}\n")).count == 1)
        #expect(House.undocumented(file("package struct A {}")).count == 1)
        #expect(House.undocumented(file("/// What it is.\npackage struct A {}")).isEmpty)
    }
}
