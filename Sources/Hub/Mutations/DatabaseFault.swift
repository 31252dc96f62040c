/// A fault of the database, in distinction to a rule that was broken: whoever asked may ask again.
package protocol DatabaseFault: Error {}

extension HubTrouble: DatabaseFault {}
