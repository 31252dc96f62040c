/// Content lines of an iCalendar object: escaped, folded at 75 octets and ended by CR LF (RFC 5545,
/// sections 3.1 and 3.3.11).
///
/// Texts from outside become one value of one property, whatever is in them: no line of theirs can
/// begin a property or a component.
struct CalendarLines {
    private(set) var text = ""

    /// Octets of a line without its end.
    static let longest = 75
    /// Scalars of a text; a longer one is cut.
    static let longestText = 500

    /// A line whose value is our own.
    mutating func add(_ name: String, _ value: String) {
        fold("\(name):\(value)")
    }

    /// A line whose value is a text from outside.
    mutating func addText(_ name: String, _ value: String) {
        fold("\(name):\(Self.escaped(value))")
    }

    /// When an event begins and ends, on a zone's wall.
    ///
    /// Where the wall shows either twice both are told in UTC: the standard has no way to say which
    /// is meant, and wants one form of both.
    mutating func addTimes(_ start: Timestamp, _ end: Timestamp, in zone: Zone) {
        let isPlain =
            zone.isNamedInCalendars
            && [start, end].allSatisfy {
                zone.occurrence(of: zone.local($0)) == .once($0.wholeSecond)
            }
        for (name, instant) in [("DTSTART", start), ("DTEND", end)] {
            if isPlain {
                fold("\(name);TZID=\(zone.name):\(Self.wall(zone.local(instant)))")
            } else {
                add(name, Self.utc(instant))
            }
        }
    }

    /// `20261124T183000Z`.
    static func utc(_ instant: Timestamp) -> String {
        wall(Zone.utc.local(instant)) + "Z"
    }

    /// `20261124T103000`.
    static func wall(_ local: LocalDateTime) -> String {
        local.text.filter { $0 != "-" && $0 != ":" }
    }

    /// A TEXT value: the characters of meaning are escaped, line breaks told, and what is neither
    /// seen nor a blank left out.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars.prefix(longestText) {
            switch scalar {
            case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
            // CR LF is one line break.
            case "\n" where last == "\r": break
            case "\n", "\r": result.append(contentsOf: ["\\", "n"])
            default: if let harmless = harmless(scalar) { result.append(harmless) }
            }
            last = scalar
        }
        return String(result)
    }

    /// A scalar as it may stand in a calendar; nil where it is to be left out.
    private static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.properties.generalCategory {
        case .control where scalar == "\t": " "
        case .lineSeparator, .paragraphSeparator: " "
        // A joiner holds a family of emoji or an Indic cluster together and moves nothing.
        case .format where scalar == "\u{200D}": scalar
        case .control, .format, .surrogate, .privateUse, .unassigned: nil
        default: scalar
        }
    }

    /// Ends a line after 75 octets, never within a scalar; the next begins with a blank.
    private mutating func fold(_ line: String) {
        var octets = 0
        for scalar in line.unicodeScalars {
            let width = String(scalar).utf8.count
            if octets + width > Self.longest {
                text += "\r\n "
                octets = 1
            }
            text.unicodeScalars.append(scalar)
            octets += width
        }
        text += "\r\n"
    }
}

extension Zone {
    /// Whether a calendar is told the zone by its name: a name of other signs than the zone
    /// database's is none, and UTC has a form of its own.
    var isNamedInCalendars: Bool {
        self != .utc
            && name.utf8.allSatisfy { byte in
                switch UInt8(byte) {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                case let other: "_+-/".utf8.contains(other)
                }
            }
    }
}

extension Timestamp {
    /// Without the part of a second.
    var wholeSecond: Timestamp {
        Timestamp(microseconds: seconds * 1_000_000)
    }
}
