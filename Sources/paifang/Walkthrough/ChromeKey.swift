import Localization

/// The words that a terminal adds to a screen.
enum ChromeKey: String, CaseIterable {
    // Above and below.
    case headerTitle = "chrome.header.title"
    case headerStep = "chrome.header.step"
    case headerStepShort = "chrome.header.step_short"
    case headerPercent = "chrome.header.percent"
    case problems = "chrome.problems"

    // A field.
    case notGiven = "chrome.answer.not_given"
    case optional = "chrome.answer.optional"
    case fixed = "chrome.answer.fixed"
    case problem = "chrome.line.problem"
    case hint = "chrome.line.hint"
    case warning = "chrome.line.warning"
    case note = "chrome.line.note"
    case proceed = "chrome.button.continue"
    case confirm = "chrome.button.confirm"
    case secretUnseen = "chrome.secret.unseen"
    case secretKeep = "chrome.secret.keep"
    case secretAgain = "chrome.secret.again"
    case nothingFound = "chrome.choice.nothing"
    case countrySearch = "chrome.country.search"
    case more = "chrome.choice.more"
    case readDocument = "chrome.consent.read"
    case documentRenewed = "note.consent.renewed"
    case anotherQuestion = "chrome.captcha.another"
    case takeOffer = "chrome.offer.take"
    case giveFiles = "chrome.file.give"
    case takeSuggestion = "chrome.suggestion.take"

    // A letter, and waiting for what it brings about.
    case letterFrom = "chrome.letter.from"
    case letterTo = "chrome.letter.to"
    case letterSubject = "chrome.letter.subject"
    case letterPlace = "chrome.letter.place"
    case letterMailbox = "chrome.letter.mailbox"
    case letterRead = "chrome.letter.read"
    case letterOpen = "chrome.letter.open"
    case letterPaste = "chrome.letter.paste"
    case letterSentAgain = "chrome.letter.sent_again"
    case messageSentAgain = "chrome.message.sent_again"
    case letterExpires = "chrome.letter.expires"
    case sendsLeft = "chrome.sends.left"
    case readyInSeconds = "chrome.sends.ready_in"
    case readyInMinutes = "chrome.sends.ready_in_minutes"
    case readyInHours = "chrome.sends.ready_in_hours"
    case usedUp = "chrome.sends.used_up"
    case watching = "chrome.waiting.watching"
    case working = "chrome.waiting.working"

    // The end, leaving, language, help.
    case endOffer = "chrome.end.offer"
    case endLater = "chrome.end.later"
    case saved = "chrome.leave.saved"
    case languageTitle = "chrome.language.title"
    case helpTitle = "chrome.help.title"
    case helpKeys = "chrome.help.keys"

    // The page of an account.
    case accountData = "account-page.data"
    case accountFixed = "account-page.fixed"
    case accountAgreements = "account-page.agreements"
    case accountAgreement = "account-page.agreement"
    case accountActions = "account-page.actions"
    case accountExport = "account-page.export"

    // Keys at the lower edge.
    case keyNext = "chrome.key.next"
    case keyBack = "chrome.key.back"
    case keyLanguage = "chrome.key.language"
    case keyHelp = "chrome.key.help"
    case keyLeave = "chrome.key.leave"
    case keyChoose = "chrome.key.choose"
    case keyChange = "chrome.key.change"
    case keyPress = "chrome.key.press"
    case keyConfirm = "chrome.key.confirm"
    case keyMark = "chrome.key.mark"
    case keyScroll = "chrome.key.scroll"
    case keyClose = "chrome.key.close"

    // Line by line.
    case plainStep = "chrome.plain.step"
    case plainScreen = "chrome.plain.screen"
    case plainQuestion = "chrome.plain.question"
    case plainCommands = "chrome.plain.commands"
    case plainAccepted = "chrome.plain.accepted"
    case plainKept = "chrome.plain.kept"
    case plainCurrent = "chrome.plain.current"
    case plainTake = "chrome.plain.take"
    case plainAgain = "chrome.plain.again"
    case plainUnknown = "chrome.plain.unknown"
    case plainNumber = "chrome.plain.number"
    case plainRead = "chrome.plain.read"
    case plainAnother = "chrome.plain.another"
    case plainProceed = "chrome.plain.continue"
    case plainReview = "chrome.plain.review"
    case plainAnswer = "chrome.plain.answer"
    case plainPaste = "chrome.plain.paste"
    case plainLanguages = "chrome.plain.languages"
    case plainEnded = "chrome.plain.ended"
    case commandBack = "chrome.command.back"
    case commandHelp = "chrome.command.help"
    case commandLanguage = "chrome.command.language"
    case commandLeave = "chrome.command.quit"
    case commandRead = "chrome.command.read"
    case commandAnother = "chrome.command.another"

    /// The message's name.
    var key: MessageKey { MessageKey(rawValue) }
}

/// Finds the words that a terminal adds, in the language of the moment.
struct Chrome {
    let words: (MessageKey, [String: MessageArgument]) -> Words

    /// The words of a key, with values in them.
    subscript(_ key: ChromeKey, _ arguments: [String: MessageArgument] = [:]) -> String {
        words(key.key, arguments).text
    }
}
