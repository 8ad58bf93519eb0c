import Flows
import Localization
import Testing

@testable import Answers

@Suite("ChoiceAnswer and YesNoAnswer")
struct ChoiceAnswerTests {
    private let kinds = [
        ReadableOption(value: "passport", words: "Паспорт"),
        ReadableOption(value: "passport", words: "Passport"),
        ReadableOption(value: "driving_licence", words: "Водительское удостоверение"),
        ReadableOption(value: "driving_licence", words: "Driving licence"),
        ReadableOption(value: "residence", words: "Вид на жительство"),
    ]

    @Test(arguments: [
        ("passport", "passport"), ("ПАСПОРТ", "passport"), ("Driving licence", "driving_licence"),
        ("driving_licence", "driving_licence"), ("вод", "driving_licence"),
        ("Водительское  удост", "driving_licence"),
        ("1", "passport"), ("２", "driving_licence"), ("3", "residence"), ("4", "!unknown"),
        ("0", "!unknown"), ("в", "!unknown"), ("identity", "!unknown"),
        ("999999999999", "!unknown"),
        ("pass\u{0}port", "!unknown"), ("", "empty"),
    ])
    func `an option is known by value, words, number and beginning`(
        typed: String,
        outcome: String
    ) {
        let reading = Readers.read(typed, .choice([]), "ru", options: kinds)
        #expect(Readers.outcome(reading) == outcome)
    }

    @Test func `an option that is called a number is taken by its name first`() {
        let years = [
            ReadableOption(value: "2", words: "2"), ReadableOption(value: "1", words: "1"),
        ]
        #expect(Readers.outcome(Readers.read("1", .choice([]), options: years)) == "1")
    }

    @Test func `nothing is known where nothing is on offer`() {
        #expect(Readers.outcome(Readers.read("1", .choice([]))) == "!unknown")
    }

    @Test(arguments: [
        ("да", "ru", "yes"), ("НЕТ", "ru", "no"), ("yes", "ru", "yes"), ("false", "zh", "no"),
        ("是", "zh", "yes"), ("不是", "zh", "no"), ("ya", "id", "yes"), ("Tidak", "id", "no"),
        ("ano", "cs", "yes"), ("ne", "cs", "no"), ("ｙｅｓ", "zh", "yes"), ("true", "cs", "yes"),
        ("1", "en", "!yes_or_no"), ("maybe", "en", "!yes_or_no"), ("", "en", "empty"),
    ])
    func `yes and no are known in the reader's words and in English`(
        typed: String,
        language: String,
        outcome: String
    ) {
        #expect(Readers.outcome(Readers.read(typed, .bool, language)) == outcome)
    }

    @Test(arguments: [
        ("да", "yes"), ("нет", "!declined"), ("хорошо", "!yes_or_no"), (" ", "empty"),
    ])
    func `a document is accepted by a yes only`(typed: String, outcome: String) {
        #expect(Readers.outcome(Readers.read(typed, .consent(document: "terms"), "ru")) == outcome)
    }

    @Test func `a word that means both means neither`() {
        let reader = AnswerReader(formats: [:]) { language in
            language.base == "en" ? (["y"], ["no"]) : (["ano"], ["y"])
        }
        let reading = reader.read(
            "y",
            as: .bool,
            length: LengthBounds(),
            context: Readers.context("cs")
        )
        #expect(Readers.outcome(reading) == "!yes_or_no")
    }
}
