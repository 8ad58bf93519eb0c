import Screens
import Sessions

extension FakeWalk {
    func check(secret: String, at path: AnswerPath) -> WalkReply {
        problems[path.field] = secret.isEmpty || secret == "123" ? "missing" : nil
        return secret.isEmpty || secret == "123" ? .problem : .accepted
    }
}
