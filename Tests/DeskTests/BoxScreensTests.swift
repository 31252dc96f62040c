import Model
import Screen
import Testing

@testable import Desk

/// Every form and list that lies over the panes and is recorded nowhere else: the box alone, at
/// three sizes, and the roles of its cells at the smallest.
struct BoxScreensTests {
    enum Box: String, CaseIterable {
        case note, call, followUp, letter, template, editLetter, schedule, move, cancel, complete
        case contact, letters, stages, handOff, filters, links, copying

        /// Keys that open it, from the leads.
        var keys: String {
            switch self {
            case .note: "eprefers the third floor"
            case .call: "p"
            case .followUp: "f"
            case .letter: "m"
            case .template: "m<Right><Right>"
            case .editLetter: "5e"
            case .schedule: "5smon 10:30"
            case .move: "4A^jjjmthu 3pm"
            case .cancel: "4A^jjjx"
            case .complete: "4A^jd"
            case .contact: "C"
            case .letters: "E"
            case .stages: "s"
            case .handOff: "A"
            case .filters: "/hot<Enter>Fmine"
            case .links: "2o"
            case .copying: "y"
            }
        }
    }

    private func station(_ box: Box, _ width: Int, _ height: Int) -> Station {
        var office = Office.withEmails()
        office.agents = Office.busy().agents
        let first = Office.namedLeads[0].id
        office.transcripts[first]?.append(
            TranscriptMessage(
                id: MessageID(high: 6, low: 6),
                sender: .bot,
                text: "See https://northgate.example/floor-plans and www.northgate.example.",
                at: Office.now,
                kind: .text
            )
        )
        office.cards[first]?.visitor = VisitorID(high: 4, low: 4)
        office.cards[first]?.contact = CorrectContact.Contact(
            first: "Jordan",
            last: "Pérez",
            email: "jordan.p@mail.example",
            phone: "+1 510 555 0142"
        )
        var station = Station(office, width: width, height: height)
        station.desk.leads.select(first, rows: 5)
        station.press("1/jordan<Enter>")
        station.press(box.keys)
        return station
    }

    @Test(
        "every form and list over the panes looks as recorded at three sizes",
        arguments: Box.allCases
    )
    func boxes(box: Box) throws {
        for (width, height) in [(80, 24), (120, 40), (60, 16)] {
            let grid = station(box, width, height).desk.view()
            let rect = try #require(grid.heavyBox, "\(box.rawValue) at \(width)x\(height)")
            let lines = (rect.y..<rect.y + rect.height).map { y in
                grid.text(y, rect.x..<rect.x + rect.width)
            }
            try expectGolden(
                lines.joined(separator: "\n") + "\n",
                "box-\(box.rawValue)-\(width)x\(height)"
            )
            guard width == 80 else { continue }
            try expectGolden(grid.roles(in: rect), "box-\(box.rawValue)-80x24-roles")
        }
    }
}

extension Grid {
    /// The frame that has the keys: its corners are heavy.
    fileprivate var heavyBox: Rect? {
        let corners = (0..<width * height).filter {
            "┏┛".unicodeScalars.contains(cells[$0].glyph.base)
        }
        guard let first = corners.first, let last = corners.last, first < last else { return nil }
        return Rect(
            x: first % width,
            y: first / width,
            width: last % width - first % width + 1,
            height: last / width - first / width + 1
        )
    }

    /// Some columns of a line.
    fileprivate func text(_ y: Int, _ columns: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        for x in columns where !self[x, y].isContinuation {
            text.append(contentsOf: self[x, y].glyph.scalars)
        }
        return String(text)
    }
}
