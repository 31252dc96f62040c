import Model

// GRDB has types of these names; in this target they are the catalogue's.

typealias Table = Model.Table
typealias Column = Model.Column
/// A row as the rules read it; GRDB has a class of that name.
typealias Record = Model.Record
