import Foundation
import Testing

@testable import Screen

struct ThemeTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../themes")

    private static let shipped: [String] = {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
        return (files ?? []).filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
            .sorted()
    }()

    private func library() throws -> ThemeLibrary {
        var texts: [String: String] = [:]
        for name in Self.shipped {
            let file = Self.folder.appending(path: "\(name).toml")
            texts[name] = try String(contentsOf: file, encoding: .utf8)
        }
        return ThemeLibrary(texts: texts)
    }

    @Test("every shipped theme names every role and every ground", arguments: shipped)
    func whole(name: String) throws {
        let theme = try library().theme(name)
        #expect(Role.allCases.filter { theme.roles[$0] == nil } == [])
        #expect(Ground.allCases.filter { theme.grounds[$0] == nil } == [])
    }

    @Test("every role of every shipped theme can be read on every ground", arguments: shipped)
    func legible(name: String) throws {
        let found = try library().theme(name).illegible()
        #expect(found.isEmpty, "\(found.map { "\($0.role) on \($0.ground): \($0.contrast)" })")
    }

    @Test("with 256 colours, what is near on the cube can still be read", arguments: shipped)
    func legible256(name: String) throws {
        let theme = try library().theme(name)
        for role in Role.allCases {
            for ground in Ground.allCases {
                let style = theme.style(role, on: ground, depth: .c256)
                guard style.foreground >= 0, style.background >= 0 else { continue }
                let contrast = Color.of256(style.foreground)
                    .contrast(to: Color.of256(style.background))
                let isFrame = role == .border || role == .focusedBorder
                if isFrame, ground == .selected || ground == .resting { continue }
                let wanted = isFrame || role == .stale ? 2.8 : 4.0
                #expect(contrast >= wanted, "\(role) on \(ground) in \(name)")
            }
        }
    }

    @Test("the two defaults are compiled in as their files say")
    func compiledIn() throws {
        for (name, text) in BuiltInThemes.texts {
            let file = Self.folder.appending(path: "\(name).toml")
            #expect(text == (try String(contentsOf: file, encoding: .utf8)), "\(name).toml")
        }
    }

    @Test("contrast is what WCAG says of known pairs")
    func contrast() throws {
        let white = try #require(Color(hex: "#ffffff"))
        let black = try #require(Color(hex: "#000000"))
        let grey = try #require(Color(hex: "#767676"))
        #expect(abs(white.contrast(to: black) - 21) < 0.01)
        #expect(abs(white.contrast(to: grey) - 4.54) < 0.01)
    }

    @Test("without colours every role stays told apart by weight alone where it must")
    func mono() throws {
        for name in Self.shipped {
            let sheet = StyleSheet(try library().theme(name), depth: .mono)
            #expect(sheet[.text, .plain].foreground == -1)
            #expect(sheet[.text, .selected].attributes.contains(.reverse), "\(name)")
            #expect(sheet[.late, .plain].attributes != sheet[.text, .plain].attributes, "\(name)")
        }
    }

    @Test("a wrong key is named with its file, its line and the nearest right one")
    func wrongKeys() {
        let library = ThemeLibrary(texts: [
            "mine": """
            extends = "dark"
            [roles]
            waitng = "ink"
            """,
            "colour": "extends = \"dark\"\n[roles]\ntext = \"inkk\"\n",
            "broken": "[roles\n",
            "circle": "extends = \"circle\"\n",
            "orphan": "extends = \"drak\"\n",
        ])
        let wanted = [
            "mine": "themes/mine.toml:3: waitng is not known here; did you mean waiting?",
            "colour": "themes/colour.toml:3: the palette has no inkk; did you mean ink?",
            "circle": "themes/circle.toml: extends itself in a circle",
            "orphan": "themes/orphan.toml: there is no theme drak; did you mean dark?",
        ]
        for (name, sentence) in wanted {
            #expect { try library.theme(name) } throws: { "\($0)" == sentence }
        }
        #expect { try library.theme("broken") } throws: {
            "\($0)".hasPrefix("themes/broken.toml:1: ")
        }
    }
}
