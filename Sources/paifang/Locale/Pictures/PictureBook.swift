import Expressions
import Flows
import Localization
import Scenarios
import Screens
import Sessions

/// Finds the screens on which messages stand, and draws them.
struct PictureBook {
    let desk: LocaleDesk
    let columns: Int
    let language: LanguageTag
    private let marks: MessageMarks
    private let catalogs: Catalogs
    private let documents: DocumentLibrary
    private let stage: Stage
    private let failures: [MessageKey]
    private let countries: [String]

    init(_ desk: LocaleDesk, in language: LanguageTag, columns: Int) {
        self.desk = desk
        self.language = language
        self.columns = columns
        marks = MessageMarks(desk.keys)
        // Words that stand in for missing ones are found, too.
        var catalogs = desk.catalogs
        for tag in Set([language, desk.source]) {
            catalogs = catalogs.framing(tag, by: marks.frame)
        }
        self.catalogs = catalogs
        documents = desk.project.documents.pseudo(as: language)
        stage = Stage(
            flows: desk.project.flows.flows,
            catalogs: catalogs,
            documents: documents
        )
        countries = RegionalFormats(language).countries.map(\.code)
        failures = desk.keys.filter {
            $0.rawValue.hasPrefix("failure.") && !$0.rawValue.hasPrefix("failure.letter_")
                && !$0.rawValue.hasPrefix("failure.sms_")
        }
    }

    /// Draws the screens of a flow on which messages stand, until all are found.
    ///
    /// - Parameters:
    ///   - flow: The flow.
    ///   - wanted: The messages that are looked for; all of them where there are none.
    ///   - steps: The steps to look at; every step where there are none.
    ///   - isEachStep: Whether a message is looked for at every step anew.
    ///   - visit: Looks at a picture that has something new on it, with what that is; false ends it.
    func visit(
        _ flow: FlowName,
        for wanted: Set<MessageKey>,
        at steps: Set<StepName> = [],
        isEachStep: Bool = false,
        _ visit: (Picture, Set<MessageKey>) -> Bool
    ) {
        guard let tour = FlowTour(of: flow, on: stage) else { return }
        var request = FlowTour.Request(in: language) { key, name, kind in
            samples.problemArgument(key, name, kind)
        }
        request.keys = wanted
        request.steps = steps
        let isPlainToo = wanted.isEmpty || wanted.contains(where: Self.isOfPlainWalk)
        var seenAt: [StepName?: Set<MessageKey>] = [:]
        var posed: Set<StepName> = []
        tour.visit(request) { sight in
            let isFirst = posed.insert(sight.step).inserted
            for picture in pictures(of: sight, isFirst: isFirst, isPlainToo: isPlainToo) {
                let place = isEachStep ? sight.step : nil
                let new = picture.keys.subtracting(seenAt[place] ?? [])
                let found = wanted.isEmpty ? new : new.intersection(wanted)
                guard !found.isEmpty else { continue }
                seenAt[place, default: []].formUnion(found)
                if !visit(picture, found) { return false }
                if !wanted.isEmpty, seenAt[nil] == wanted { return false }
            }
            return true
        }
    }

    /// The pictures of a screen, the more so where it is the first of its step; each is drawn when it is looked at.
    func pictures(
        of sight: Sight,
        isFirst: Bool,
        isPlainToo: Bool = false
    ) -> some Sequence<Picture> {
        let poses = poses(of: sight, isFirst: isFirst)
        let plain = isFirst && isPlainToo ? 1 : 0
        return (0..<poses.count + plain).lazy.map { index in
            index < poses.count ? picture(of: poses[index], at: sight) : plainPicture(of: sight)
        }
    }

    /// Whether a message stands in the walk line by line only.
    private static func isOfPlainWalk(_ key: MessageKey) -> Bool {
        key.rawValue.hasPrefix("chrome.plain.") || key.rawValue.hasPrefix("chrome.command.")
    }

    private func plainPicture(of sight: Sight) -> Picture {
        let lines = PlainPicture.lines(of: snapshot(of: sight), columns: columns)
        return Picture(
            flow: sight.flow,
            step: sight.step,
            caption: "line by line (paifang run --plain)",
            lines: marks.read(lines)
        )
    }

    private func picture(of pose: SightPoses.Pose, at sight: Sight) -> Picture {
        Picture(
            flow: sight.flow,
            step: sight.step,
            caption: pose.caption,
            lines: marks.read(Picture.lines(of: pose, columns: columns))
        )
    }

    /// Samples for arguments, as messages.yaml has them.
    var samples: MessageSamples { MessageSamples(desk.project.descriptions, in: language) }

    private func poses(of sight: Sight, isFirst: Bool) -> [SightPoses.Pose] {
        let poses = SightPoses(snapshot: snapshot(of: sight), failures: failures)
        if let path = sight.field { return [poses.pose(at: path), poses.pose(suggestedAt: path)] }
        return [poses.first] + (isFirst ? poses.others : poses.usual)
    }

    private func snapshot(of sight: Sight) -> WalkSnapshot {
        let letter = sight.isOutside ? nil : sight.letter
        return WalkSnapshot(
            screen: sight.screen,
            chrome: Chrome { key, arguments in catalogs.words(key, arguments, in: language) },
            language: language,
            languages: desk.project.languages,
            now: sight.now,
            letter: letter,
            letterPlace: letter.map { _ in "~/.local/share/paifang/paifang.mail/1.eml" },
            mailbox: letter.flatMap { _ in desk.project.inboxes.first },
            canOpenOwnLink: letter != nil && sight.screen.timing?.linksExpireAt != nil,
            countries: { $0 == SightPoses.common ? countries : [] },
            document: { documents.document($0, in: language) }
        )
    }
}
