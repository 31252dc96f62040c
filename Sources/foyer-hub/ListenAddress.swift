import ArgumentParser

/// Where a hub listens: a name or address of this machine and a port, `127.0.0.1:8700`.
struct ListenAddress: ExpressibleByArgument, Equatable, CustomStringConvertible {
    var host: String
    /// Zero for any that is free.
    var port: Int

    /// On this machine alone.
    static let standard = ListenAddress(host: "127.0.0.1", port: 8700)

    init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `host:port`, an IPv6 address in brackets; nil for anything else.
    init?(argument: String) {
        guard let colon = argument.lastIndex(of: ":"),
            let port = UInt16(argument[argument.index(after: colon)...])
        else { return nil }
        var host = argument[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty else { return nil }
        self.init(host: String(host), port: Int(port))
    }

    var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
