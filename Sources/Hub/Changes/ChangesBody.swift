/// A whole body of changes, encoded.
package struct ChangesBody: Sendable {
    package let bytes: [UInt8]
    package let rows: Int
}
