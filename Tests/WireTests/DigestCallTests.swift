import Foundation
import Model
import Testing
import Wire

@Suite struct DigestCallTests {
    @Test("what a partner of before ranges says is understood, and it skips what it does not know")
    func olderPartner() throws {
        let request = try WireJSON.decode(DigestRequest.self, Data(#"{"cursor":"c"}"#.utf8))
        #expect(request == DigestRequest(cursor: "c"))
        let answer = try WireJSON.decode(
            DigestResponse.self,
            Data(#"{"isAtCursor":true,"tables":{"message":{"rows":1,"sum":2}}}"#.utf8)
        )
        #expect(answer.parts == nil)
        let plain = String(decoding: WireJSON.encode(DigestRequest(cursor: "c")), as: UTF8.self)
        #expect(plain == #"{"cursor":"c"}"#)
    }

    @Test("ranges, digests and rows come as they went")
    func roundTrip() throws {
        let ids = (1...5).map { RowID(high: UInt64.max / $0, low: $0) }.sorted()
        let range = IDRange(.message, from: ids[0], below: ids[4])
        let request = DigestRequest(
            cursor: "c",
            ranges: [DividedRange(range, bounds: ids[1...3])],
            held: [HeldRange(range, rows: ids.map { HeldRow(id: $0, digest: $0.high ^ 7) })]
        )
        let bytes = Data(WireJSON.encode(request))
        #expect(try WireJSON.decode(DigestRequest.self, bytes) == request)
        let digests = [
            TableDigest(rows: 3, sum: .max), TableDigest(), TableDigest(rows: 9, sum: 1),
        ]
        let answer = DigestResponse(isAtCursor: true, tables: [:], parts: [digests, []])
        #expect(
            try WireJSON.decode(DigestResponse.self, Data(WireJSON.encode(answer))) == answer
        )
    }

    @Test("what is no list of whole items is refused")
    func malformed() {
        for list in ["AAAA", "not Base64", "AAAAAAAAAAAAAAAAAAAAAAA="] {
            let body = Data(
                #"{"cursor":"c","ranges":[{"range":{"table":"tours"},"bounds":"\#(list)"}]}"#.utf8
            )
            #expect(throws: WireError.self, "\(list)") {
                _ = try WireJSON.decode(DigestRequest.self, body)
            }
        }
    }

    @Test("parts of a range cover it, each id is in one, and ranges that overlap are too much")
    func parts() {
        let ids = (1...9).map { RowID(high: $0, low: 0) }
        let divided = DividedRange(
            IDRange(.message, from: ids[0], below: ids[8]),
            bounds: ids[2...4]
        )
        let parts = divided.parts
        #expect(parts.count == 4)
        for id in ids[0..<8] {
            let inside = parts.indices.filter { index in
                parts[index].first <= id && parts[index].last.map { id <= $0 } ?? false
            }
            #expect(inside == [divided.part(of: id)])
        }
        let apart = parts.map { DividedRange($0, bounds: []) }
        #expect(DigestRequest(cursor: "", ranges: apart).isWithinLimits)
        #expect(!DigestRequest(cursor: "", ranges: apart + [divided]).isWithinLimits)
        #expect(IDRange(.message, below: RowID(high: 0, low: 0)).last == nil)
    }
}
