import Foundation
import Model
import Screen
import Testing

@testable import Desk

/// Every view as text at three sizes, the roles of its cells at the smallest, and what three themes
/// make of roles: together they say every cell of every screen.
struct ScreensTests {
    /// A view, and the keys that lead there: zoomed, so that it changes with nothing beside it.
    enum View: String, CaseIterable {
        case leads, conversation, card, search, questions, filter, help, commands, themes
        case following, attention, offline

        var keys: String {
            switch self {
            case .leads, .offline: "z"
            case .conversation: "2z"
            case .card: "2zi"
            case .search: "2z/two<Enter>"
            case .questions: "3z"
            case .filter: "z/hot stage:x"
            case .help: "z?zoom"
            case .commands: "z:open"
            case .themes: "z:theme "
            case .following: "z<Space>"
            case .attention: "7"
            }
        }
    }

    private func station(_ view: View, _ width: Int, _ height: Int) -> Station {
        var office = Office.northgate()
        office.attention = [Self.refused]
        var station = Station(office, width: width, height: height)
        if view == .attention { station.send(.outboxChanged(OutboxSummary(attention: 1))) }
        if view == .offline {
            let since = Office.now.advanced(by: .seconds(-3_600))
            station.send(.freshnessChanged(.offline(since: since, reason: .unreachable)))
        }
        station.press(view.keys)
        return station
    }

    private static let refused = AttentionRow(
        id: MutationID(high: 7, low: 7),
        madeAt: Office.now,
        intent: .logActivity(
            LogActivity(
                conversation: ConversationID(high: 1, low: 1),
                activity: .note,
                note: "prefers the third floor"
            )
        ),
        refusal: Refusal(.readOnly),
        standing: nil
    )

    @Test("every view looks as recorded at three sizes", arguments: View.allCases)
    func texts(view: View) throws {
        for (width, height) in [(80, 24), (132, 36), (200, 50)] {
            let screen = station(view, width, height).screen
            try expectGolden(screen, "\(view.rawValue)-\(width)x\(height)")
        }
    }

    @Test("every cell has the role and the ground that were recorded", arguments: View.allCases)
    func roles(view: View) throws {
        let grid = station(view, 80, 24).desk.view()
        try expectGolden(grid.roles, "\(view.rawValue)-80x24-roles")
    }

    @Test(
        "a role is drawn as recorded on each ground, with 256, 16 and no colours",
        arguments: ["dark", "light", "colour-blind"]
    )
    func theme(name: String) throws {
        let theme = try Self.library.theme(name)
        var lines: [String] = []
        for depth in [ColorDepth.c256, .c16, .mono] {
            let sheet = StyleSheet(theme, depth: depth)
            lines += Role.allCases.map { role in
                let styles = Ground.allCases.map { Self.words(sheet[role, $0]) }
                return "\(depth) \(role.rawValue): " + styles.joined(separator: ", ")
            }
        }
        try expectGolden(lines.joined(separator: "\n") + "\n", "theme-\(name)")
    }

    @Test("no text of any view is drawn outside of what it stands in, at any size")
    func sizes() {
        for view in View.allCases {
            for (width, height) in [(60, 16), (79, 20), (80, 16), (119, 30), (120, 16), (300, 80)] {
                let grid = station(view, width, height).desk.view()
                #expect(grid.width == width && grid.height == height)
                let last = grid.lines[height - 1]
                #expect(!last.contains("┃") && !last.contains("│"), "\(view) at \(width)x\(height)")
            }
            for (width, height) in [(59, 16), (60, 15), (1, 1), (0, 0), (30, 3)] {
                let lines = station(view, width, height).desk.view().lines
                #expect(lines.count == height)
                #expect(width < 40 || lines[0].hasPrefix("Foyer needs 60x16."))
            }
        }
    }

    private static func words(_ style: Style) -> String {
        let names: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
            (.italic, "italic"),
        ]
        let weights = names.filter { style.attributes.contains($0.0) }.map(\.1)
        return (["\(style.foreground)/\(style.background)"] + weights).joined(separator: " ")
    }

    private static let library: ThemeLibrary = {
        let folder = URL(filePath: #filePath).appending(path: "../../../themes").standardizedFileURL
        var texts: [String: String] = [:]
        for name in ["dark", "light", "colour-blind"] {
            let file = folder.appending(path: "\(name).toml")
            texts[name] = try? String(contentsOf: file, encoding: .utf8)
        }
        return ThemeLibrary(texts: texts)
    }()
}
