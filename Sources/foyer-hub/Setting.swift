/// What an operator can set: in the file of `--config` by its name, in the environment as `FOYER_`
/// and the name in capitals, and for some of it as an option, which wins.
enum Setting: String, CaseIterable {
    case database
    case readReplica = "read_replica"
    case listen
    case certificate
    case key
    case plainHTTP = "plain_http"
    case retentionDays = "retention_days"
    case copies
    case connections

    /// What a value must be.
    enum Kind {
        case text
        case flag
        case number(ClosedRange<Int>)
    }

    var kind: Kind {
        switch self {
        case .database, .readReplica, .listen, .certificate, .key: .text
        case .plainHTTP: .flag
        case .retentionDays: .number(1...366)
        case .copies: .number(1...64)
        case .connections: .number(1...100_000)
        }
    }

    var variable: String { "FOYER_" + rawValue.uppercased() }
}
