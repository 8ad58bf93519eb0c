@testable import Flows

/// A person, a clock and a host, written down before they are met.
///
/// All is said relative to where the walk will be, so that a script stays one when a part is taken out.
struct Script {
    struct Part {
        var wait: Wait
        /// Whether the state is written and read again before the event.
        var isRestarted: Bool
        var event: ScriptEvent
        /// How many devices ago the one held the walk on which it is done.
        var devicesAgo = 0
    }

    /// How time passes before an event.
    enum Wait {
        case milliseconds(Int64)
        /// Until the next deadline, and so many milliseconds more or less.
        case toDeadline(Int64)
        /// Until the present step may send again, and so many milliseconds more or less.
        case toReady(Int64)
    }

    var input: [String: FieldValue]
    /// What others have sent before this walk begins.
    var others: [ModelSent]
    var parts: [Part]
}

/// What may happen; `age` says which visit is answered: 0 the present one, 1 the one before.
enum ScriptEvent {
    case answered([String: FieldValue], age: Int)
    case submitted([String: FieldValue], age: Int)
    case pressed(String, age: Int)
    case wentBack(age: Int)
    case changeAsked(String, age: Int)
    case failed(String, age: Int)
    /// Whoever counts the tries of all walks says that there are none left.
    case triedOut(String, age: Int)
    /// The link of this number, from 0, or one that was never sent.
    case opened(Int?)
    /// The same on another device, with what became of the code that was typed.
    case openedElsewhere(Int?, code: CodeVerdict)
    /// The call of this number, from 0, or one that was never made.
    case ended(Int?, outcome: String, gives: [String: FieldValue])
    case signalled(String)
    case languageChosen(String)
    case timePassed

    /// Whether a device does it that has held the walk: neither the host, nor time, nor another device.
    var isOfDevice: Bool {
        switch self {
        case .answered, .submitted, .pressed, .wentBack, .changeAsked, .failed, .triedOut,
            .opened, .languageChosen:
            true
        case .openedElsewhere, .ended, .signalled, .timePassed: false
        }
    }

    /// Which visit is answered; `nil` for what comes from outside of the screen.
    var age: Int? {
        switch self {
        case .answered(_, let age), .submitted(_, let age), .pressed(_, let age),
            .wentBack(let age), .changeAsked(_, let age), .failed(_, let age),
            .triedOut(_, let age):
            age
        case .opened, .openedElsewhere, .ended, .signalled, .languageChosen, .timePassed: nil
        }
    }
}
