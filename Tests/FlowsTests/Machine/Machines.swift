import Documents
import Testing

@testable import Flows

/// Makes machines from the text of a flow.
enum Machines {
    /// Account fields that the flows of these tests list by name.
    static let fields = """
        fields:
          email: {type: email, privacy: personal}
          citizenship: {type: country, set: once}
          document_type: {type: choice, of: [passport, {licence: 'citizenship == "RU"'}]}
          document_number: {type: document, country: citizenship, kind: document_type}
          country: {type: country, prefill: citizenship}
          postcode: {type: postcode, country: country}
          nickname: {type: text, optional: true, length: {min: 2, max: 8}}
          wants_news: {type: bool, default: false}
          captcha: {type: captcha}
          answers:
            type: list
            count: 2
            of:
              question: {type: choice, of: [pet, city, school]}
              answer: {type: secret, use: new}
              remark: {type: text, optional: true}
            rules:
              all_different: value.all(a, value.exists_one(b, b.question == a.question))
        """
    /// Effects that these flows call.
    static let effects = """
        effects:
          find_account:
            needs: [email]
            outcomes: {answered: {gives: {is_known: {type: bool}}}}
          create_account:
            needs: [email]
            may_use: [citizenship]
            outcomes:
              done: {gives: {account_id: text}, success: true}
              failed: {}
            once: flow
          ping:
            outcomes: {done: {success: true}, slow: {}}
        signals: [account_suspended]
        """

    /// The machine of a flow whose name and version are left out.
    static func machine(_ flow: String) throws -> FlowMachine {
        let (project, problems) = FlowFiles.read(
            "flow: example\nversion: 1\n" + flow,
            fields: fields,
            effects: effects
        )
        let errors = problems.filter { $0.severity == .error }
            .map { "\($0.range.start.line): \($0.code) \($0.message)" }
        try #require(errors.isEmpty, "\(errors)")
        return FlowMachine(try #require(project.flows.first), formats: PrefixFormats())
    }

    /// The wallet sign-up of the project.
    static func wallet() throws -> FlowMachine {
        let texts = try ProjectFilesTests.texts()
        let flow = FlowFiles.read(texts.flow, fields: texts.fields, effects: texts.effects)
            .project.flow("wallet-signup")
        return FlowMachine(try #require(flow), formats: AnyFormat())
    }
}

/// Codes and numbers begin with their country, and numbers go on with the kind of the document.
struct PrefixFormats: FieldFormats {
    func problem(withPostcode code: String, of country: String) -> FieldProblem.Reason? {
        code.hasPrefix(country) ? nil : .type(reason: "format", arguments: [:])
    }

    func problem(withPhone number: String, of country: String) -> FieldProblem.Reason? {
        number.hasPrefix(country) ? nil : .type(reason: "other_country", arguments: [:])
    }

    func problem(
        withDocument number: String,
        kind: String,
        of country: String
    ) -> FieldProblem.Reason? {
        number.hasPrefix("\(country) \(kind)") ? nil : .type(reason: "format", arguments: [:])
    }
}

/// Every code and every number is right.
struct AnyFormat: FieldFormats {
    func problem(withPostcode code: String, of country: String) -> FieldProblem.Reason? { nil }

    func problem(withPhone number: String, of country: String) -> FieldProblem.Reason? { nil }

    func problem(
        withDocument number: String,
        kind: String,
        of country: String
    ) -> FieldProblem.Reason? { nil }
}
