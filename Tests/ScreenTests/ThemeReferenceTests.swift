import Testing

@testable import Screen

struct ThemeReferenceTests {
    @Test("the reference names every role, ground and attribute")
    func whole() {
        let text = ThemeReference.text
        for role in Role.allCases { #expect(text.contains("  \(role.rawValue): \(role.meaning)")) }
        for ground in Ground.allCases {
            #expect(text.contains("  \(ground.rawValue): \(ground.meaning)"))
        }
        for (name, _) in Attributes.names { #expect(text.contains(name)) }
    }

    @Test("the example of the reference is a theme")
    func example() throws {
        let lines = ThemeReference.text.split(separator: "\n", omittingEmptySubsequences: false)
        let indented = lines.drop { !$0.hasPrefix("  #") }
            .prefix { $0.isEmpty || $0.hasPrefix("  ") }
        let example = indented.map { String($0.drop { $0 == " " }) }.joined(separator: "\n")
        let theme = try ThemeLibrary(texts: ["mine": example]).theme("mine")
        #expect(theme.grounds[.plain]?.color == Color(hex: "#101018"))
        #expect(theme.roles[.key]?.attributes == [.bold])
    }
}
