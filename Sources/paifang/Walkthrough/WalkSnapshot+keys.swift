import Screens

extension WalkSnapshot {
    /// The keys that do something now, the most important ones first.
    func keys(with input: WalkInput) -> [FooterKey] {
        switch input.overlay {
        case .languages: return [.press, .choose, .close]
        case .help, .document, .letter: return [.scroll, .close]
        case nil: break
        }
        let canGoBack = screen.allowsBack || rows.first != input.focus
        let others: [FooterKey] = (canGoBack ? [.back] : []) + [.language, .help, .leave]
        switch input.focus {
        case .field(let path)?:
            switch field(path)?.control {
            case .choice, .country, .yesNo: return [.next, .choose] + others
            case .consent: return [.mark, .next] + others
            case .line, .captcha, .secret, nil: return [.next] + others
            }
        case .answer?: return [.change, .choose, .confirm] + others
        case .proceed? where screen.kind == .form: return [.next] + others
        case .proceed?, .openLink?, .pasteLink?, .readLetter?, .button?:
            return [.press, .choose] + others
        case nil: return others
        }
    }
}
