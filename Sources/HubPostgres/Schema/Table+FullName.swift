import Hub
import Model

extension Table {
    /// The table's name with its schema's.
    var fullName: String { (isOwn ? "foyer." : "public.") + sqlName }
}
