import Foundation
import Model
import Testing

/// Where an agent may write, as it travels and as it is asked.
struct WriteAccessTests {
    private static let properties = (1...3).map { PropertyID(high: 1, low: $0) }

    @Test("every split of three properties is told by the shorter list and asked rightly")
    func splits() throws {
        for mask in 0..<8 {
            let writable = Set(
                Self.properties.indices.filter { mask >> $0 & 1 == 1 }.map { Self.properties[$0] }
            )
            let access = WriteAccess(properties: Self.properties, writable: writable)
            for property in Self.properties {
                #expect(access.allows(property) == writable.contains(property), "\(mask)")
            }
            let listed =
                switch access {
                case .everywhere(let but): but.count
                case .only(let properties): properties.count
                }
            #expect(listed <= 1)
            let text = try JSONEncoder().encode(access)
            #expect(try JSONDecoder().decode(WriteAccess.self, from: text) == access)
        }
    }

    @Test("who may write everywhere is told in a few bytes, and so is who may write nowhere")
    func short() throws {
        for (writable, words) in [(Set(Self.properties), #"{"but":[]}"#), ([], #"{"only":[]}"#)] {
            let access = WriteAccess(properties: Self.properties, writable: writable)
            #expect(String(decoding: try JSONEncoder().encode(access), as: UTF8.self) == words)
        }
    }

    @Test("a word of a newer hub that is neither list is not read as a right")
    func strange() {
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode(WriteAccess.self, from: Data(#"{"some":[]}"#.utf8))
        }
    }
}
