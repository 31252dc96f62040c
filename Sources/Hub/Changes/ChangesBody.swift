/// A whole body of changes, encoded.
package struct ChangesBody: Sendable {
    /// All lines but the last; terminals of one scope at one place have them in common.
    package let lines: [UInt8]
    /// The checkpoint, which is this terminal's alone.
    package let last: [UInt8]
    package let rows: Int

    package var bytes: [UInt8] { lines + last }
}
