import ArgumentParser
import Documents
import Flows

extension Situation {
    /// How effects are to end by `--effect`, or an exit with what there is.
    ///
    /// In a flow that runs another one an effect has two names; either will do.
    func effects(_ pairs: [String], of project: Project) throws -> TrialHost.Choice {
        var choice: TrialHost.Choice = [:]
        var outcomes: [String: [OutcomeName]] = [:]
        var names: [String: EffectName] = [:]
        for flow in project.flows.flows {
            for effect in flow.effects {
                let own = flow.origin(of: effect.name.text).name
                names[effect.name.text] = EffectName(own)
                outcomes[own] = effect.outcomes.map(\.name)
            }
        }
        for pair in pairs {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                Standard.error("paifang: --effect takes EFFECT=OUTCOME")
                throw ExitCode.usage
            }
            guard let effect = names[parts[0]] else {
                throw missing("effect", parts[0], among: outcomes.keys.sorted())
            }
            let possible = outcomes[effect.text] ?? []
            guard possible.contains(OutcomeName(parts[1])) else {
                throw missing("outcome", parts[1], among: possible.map(\.text))
            }
            choice[effect, default: []].append(OutcomeName(parts[1]))
        }
        return choice
    }
}
