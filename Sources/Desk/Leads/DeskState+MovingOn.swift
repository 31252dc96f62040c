import Model
import Screen

// Moving through the leads without a look at every talk on the way.
extension DeskState {
    /// Takes an input; where it only moved the selection on in the leads, the conversation that is
    /// seen stays whole until the hand rests.
    ///
    /// A talk with its card is 3,000 to 4,000 bytes of a frame and the selection 400: a key held
    /// down would fill a slow line with talks that nobody reads. Every other input finds the
    /// conversation to be the selected lead's, so that nothing is done to whom one left.
    mutating func takeMovingOn(_ input: InputEvent) -> [DeskEffect] {
        let seen = conversation
        rest()
        let effects = take(input)
        guard isMovingOn else { return effects }
        isMovingOn = false
        guard seen.id != nil, layout[.conversation] != nil, !options.isLinear else {
            return effects
        }
        let selected = conversation.id
        conversation = seen
        if let selected, selected != seen.id {
            isMovingOn = true
            return effects + [.tellOfRest]
        }
        // Back at the lead that is still shown: there is nothing to wait for.
        if let selected { conversation.show(selected, isOfLeads: true) }
        return effects
    }

    /// The hand rests: the conversation is the selected lead's.
    mutating func rest() {
        guard isMovingOn else { return }
        isMovingOn = false
        if let selected = leads.selected { conversation.show(selected.id, isOfLeads: true) }
    }

    /// The desk whose keys the foot names: of a lead that is passed nobody reads what is possible,
    /// and the line would be written anew with each.
    var footed: DeskState {
        guard isMovingOn, let id = conversation.id else { return self }
        var desk = self
        desk.leads.select(id, rows: leadRows)
        return desk
    }
}
