import ArgumentParser
import Sessions

struct TerminalWalk {
    let walk: Walk
    let situation: Situation
    let isPlain: Bool
    func run() throws {}
}
