import Screen

/// What the mouse did, as xterm's mode 1006 reports it: `CSI < button ; column ; line M`; and as
/// terminals without it do: `CSI M` and a byte each, with 32 added.
struct MouseReport {
    let event: MouseEvent

    /// Nil for releases, moves and what is no report.
    init?(_ parameters: String, _ final: UInt8) {
        guard parameters.first == "<", final == UInt8(ascii: "M") else { return nil }
        let numbers = parameters.dropFirst().split(separator: ";").map { Int($0) }
        guard numbers.count == 3, let button = numbers[0], let column = numbers[1],
            let line = numbers[2], column > 0, line > 0
        else { return nil }
        self.init(button: button, Point(x: column - 1, y: line - 1))
    }

    /// Nil for releases, moves and what lies beyond the first 223 columns.
    init?(old bytes: [UInt8]) {
        guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }), bytes[1] > 32, bytes[2] > 32 else {
            return nil
        }
        self.init(button: Int(bytes[0]) - 32, Point(x: Int(bytes[1]) - 33, y: Int(bytes[2]) - 33))
    }

    private init?(button: Int, _ point: Point) {
        switch button {
        case 0, 1, 2: event = MouseEvent(action: .press, point: point)
        case 64: event = MouseEvent(action: .wheelUp, point: point)
        case 65: event = MouseEvent(action: .wheelDown, point: point)
        default: return nil
        }
    }
}
