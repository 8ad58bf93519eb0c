import Flows
import Localization
import Screens

/// The ways in which one screen can stand on a terminal: which field is being filled, what covers it, what was done.
struct SightPoses {
    /// One of them.
    struct Pose {
        var snapshot: WalkSnapshot
        var input: WalkInput
        /// What is said about it.
        var caption: String
        /// What is drawn below it when the walk is left.
        var ending: String?
    }

    /// What is typed that every country fits.
    static let common = "a"

    let snapshot: WalkSnapshot
    /// What the service can't do, in words.
    let failures: [MessageKey]

    /// The screen as it is met first.
    var first: Pose { Pose(snapshot: snapshot, input: WalkInput(on: snapshot), caption: "") }

    /// With the pointer at a field.
    func pose(at path: AnswerPath) -> Pose {
        var pose = first
        pose.input.focus = .field(path)
        return pose
    }

    /// With the pointer behind a field that was just answered.
    func pose(suggestedAt path: AnswerPath) -> Pose {
        pose("just answered") {
            $0.input.suggested = path
            $0.input.focus = .proceed
        }
    }

    /// All others.
    var others: [Pose] {
        fields + overlays + events
    }

    /// Those of a screen that was seen before with other words.
    var usual: [Pose] {
        snapshot.rows.map { row in pose("") { $0.input.focus = row } } + letters
    }

    private var letters: [Pose] {
        snapshot.letter == nil ? [] : [pose("the email") { $0.input.overlay = .letter }]
    }

    private func pose(_ caption: String, _ change: (inout Pose) -> Void) -> Pose {
        var pose = first
        pose.caption = caption
        change(&pose)
        return pose
    }

    private var fields: [Pose] {
        var poses = snapshot.rows.map { row in pose("") { $0.input.focus = row } }
        for field in snapshot.screen.fields where snapshot.screen.kind == .form {
            let row = WalkRow.field(field.path)
            switch field.control {
            case .choice, .country:
                poses.append(
                    pose("something typed that fits nothing") {
                        $0.input.focus = row
                        var entry = FieldEntry(of: field)
                        entry.editor = LineEditor("xyzxyz")
                        $0.input.entries[field.path] = entry
                    }
                )
            case .secret:
                poses.append(
                    pose("typed once") {
                        $0.input.focus = row
                        var entry = FieldEntry(of: field)
                        entry.firstSecret = "1"
                        $0.input.entries[field.path] = entry
                    }
                )
            case .line, .yesNo, .captcha, .consent: break
            }
            if case .country = field.control {
                poses.append(
                    pose("something typed that fits many") {
                        $0.input.focus = row
                        var entry = FieldEntry(of: field)
                        entry.editor = LineEditor(Self.common)
                        $0.input.entries[field.path] = entry
                    }
                )
            }
        }
        return poses
    }

    private var overlays: [Pose] {
        var poses = [pose("help") { $0.input.overlay = .help(nil) }]
        for field in snapshot.screen.fields where snapshot.screen.kind == .form {
            poses.append(
                pose("help with a field") {
                    $0.input.focus = .field(field.path)
                    $0.input.overlay = .help(field.path)
                }
            )
        }
        poses.append(
            pose("choosing the language") {
                $0.input.overlay = .languages(snapshot.language)
            }
        )
        return poses + letters
    }

    private var events: [Pose] {
        var poses: [Pose] = []
        if snapshot.screen.timing != nil {
            poses.append(pose("sent again") { $0.input.success = snapshot.sentAgain })
        }
        if snapshot.screen.kind == .waiting {
            for seconds in [40, 600, 10_800] as [Int64] {
                poses.append(
                    pose("not yet") { pose in
                        pose.snapshot.screen.buttons = snapshot.screen.buttons.map {
                            ScreenButton(
                                event: $0.event,
                                words: $0.words,
                                readyAt: snapshot.now + seconds * 1000
                            )
                        }
                    }
                )
            }
            poses.append(
                pose("used up") { pose in
                    pose.snapshot.screen.buttons = snapshot.screen.buttons.map {
                        ScreenButton(event: $0.event, words: $0.words, isUsedUp: true)
                    }
                }
            )
        }
        for key in failures {
            poses.append(pose("something does not work") { $0.input.failure = key })
        }
        let command = "paifang run --resume 7c1e"  // words: a command line
        poses.append(
            pose("left with Ctrl+C") {
                $0.ending = snapshot.chrome[.saved, ["command": .text(command)]]
            }
        )
        return poses
    }
}
