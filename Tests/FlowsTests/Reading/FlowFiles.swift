import Documents
import Testing
import YAML

import Flows

/// Reads flows from texts, as the command does from files.
enum FlowFiles {
    /// A few account fields.
    static let fields = """
        fields:
          email: {type: email, privacy: personal}
          mobile: {type: phone, line: mobile}
          citizenship: {type: country, set: once}
          document_type: {type: choice, of: [passport, {licence: 'citizenship == "RU"'}]}
          document_number: {type: document, country: citizenship, kind: document_type}
          pet: {type: choice, of: pets}
        options:
          pets: [cat, dog]
        """
    /// A few effects.
    static let effects = """
        effects:
          find_account:
            needs: [email]
            outcomes: {answered: {gives: {is_known: {type: bool}}}}
          create_account:
            needs: [email]
            may_use: [mobile]
            outcomes: {done: {gives: {account_id: text}, success: true}, failed: {}}
            once: flow
          ping:
            outcomes: {done: {success: true}}
        signals: [account_suspended]
        """

    /// A flow that signs in, beside account fields with `email` and `pin`.
    static let signIn = """
        flow: sign-in
        version: 1
        expires: {after: 1h, goto: locked}
        fields: [email, {known: {type: secret, use: check, check: account.pin}}]
        steps:
          - step: enter
            ask: [email, known]
            attempts: {times: 3, per: [session, email], within: 24h, goto: locked}
          - {step: open, call: open_account, events: {opened: signed_in, unavailable: enter}}
          - {step: signed_in, end: signed_in}
          - {step: locked, end: locked}
        """

    /// Reads a flow beside some account fields and effects; problems of YAML count too.
    static func read(
        _ flow: String,
        fields: String? = nil,
        effects: String? = nil
    ) -> (project: FlowProject, problems: [Diagnostic]) {
        read([("flow.yaml", flow)], fields: fields, effects: effects)
    }

    static func read(
        _ flows: [(path: String, text: String)],
        fields: String? = nil,
        effects: String? = nil,
        old: [String]? = nil
    ) -> (project: FlowProject, problems: [Diagnostic]) {
        read(
            flows,
            fields: fields,
            effects: effects,
            versions: old.map { .files($0.map { file("old.yaml", $0) }) } ?? .ignored
        )
    }

    /// Reads a flow whose migrations are kept without being checked.
    static func readUnchecked(
        _ flow: String,
        fields: String? = nil,
        effects: String? = nil
    ) -> (project: FlowProject, problems: [Diagnostic]) {
        read([("flow.yaml", flow)], fields: fields, effects: effects, versions: .unchecked)
    }

    static func file(_ path: String, _ text: String) -> ProjectFile {
        let source = SourceText(path: path, text: text)
        let (root, problems) = YAMLReader.read(source)
        return ProjectFile(source: source, root: root, problems: problems)
    }

    private static func read(
        _ flows: [(path: String, text: String)],
        fields: String?,
        effects: String?,
        versions: EarlierVersions
    ) -> (project: FlowProject, problems: [Diagnostic]) {
        FlowProject.read(
            flows: flows.map { file($0.path, $0.text) },
            fields: fields.map { file("fields.yaml", $0) },
            effects: effects.map { file("effects.yaml", $0) },
            old: versions,
            hash: { texts in String(texts.reduce(0) { $0 + $1.bytes.count }) }
        )
    }
}
