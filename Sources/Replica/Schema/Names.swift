import Model

// GRDB has types of these names; in this target they are the catalogue's.

typealias Table = Model.Table
typealias Column = Model.Column
