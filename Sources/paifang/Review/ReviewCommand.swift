import ArgumentParser

/// `paifang review`: what people have sent in, and what becomes of it.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Look at what people have sent in, and decide about it.",
        discussion: """
            A case is a walk that waits for a reviewer: pictures that prove who somebody is, or a ticket. \
            What is decided wakes the walk, and the person is told by mail, in their language.
            """,
        subcommands: [
            ReviewListCommand.self, ReviewShowCommand.self, ReviewApproveCommand.self,
            ReviewRefuseCommand.self, ReviewAnswerCommand.self,
        ],
        defaultSubcommand: ReviewListCommand.self
    )
}
