import Screens
import Sessions

extension FakeWalk {
    func check(secret: String, at path: AnswerPath) -> WalkReply {
        problems[path.field] = secret.isEmpty ? "missing" : nil
        return secret.isEmpty ? .problem : .accepted
    }
}
