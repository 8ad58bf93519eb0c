import Localization
import Testing

@Suite("LatinNames")
struct LatinNamesTests {
    @Test(arguments: [
        ("ЮЛИЯ ЩЕРБАКОВА", "IULIIA SHCHERBAKOVA"), ("Юлия", "Iuliia"),
        ("Щербакова", "Shcherbakova"),
        ("Подъячев", "Podieiachev"), ("Илья", "Ilia"), ("Пётр", "Petr"), ("Хрущёв", "Khrushchev"),
        ("Анна-Мария", "Anna-Mariia"), ("ЦОЙ", "TSOI"), ("Эдуард Ы", "Eduard Y"), ("Ю", "Iu"),
        ("Жанна Ж", "Zhanna Zh"),
        ("и\u{306}", "i"),
    ])
    func `Cyrillic follows ICAO 9303`(name: String, expected: String) {
        #expect(LatinNames.suggestion(for: name, language: LanguageTag("ru")) == expected)
    }

    @Test func `some languages spell some letters otherwise`() {
        #expect(LatinNames.suggestion(for: "Григорій", language: LanguageTag("uk")) == "Hryhorii")
        #expect(LatinNames.suggestion(for: "Щастна", language: LanguageTag("bg")) == "Shtastna")
        #expect(LatinNames.suggestion(for: "Григорий") == "Grigorii")
    }

    @Test(arguments: [
        ("王小明", "Wang Xiaoming"), ("小明", "Xiaoming"), ("欧阳娜娜", "Ouyang Nana"),
        ("诸葛亮", "Zhuge Liang"),
        ("吕", "Lyu"), ("欧阳", "Ouyang"), ("王 小明", "Wang Xiaoming"), ("司马相如", "Sima Xiangru"),
        ("单", "Shan"), ("曾", "Zeng"), ("仇", "Qiu"), ("万俟卨", "Moqi Xie"),
    ])
    func `Chinese names are joined by parts, without tones, ü as yu`(name: String, expected: String)
    {
        #expect(LatinNames.suggestion(for: name, language: LanguageTag("zh")) == expected)
    }

    @Test func `a known part decides what is written apart`() {
        #expect(LatinNames.suggestion(for: "张伟", part: .full) == "Zhang Wei")
        #expect(LatinNames.suggestion(for: "张伟", part: .given) == "Zhangwei")
        #expect(LatinNames.suggestion(for: "吕布", part: .full) == "Lyu Bu")
    }

    @Test(arguments: [
        ("Dvořák", "Dvorak"), ("Příliš Žluťoučký", "Prilis Zlutoucky"), ("Łukasz", "Lukasz"),
        ("Großmann", "Grossmann"),
        ("O’Brien", "O'Brien"), ("Nguyễn", "Nguyen"),
    ])
    func `diacritics are dropped`(name: String, expected: String) {
        #expect(LatinNames.suggestion(for: name) == expected)
    }

    @Test(arguments: ["", "Anna", "O'Brien-Smith", "👍", "—", "123"])
    func `where nothing helps nothing is suggested`(name: String) {
        #expect(LatinNames.suggestion(for: name) == nil)
    }

    @Test func `a suggestion is in ASCII whatever is given`() {
        for name in [
            "Γιώργος", "محمد", "दीपक", "ทดสอบ", "А漢é", "王\u{0}明",
            String(repeating: "Ж", count: 5000),
        ] {
            let suggestion = LatinNames.suggestion(for: name)
            #expect(suggestion?.utf8.allSatisfy { $0 < 0x80 } ?? true)
        }
        #expect(LatinNames.suggestion(for: "Γιώργος") == "Giorgos")
    }
}
