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

    @Test("there are two defaults, three for eyes, and loved ones with their sources")
    func shipping() throws {
        let wanted = [
            "catppuccin", "colour-blind", "dark", "dracula", "gruvbox", "gruvbox-light",
            "high-contrast", "light", "mono",
        ]
        #expect(Self.shipped == wanted)
        for name in ["catppuccin", "dracula", "gruvbox", "gruvbox-light"] {
            let file = Self.folder.appending(path: "\(name).toml")
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(text.contains("https://github.com/") && text.contains("MIT licence"), "\(name)")
        }
    }

    @Test("with few colours, what was worked out can still be read", arguments: shipped)
    func legibleAtDepth(name: String) throws {
        let theme = try library().theme(name)
        for depth in [ColorDepth.c256, .c16] {
            for role in Role.allCases {
                for ground in Ground.allCases where role.stands(on: ground) {
                    let style = theme.style(role, on: ground, depth: depth)
                    guard style.foreground >= 0, style.background >= 0 else { continue }
                    let contrast = Color.of256(style.foreground)
                        .contrast(to: Color.of256(style.background))
                    #expect(
                        contrast >= role.contrast,
                        "\(role) on \(ground) of \(name) at \(depth): \(contrast)"
                    )
                }
            }
        }
    }

    @Test("high contrast is 7:1, WCAG's enhanced contrast, for every text")
    func highContrast() throws {
        let theme = try library().theme("high-contrast")
        for role in Role.allCases where role.contrast > 3 {
            for ground in Ground.allCases {
                let text = try #require(theme.roles[role]?.color)
                let under = try #require(theme.grounds[ground]?.color)
                #expect(text.contrast(to: under) >= 7, "\(role) on \(ground)")
            }
        }
    }

    @Test(
        "what the colour-blind theme tells apart by colour stays apart for every kind of eye",
        arguments: ColorVision.allCases
    )
    func colourBlind(vision: ColorVision) throws {
        let theme = try library().theme("colour-blind")
        let roles = [Role.good, .waiting, .late, .flag, .accent]
        for (index, one) in roles.enumerated() {
            for other in roles[(index + 1)...] {
                let first = try #require(theme.roles[one]?.color)
                let second = try #require(theme.roles[other]?.color)
                #expect(vision.distance(first, second) > 60, "\(one) and \(other)")
            }
        }
    }

    @Test("a selected row is seen with any number of colours", arguments: shipped)
    func selected(name: String) throws {
        let theme = try library().theme(name)
        for depth in ColorDepth.allCases {
            let plain = theme.style(.text, on: .plain, depth: depth)
            let selected = theme.style(.text, on: .selected, depth: depth)
            let isReversed = selected.attributes.contains(.reverse)
            #expect(isReversed || selected.background != plain.background, "\(depth)")
        }
    }

    @Test("what a theme says of a depth holds, and what it does not say is worked out")
    func fallbacks() throws {
        let theme = try ThemeLibrary(texts: [
            "mine": """
            [palette]
            night = "#101018"
            rose = "#c04060"
            [roles]
            text = { color = "rose", c16 = "green", c256 = 33 }
            late = "rose"
            [grounds]
            plain = "night"
            selected = "night"
            """
        ]).theme("mine")
        #expect(theme.style(.text, on: .plain, depth: .c16).foreground == 2)
        #expect(theme.style(.text, on: .plain, depth: .c256).foreground == 33)
        // #c04060 itself has 3.7:1 on the ground; the nearest that can be read is lighter.
        let late = theme.style(.late, on: .plain, depth: .c256)
        #expect(Color.of256(late.foreground).contrast(to: Color.of256(late.background)) >= 4.5)
        #expect(theme.style(.late, on: .plain, depth: .mono).attributes == [.bold, .underline])
        #expect(theme.style(.text, on: .selected, depth: .c16).attributes == [.reverse])
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
