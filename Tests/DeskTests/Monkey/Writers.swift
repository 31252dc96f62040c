import Model
import Screen

@testable import Desk

/// Which commands may write, and which events may forget an unfinished text.
enum Writers {
    /// A command that writes, or that runs others, belongs here; any other must leave no trace.
    static let commands: Set<CommandID> = [
        .claim, .takeOver, .approve, .dismiss, .confirmTour, .noShow, .undo, .retryRefused,
        .discardRefused, .send, .sendAnyway, .sendNow, .formEnter, .dropInForm, .dropTour,
        .dropAnyway, .unscheduleEmail, .discardEmail, .split, .writeReport, .exportTours,
        .printTours,
        // Opening a lead marks it read.
        .openLead, .openShiftRow,
        // What is chosen may be any of these.
        .choose,
    ]

    static func mayWrite(_ event: DeskEvent, _ desk: DeskState) -> Bool {
        switch event {
        case .input(.key(let key)):
            guard
                case .command(let command) = desk.commands.step(
                    desk.begun + [key.name],
                    in: desk.place
                )
            else { return false }
            return commands.contains(command.id)
        case .input(.mouse(let mouse)): return mouse.action == .press
        // What was wanted may have had to wait for a page.
        case .pageArrived, .readFailed:
            return desk.approving != nil || desk.office.opening != nil
                || desk.early.map { commands.contains($0.id) } ?? false
        // A refused write whose place another one took is settled.
        case .written: return desk.form?.settles != nil
        default: return false
        }
    }

    /// The wheel turns the template of an email as an arrow does: a template's own text goes with
    /// it, and what the agent wrote stays.
    static func mayForget(_ event: DeskEvent, _ desk: DeskState) -> Bool {
        switch event {
        case .input(.key), .written: true
        case .input(.mouse(let mouse)):
            mouse.action == .press || desk.form?.focused?.label == "template"
        default: false
        }
    }
}

extension DeskEffect {
    /// Whether rows or files of the agent come of it.
    var isWriting: Bool {
        switch self {
        case .write, .undo, .settle, .writeReport, .keepFile: true
        default: false
        }
    }

    /// Its name alone: what it carries may be pages long.
    var name: String { String("\(self)".prefix { $0 != "(" }) }
}
