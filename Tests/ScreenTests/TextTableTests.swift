import Testing

@testable import Screen

struct TextTableTests {
    @Test("keys come with their values and the lines they stand on")
    func entries() throws {
        let table = try TextTable(
            "# ours\ntheme = \"dark\"\n\nquit = [\"q\", \"Q\"]\n\"mouse\" = true\nx = 3\ny = 1.5\n"
        )
        #expect(
            table.entries == [
                .init(key: "theme", value: .text("dark"), line: 2),
                .init(key: "quit", value: .texts(["q", "Q"]), line: 4),
                .init(key: "mouse", value: .flag(true), line: 5),
                .init(key: "x", value: .number(3), line: 6),
                .init(key: "y", value: .other, line: 7),
            ]
        )
    }

    @Test("what is no TOML is named by its line")
    func broken() {
        #expect { try TextTable("theme = \"dark\"\nmouse = \n") } throws: { error in
            let problem = error as? FileProblem
            return problem?.sentence(in: "desk.toml").hasPrefix("desk.toml:2: ") == true
        }
    }
}
