package import Foundation

/// Where a hub is: `https://…`, or `http://` on this very machine.
package struct HubAddress: Hashable, Sendable {
    package let url: URL

    /// Reads what the operator gave the agent.
    package init(_ text: String) throws(HubAddressProblem) {
        guard let components = URLComponents(string: text), let scheme = components.scheme,
            let host = components.host, !host.isEmpty, let url = components.url
        else { throw .notAnAddress(text) }
        guard components.query == nil, components.fragment == nil, components.user == nil else {
            throw .notAnAddress(text)
        }
        switch scheme.lowercased() {
        case "https": break
        case "http":
            guard ["127.0.0.1", "localhost", "[::1]", "::1"].contains(host.lowercased()) else {
                throw .notEncrypted(text)
            }
        default: throw .notAnAddress(text)
        }
        self.url = url
    }

    /// The address of a call, with its query.
    func call(_ path: String, _ query: [URLQueryItem] = []) -> String {
        var components = URLComponents(url: url, resolvingAgainstBaseURL: false) ?? URLComponents()
        let base =
            components.path.hasSuffix("/") ? String(components.path.dropLast()) : components.path
        components.path = base + path
        components.queryItems = query.isEmpty ? nil : query
        return components.string ?? url.absoluteString + path
    }
}

/// Why an address is refused.
package enum HubAddressProblem: Error, Hashable, Sendable, CustomStringConvertible {
    case notAnAddress(String)
    case notEncrypted(String)

    package var description: String {
        switch self {
        case .notAnAddress(let text):
            "“\(text)” is not the address of a hub; it looks like https://foyer.example.com:8443"
        case .notEncrypted(let text):
            "“\(text)” is not encrypted; http:// is for a hub on this machine, use https://"
        }
    }
}
