import Answers
import Flows
import Foundation
import Localization
import Logging
import Mail
import SQLiteStorage
import Screens
import Secrets
import Sessions
import Webhooks

/// Everything that walks need, put together: the only place where implementations are chosen.
struct Service {
    let project: Project
    let engine: SessionEngine
    let surroundings: Walk.Surroundings
    let isSandbox: Bool
    let host: TrialHost

    /// What a service is made with.
    struct Settings {
        var files: DataFiles
        /// What is in the files, where they were opened before.
        var data: Result<ServiceData, ServiceFailure>?
        var clock: ServiceClock
        var pseudoLanguage: LanguageTag?
        var isVerbose: Bool
        /// Whether the captcha has a fixed answer, as long as the database is a sandbox.
        var hasFixedCaptcha: Bool
        /// What commands that a person is told must be followed by, to find the same database and project.
        var options = ""
        /// How effects are to end in a sandbox, where that was chosen.
        var effects: TrialHost.Choice = [:]
        /// Where the webhooks of the service are.
        var environment = ProcessInfo.processInfo.environment
    }

    /// The fixed answer of the captcha in a sandbox.
    static let captchaAnswer = "pass"

    /// Puts a service together, making database and key file where there are none.
    static func make(_ project: Project, _ settings: Settings) throws(ServiceFailure) -> Service {
        let files = settings.files
        let opened = settings.data ?? ServiceData.opened(files)
        let data = try opened.get()
        let (store, isSandbox) = (data.store, data.isSandbox)
        if settings.clock.isMoved, !isSandbox { throw .noSandbox }
        if !settings.effects.isEmpty, !isSandbox { throw .noStandIns }
        let keys = SessionKeys(master: data.master)
        let webhooks = try webhooks(settings)
        var catalogs = project.catalogs
        if let tag = settings.pseudoLanguage {
            catalogs = catalogs.pseudo(of: catalogs.source, as: tag)
        }
        var formats: [LanguageTag: RegionalFormats] = [:]
        for language in catalogs.languages { formats[language] = RegionalFormats(language) }
        let answerFormats = AnswerFormats()
        var machines: [FlowName: FlowMachine] = [:]
        for flow in project.flows.flows {
            machines[flow.name] = FlowMachine(flow, formats: answerFormats)
        }
        let writer = LetterWriter(
            catalogs: catalogs,
            formats: formats,
            display: answerFormats,
            linkForm: .command("paifang open\(settings.options)")  // words: a command line
        )
        let host = TrialHost(
            accounts: AccountHost(store: store, keys: keys),
            reviews: ReviewHost(store: store, keys: keys),
            webhooks: webhooks.effects.mapValues { Webhook(to: $0, clock: ServiceClock.real.now) },
            chosen: settings.effects,
            isSandbox: isSandbox
        )
        let engine = SessionEngine(
            flows: machines,
            texts: project.texts,
            machineOfTexts: { bytes in
                KeptTexts.flow(from: bytes).map { FlowMachine($0, formats: answerFormats) }
            },
            store: store,
            keys: keys,
            host: host,
            letters: writer,
            transport: transport(webhooks, files),
            documentVersions: project.documents.versions,
            clock: settings.clock.now,
            log: logger(isVerbose: settings.isVerbose)
        )
        let surroundings = Walk.Surroundings(
            catalogs: catalogs,
            formats: formats,
            reader: AnswerReader(catalogs: catalogs, formats: formats),
            display: answerFormats,
            captcha: QuestionCaptcha(
                catalogs: catalogs,
                random: SystemRandom(),
                fixedAnswer: isSandbox && settings.hasFixedCaptcha ? captchaAnswer : nil
            ),
            documents: settings.pseudoLanguage.map { project.documents.pseudo(as: $0) }
                ?? project.documents,
            inboxes: project.inboxes,
            languages: catalogs.languages,
            isSandbox: isSandbox,
            commandOptions: settings.options,
            files: LocalFiles(),
            openFlows: project.flowNames
        )
        return Service(
            project: project,
            engine: engine,
            surroundings: surroundings,
            isSandbox: isSandbox,
            host: host
        )
    }

    private static func webhooks(
        _ settings: Settings
    ) throws(ServiceFailure) -> WebhookSettings {
        do {
            return try WebhookSettings(environment: settings.environment)
        } catch {
            throw .webhook(error)
        }
    }

    /// The folder of letters, and for short messages the gateway where there is one.
    private static func transport(
        _ webhooks: WebhookSettings,
        _ files: DataFiles
    ) -> any LetterTransport {
        let folder = FolderTransport(directory: files.mailFolder)
        guard let address = webhooks.shortMessages else { return folder }
        // Receivers look at the time of a message, so it is the real one, also where a sandbox moves its clock.
        let gateway = SMSGateway(Webhook(to: address, clock: ServiceClock.real.now))
        return ChannelTransport(letters: folder, shortMessages: gateway)
    }

    private static func logger(isVerbose: Bool) -> Logger {
        var logger = Logger(label: "paifang") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = isVerbose ? .debug : .critical
        return logger
    }
}

/// Why a service could not be put together.
enum ServiceFailure: Error {
    /// The key file can't be used.
    case keys(KeyFileError)
    /// The key file is sound, but the database was made with another.
    case otherKey(database: String, keyFile: String)
    /// The database at this path can't be used.
    case store(String, StoreFailure)
    /// What the environment says about a webhook can't be used.
    case webhook(WebhookSettings.Problem)
    /// The clock can be moved in a sandbox only.
    case noSandbox
    /// How effects end can be chosen in a sandbox only.
    case noStandIns
}
