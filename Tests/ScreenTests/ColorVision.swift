import Foundation

@testable import Screen

/// How colours look to eyes without one kind of cone, by the matrices of Machado, Oliveira and
/// Fernandes (2009), for linear light.
enum ColorVision: CaseIterable {
    case protanopia, deuteranopia, tritanopia

    private var matrix: [[Double]] {
        switch self {
        case .protanopia:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        case .deuteranopia:
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        case .tritanopia:
            [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ]
        }
    }

    /// How far two colours look apart, in steps of 255.
    func distance(_ one: Color, _ two: Color) -> Double {
        let squares = zip(seen(one), seen(two)).map { ($0 - $1) * ($0 - $1) }
        return squares.reduce(0, +).squareRoot()
    }

    private func seen(_ color: Color) -> [Double] {
        let light = [color.red, color.green, color.blue].map { part in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return matrix.map { row in
            let sum = min(1, max(0, zip(row, light).map(*).reduce(0, +)))
            return 255 * (sum <= 0.0031308 ? 12.92 * sum : 1.055 * pow(sum, 1 / 2.4) - 0.055)
        }
    }
}
