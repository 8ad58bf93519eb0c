import ArgumentParser

/// `paifang locale`: what translators work with.
struct LocaleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "locale",
        abstract: "For translators: find messages, see them on their screens, count what is done.",
        discussion: """
            Keys may be written with * and ?, such as 'wallet-signup.start.*'.
            Whether the files are right is told by paifang check.
            """,
        subcommands: [
            LocaleListCommand.self, LocaleAcceptCommand.self, LocaleSyncCommand.self,
            LocaleAddCommand.self, LocaleExportCommand.self, LocaleImportCommand.self,
            LocaleShowCommand.self, LocalePreviewCommand.self, LocaleStatsCommand.self,
            LocalePseudoCommand.self,
        ]
    )
}
