/// Texts shaped like keys that stand in the columns that must never leave the hub, so that a test
/// can search everything that travels for them.
package enum Canaries {
    static let modelKey = "sk-canary-"
    static let mailKey = "SG.canary-"
    static let metricsKey = "amp-canary-"

    /// How they all begin.
    package static let prefixes = [modelKey, mailKey, metricsKey]

    /// Whether a text holds one.
    package static func occur(in text: String) -> Bool { text.contains("canary-") }
}
