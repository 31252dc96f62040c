package import Foundation

/// What makes a hub's database itself.
package struct HubIdentity: Hashable, Sendable {
    /// Chosen when the database was migrated first; cursors of another are of no use.
    package let incarnation: String
    /// What cursors are signed with; 32 bytes that never leave the hub.
    package let cursorSecret: Data

    package init(incarnation: String, cursorSecret: Data) {
        self.incarnation = incarnation
        self.cursorSecret = cursorSecret
    }
}
