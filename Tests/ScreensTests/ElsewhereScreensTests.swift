import Flows
import Localization
import Screens
import Testing

@Suite("Screens on another device")
struct ElsewhereScreensTests {
    private static let flow = """
        fields:
          - [email, mobile, landline]
          - name: {type: name, suggest: latin}
          - age: {type: integer, optional: true}
          - pets: {type: list, count: 1, of: {called: {type: name}}}
        steps:
          - {step: start, ask: [email, mobile, name, age, pets]}
          - step: letter
            send: {mail: confirm, link: confirmed, limit: {times: 3, within: 24h}}
            events: {confirmed: more, other: start}
            after: {1d: over}
          - {step: more, ask: [name, age, pets, landline, email]}
          - {step: over, end: over}
        """
    private static let words = """
        example.title: Example
        example.letter.title: "Mail to {email}"
        example.more.title: "{name} of {age, number}, {email}"
        refused.code_needed: Which code?
        """

    private static func atLetter() throws -> ScreenWalk {
        var walk = try ScreenWalk(Self.flow, words: Self.words)
        try walk.submit([
            "email": .text("a@b.cz"), "mobile": .text("+420601123456"), "name": .text("Яна"),
            "age": .integer(33), "pets": .list([[.text("Rex")]]),
        ])
        #expect(try walk.screen.step == "letter")
        return walk
    }

    private static func handedOver() throws -> ScreenWalk {
        var walk = try atLetter()
        let link = try #require(walk.state.links.first)
        try walk.take(.linkOpenedElsewhere(hash: link.hash, code: .right))
        return walk
    }

    @Test func `what was answered before is kept but not shown; the address is`() throws {
        let walk = try Self.handedOver()
        for field in try [walk.field("name"), walk.field("age"), walk.field("pets", 0, "called")] {
            #expect(field.shown == "kept")
            #expect(field.isAnswered)
            #expect(field.editable == nil && field.suggestion == nil)
        }
        #expect(try walk.field("landline").offer == nil)
        #expect(try walk.field("email").shown == "<a@b.cz>")
    }

    @Test func `words have something else in its place`() throws {
        let walk = try Self.handedOver()
        #expect(try walk.screen.title.text == "••• of •••, <a@b.cz>")
    }

    @Test func `what is answered again is shown`() throws {
        var walk = try Self.handedOver()
        try walk.answer(["name": .text("Яна"), "age": .integer(34)])
        #expect(try walk.field("name").shown == "Яна")
        #expect(try walk.field("name").suggestion != nil)
        #expect(try walk.screen.title.text == "Яна of 34, <a@b.cz>")
    }

    @Test func `where the walk is held, everything is shown as ever`() throws {
        var walk = try Self.atLetter()
        let link = try #require(walk.state.links.first)
        try walk.take(.linkOpened(hash: link.hash))
        #expect(try walk.field("name").shown == "Яна")
        #expect(try walk.field("landline").offer != nil)
    }

    @Test func `from outside nothing of a walk is seen but why`() throws {
        let walk = try Self.atLetter()
        let screen = walk.builder.screenOutside(of: walk.state, because: .codeNeeded)
        #expect(screen.notices.map(\.text) == ["Which code?"])
        #expect(screen.title.text == "Example")
        #expect(screen.fields.isEmpty && screen.buttons.isEmpty && screen.timing == nil)
        #expect(!screen.allowsBack)
    }
}
