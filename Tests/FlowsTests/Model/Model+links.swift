@testable import Flows

/// What the model does with a link that is opened, on the device that holds the walk or on another.
extension Model {
    mutating func open(_ number: Int?, _ now: Int64, elsewhere code: CodeVerdict? = nil) {
        guard let number, links.indices.contains(number) else {
            reply.refusal = .forged
            return
        }
        switch links[number].status {
        case .used: reply.refusal = .used
        case .expired: reply.refusal = .expired
        case .superseded: reply.refusal = .superseded
        case .blocked: reply.refusal = .tooManyTries
        case .open:
            // A code is no link, though it stands among them.
            guard let event = flow.step(step).event(links[number].event) else {
                reply.refusal = .superseded
                return
            }
            switch code {
            case .missing:
                reply.refusal = .codeNeeded
                return
            case .wrong:
                reply.refusal = .wrongCode
                links[number].wrongCodes += 1
                if links[number].wrongCodes == 5 { links[number].status = .blocked }
                return
            case .right: moveToAnotherDevice(by: event.name)
            case nil: break
            }
            links[number].status = .used
            touch(now)
            go(way(event.ways, now), now)
        }
    }

    /// What was answered before can't be seen there but the address, nor gone back to.
    private mutating func moveToAnotherDevice(by link: String) {
        devices += 1
        let address = flow.step(step).sends.filter { $0.link == link }.map(\.to)
        hidden = Set(values.keys).subtracting(address)
        trail = []
        finished = []
        review = nil
        isChanging = false
    }
}

/// A link that was sent.
struct ModelLink {
    var event: String
    var status = LinkRecord.Status.open
    var wrongCodes = 0
}
