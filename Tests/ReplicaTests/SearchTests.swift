import Foundation
import Model
import Testing

@testable import Replica

@Suite("Full text finds what an agent types")
struct SearchTests {
    private func found(_ words: [String], in replica: ReplicaWriter) throws -> [String] {
        let filter = LeadFilter(words: words)
        return try replica.leads(LeadQuery(filter: filter, reach: 100)).rows
            .map { $0.name ?? "" }.sorted()
    }

    private func replica(_ profile: Profile) async throws -> ReplicaWriter {
        let names = [
            ("José", "Núñez"), ("王", "美咲"), ("Anna", "Łukasiewicz"), ("Ким", "Оля"),
        ]
        let talks = [
            "Parking, please", "我想看两居室的公寓", "Is it 2-bed?", "Сколько стоит?",
        ]
        let rows = names.enumerated().flatMap { index, name in
            [
                Office.visitor(
                    index + 1,
                    first: name.0,
                    last: name.1,
                    email: "person\(index)@mail.example"
                ),
                Office.conversation(index + 1, visitor: index + 1),
                Office.message(index + 1, in: index + 1, talks[index]),
            ]
        }
        return try await profile.replica(
            of: Office.company() + Office.property(1, name: "Northgate") + rows
        )
    }

    @Test(
        "the beginning of a word is enough, without accents and in any script",
        arguments: [
            (["park"], "José Núñez"), (["nunez"], "José Núñez"),
            (["JOSE", "parking"], "José Núñez"),
            (["person0@mail"], "José Núñez"), (["王"], "王 美咲"), (["美咲"], "王 美咲"),
            (["咲"], "王 美咲"), (["公寓"], "王 美咲"), (["两居"], "王 美咲"), (["оля"], "Ким Оля"),
            (["стоит"], "Ким Оля"), (["2-bed"], "Anna Łukasiewicz"),
        ]
    )
    func finds(words: [String], name: String) async throws {
        let profile = Profile()
        let replica = try await replica(profile)
        #expect(try found(words, in: replica) == [name])
    }

    @Test("the middle of a word, and words that do not all occur, find nothing")
    func findsNothing() async throws {
        let profile = Profile()
        let replica = try await replica(profile)
        #expect(try found(["arking"], in: replica) == [])
        #expect(try found(["parking", "anna"], in: replica) == [])
        #expect(try found(["寓公"], in: replica) == [])
    }

    @Test(
        "no text breaks the search",
        arguments: [
            "\"", "\"\"", "'", "*", "park*", "NEAR(", "a AND", "OR", "NOT", "contact:x", "^", "(",
            ")", "{contact talk}:", "-", "--", "+", "\\", "\0", "a\0b", "\u{1b}[31m", "\u{202e}",
            "\u{1f469}\u{200d}\u{1f467}", "\u{301}", "%", "_", ";DROP TABLE lead;", "",
            String(repeating: "x", count: 100_000),
        ]
    )
    func hostileWords(word: String) async throws {
        let profile = Profile()
        let replica = try await replica(profile)
        _ = try found([word], in: replica)
        _ = try found([word, "park", word], in: replica)
        _ = try found(Array(repeating: word, count: 1_000), in: replica)
        _ = try replica.see(.questions(QuestionQuery(words: word)))
        let property = LeadFilter(conditions: [.property(word), .stage(word)])
        _ = try replica.leads(LeadQuery(filter: property))
    }

    @Test(
        "every hostile string is a row, is found again and breaks nothing",
        // Absent where the shared data is not checked out beside the package.
        .enabled(if: FileManager.default.fileExists(atPath: SharedData.hostile))
    )
    func hostileStrings() async throws {
        let strings = try SharedData.hostileStrings()
        #expect(strings.count > 10)
        let profile = Profile()
        let rows = strings.enumerated().flatMap { index, text in
            [
                Office.visitor(index + 1, first: text, last: text, email: text),
                Office.conversation(index + 1, visitor: index + 1, status: text),
                Office.message(index + 1, in: index + 1, text, type: "unanswered_question"),
                Office.task(index + 1, conversation: index + 1, text, answer: nil),
            ]
        }
        let replica = try await profile.replica(
            of: Office.company() + Office.property(1, name: "Northgate") + rows
        )
        for text in strings { _ = try found([text], in: replica) }
        _ = try await replica.applyDelta(Body.delta(rows, cursor: "again"))
        try await replica.checkFullText()
        for index in strings.indices {
            let id: ConversationID = Office.id(.conversation, index + 1)
            guard
                case .conversation(let page) = try replica.see(
                    .conversation(TranscriptQuery(conversation: id))
                )
            else {
                Issue.record("no transcript of string \(index)")
                continue
            }
            #expect(page.messages.count == 1)
            _ = try replica.see(.card(id))
        }
        _ = try replica.see(.questions(QuestionQuery()))
    }

    @Test("the same question in other letters and signs is one question")
    func normalized() {
        #expect(SearchText.normalized("  Is Parking\nincluded?!") == "is parking included")
        #expect(SearchText.normalized("What's the fee") == SearchText.normalized("Whats the fee?"))
        #expect(SearchText.normalized("👍") == "👍")
        #expect(SearchText.normalized("王美咲") != SearchText.normalized("王"))
    }
}

/// Data that lies beside the repository.
enum SharedData {
    static let directory: String =
        ProcessInfo.processInfo.environment["FOYER_SHARED"]
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared").path

    static let hostile = directory + "/data/hostile.jsonl"

    /// Every string of the file, whatever it is filed under.
    static func hostileStrings() throws -> [String] {
        let text = try String(contentsOfFile: hostile, encoding: .utf8)
        return text.split(separator: "\n").flatMap { line -> [String] in
            let value = try? JSONSerialization.jsonObject(
                with: Data(line.utf8),
                options: .fragmentsAllowed
            )
            if let string = value as? String { return [string] }
            return (value as? [String: Any])?.values.compactMap { $0 as? String } ?? []
        }
    }
}
