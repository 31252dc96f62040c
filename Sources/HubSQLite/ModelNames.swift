import Model

// GRDB has types of these names; here they are the platform's.
typealias Table = Model.Table
typealias Column = Model.Column
typealias Index = Model.Index
typealias Record = Model.Record
