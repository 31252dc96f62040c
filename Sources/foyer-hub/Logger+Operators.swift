import Logging

extension Logger {
    /// Notices and worse, to standard error: ids, never texts, names, addresses or tokens.
    static let operators: Logger = {
        var logger = Logger(label: "foyer-hub") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        return logger
    }()
}
