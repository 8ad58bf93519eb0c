import Localization
import Screens

extension FlowOffer {
    /// A way on: with the command that begins it, or with the plain word that it is not open yet.
    func text(in chrome: Chrome) -> String {
        guard isOpen else { return chrome[.endLater, ["title": .text(words.text)]] }
        let command = "paifang run \(flow)"  // words: a command line
        return chrome[.endOffer, ["title": .text(words.text), "command": .text(command)]]
    }
}
