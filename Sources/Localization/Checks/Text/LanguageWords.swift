/// Words that tell languages apart, and words that many languages share.
///
/// Only tells where they stand, and they stand as long as the program: a rule that looks at them counts no references.
struct LanguageWords: @unchecked Sendable {
    private struct Facts {
        let marked: MarkedWords
        let foreignLanguages: [String]
        let doubles: WordSet
        let borrowed: WordSet
        let singles: LetterSet
        let numbers: [(value: Int, beginnings: [[UInt32]])]
    }

    private let facts: UnsafePointer<Facts>

    /// What is known of a word.
    func marks(of hash: UInt64) -> WordMarks { facts.pointee.marked[hash] }
    /// The languages that foreign words are of, by their numbers.
    var foreignLanguages: [String] { facts.pointee.foreignLanguages }
    /// Words that may stand twice in a row.
    var doubles: WordSet { facts.pointee.doubles }
    /// English words that the language uses as they are.
    var borrowed: WordSet { facts.pointee.borrowed }
    /// Words of one letter; in lower case.
    var singles: LetterSet { facts.pointee.singles }
    /// Numbers in words, as they begin.
    var numbers: [(value: Int, beginnings: [[UInt32]])] { facts.pointee.numbers }

    private init(
        foreign: [(name: String, words: String)],
        polite: String = "",
        familiar: String = "",
        doubles: WordSet,
        borrowed: WordSet,
        singles: String = "",
        numbers: [(value: Int, beginnings: [[UInt32]])]
    ) {
        var marked: [UInt64: WordMarks] = [:]
        func add(_ words: String, _ mark: WordMarks) {
            for word in words.split(whereSeparator: \.isWhitespace) {
                let hash = WordHash.of(word)
                // Of two languages that have a word the first is named.
                if mark.foreignLanguage != nil, marked[hash]?.foreignLanguage != nil { continue }
                marked[hash, default: []].formUnion(mark)
            }
        }
        for (number, list) in foreign.enumerated() { add(list.words, .foreign(number)) }
        add(polite, .polite)
        add(familiar, .familiar)
        add("todo fixme xxx tbd translate untranslated needs lorem", .note)
        let facts = UnsafeMutablePointer<Facts>.allocate(capacity: 1)
        facts.initialize(
            to: Facts(
                marked: MarkedWords(marked),
                foreignLanguages: foreign.map(\.name),
                doubles: doubles,
                borrowed: borrowed,
                singles: LetterSet(singles.unicodeScalars.map(\.value)),
                numbers: numbers
            )
        )
        self.facts = UnsafePointer(facts)
    }

    static func of(_ language: LanguageTag) -> LanguageWords? { all[language.base] }

    private static let none = WordSet("")

    /// What is known of every language.
    static let ofAny = LanguageWords(foreign: [], doubles: none, borrowed: none, numbers: [])

    /// English names with a capital that other languages write without, or as they are.
    static let names = WordSet(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
        september october november december english russian chinese indonesian czech american european german \
        french spanish italian polish ukrainian slovak christian muslim jewish latin cyrillic afrikaans arabic \
        asturian azerbaijani bulgarian belarusian bengali breton bosnian catalan welsh danish greek australian \
        british esperanto estonian basque persian finnish frisian irish scottish galician hebrew hindi croatian \
        hungarian armenian interlingua ido icelandic japanese georgian kabyle kazakh khmer kannada korean kyrgyz \
        luxembourgish lithuanian latvian macedonian malayalam mongolian marathi malay burmese norwegian nepali \
        dutch ossetic punjabi portuguese brazilian romanian slovenian albanian serbian swedish swahili tamil telugu \
        tajik thai turkmen turkish tatar udmurt urdu uzbek vietnamese simplified traditional i i'm i've i'd i'll \
        mexican argentinian colombian venezuelan nicaraguan sorbian uyghur igbo algerian kurdish
        """
    )

    /// English words that are names of keys, with a capital.
    static let keys = WordSet("enter shift page up down end home space delete lock")

    private static let english =
        """
        the and you your yours is are with this that these those please for of from have has had can will would \
        should could we our us they their was were been being which when what where who why how if or it its any \
        only also into about after before than then there here click enter choose select try again isn't don't \
        can't you're you've we've doesn't
        """
    private static let indonesian =
        """
        yang dan untuk tidak dengan dari akan anda silakan adalah atau juga sudah dapat tersebut kepada pada \
        dalam harus jika kami
        """
    private static let czech =
        """
        jste nebo není nejsou prosím můžete nemůžete že když jsou byl byla bylo byly který která které váš vaše \
        vám vás jen také při zadejte napište musíte
        """
    private static let slovak =
        """
        sa som ste nie ktorý ktorá ktoré ktorú alebo pre môžete nemôžete môže môžu ešte keď sú bol bola bolo boli \
        táto tieto tejto tohto ďalší ďalšie kliknite zadajte otvorte skúste pokračovať overiť potvrdiť zmeniť \
        odoslať zrušiť vybrať uložiť prihlásiť emailová ste neskôr prosíme účte vášho vašej vašom svoju
        """
    private static let malay =
        """
        kerana sila akaun nombor telefon pautan emel sahaja tarikh baharu tetapan perkhidmatan awak syarikat iaitu \
        perisian muktamad cubalah cuba minit
        """

    private static let international =
        """
        ok id url api sms pdf png jpg csv json xml html http https ip vpn usb gps qr pin faq rss cpu gb mb kb tb \
        mbps min max km kg cm mm ms px web wi-fi wifi online offline enter esc tab ctrl shift alt page up down end \
        home space delete backspace caps lock f1 facebook google twitter telegram whatsapp android windows linux \
        instagram apple microsoft paypal visa mastercard alipay wechat
        """

    private static let latinLoans =
        """
        a audio video radio foto album data dokument server status start stop test text film filter format forum \
        blog menu modem internet login logo link hotel taxi bank banka normal minimum maximum maksimum total \
        limit profil portal post program programy import export info video version tip top trend tag tags chat \
        bot kamera model motor museum musik global lokal digital manual nominal original personal premium regional \
        super terminal token transfer ultra unit universal video virus visa vokal volume zoom zone editor domain \
        database desktop email gateway hardware software host cache cookie cookies debug design dashboard e-mail e-book \
        feedback firewall font hacker hosting hub index interval kilo kurs label laptop laser layout level lobby \
        admin administrator alias argument default embed italic port april september november \
        marketing media mega meter metro micro mobil mode monitor newsletter open-source organ patch pixel plan \
        plugin pop print privat proxy pulsa radar rating reset robot roaming router script sensor seri server \
        shell sim site skype slot smartphone spam spot sponsor standard start-up streaming studio tablet template \
        timer trailer tutorial update upgrade user web website widget workshop
        """

    private static let all: [String: LanguageWords] = [
        "en": LanguageWords(
            foreign: [("Indonesian", indonesian), ("Czech", czech)],
            doubles: WordSet("had that on in"),
            borrowed: none,
            singles: "ai",
            numbers: numbers(
                "zero,no one,single,once,first two,twice,second,both three,third four,fourth five,fifth six,sixth "
                    + "seven,seventh eight,eighth nine,ninth ten,tenth eleven twelve,twelfth"
            )
        ),
        "ru": LanguageWords(
            foreign: [("English", english)],
            polite:
                "вы вас вам вами ваш ваша ваше ваши вашего вашей вашему вашим вашем ваших вашими вашу",
            familiar:
                """
                ты тебя тебе тобой твой твоя твоё твое твои твоего твоей твоему твоим твоём твоем твоих твоими твою \
                можешь хочешь будешь сможешь должен-ли введи нажми открой проверь выбери попробуй укажи напиши \
                подтверди отправь измени повтори зайди войди придумай используй подожди получишь введёшь введешь \
                увидишь знаешь найдёшь найдешь потеряешь забудешь сможешь нажмёшь нажмешь
                """,
            doubles: WordSet("чуть еле очень да нет"),
            borrowed: WordSet(international),
            singles: "авикосуя",
            numbers: numbers(
                "ноль,нол,нул один,одн,перв два,две,двух,двум,втор,дважды,двой,оба,обе,обо три,трёх,трех,трём,трем,трет,трой "
                    + "четыр,четвер пят шест семь,семи,седьм восем,восьм девят десят одиннадцат двенадцат"
            )
        ),
        "zh": LanguageWords(
            foreign: [("English", english)],
            doubles: none,
            borrowed: WordSet(international),
            numbers: numbers("零 一 二,两,双 三 四 五 六 七 八 九 十 十一 十二")
        ),
        "id": LanguageWords(
            foreign: [
                ("English", english), ("Malay", malay), ("Czech", czech),
            ],
            polite: "anda",
            familiar:
                """
                kamu kalian kau engkau akunmu emailmu sandimu namamu ponselmu datamu perangkatmu alamatmu nomormu \
                dirimu dompetmu jawabanmu elo lu gue identitasmu dokumenmu tautanmu
                """,
            doubles: none,
            borrowed: WordSet(international + " " + latinLoans),
            numbers: numbers(
                "nol satu,pertama,sekali,se dua,kedua tiga,ketiga empat,keempat lima,kelima enam,keenam tujuh,ketujuh "
                    + "delapan,kedelapan sembilan,kesembilan sepuluh,kesepuluh sebelas dua"
            )
        ),
        "cs": LanguageWords(
            foreign: [
                ("English", english), ("Slovak", slovak),
                ("Indonesian", indonesian),
            ],
            polite:
                "vy vás vám vámi váš vaše vaši vašeho vaší vašemu vaším vašem vašich vašimi jste nejste můžete musíte",
            familiar:
                """
                tebe tobě tebou tvůj tvoje tvá tvé tvého tvém tvým tvou tvoji tvých tvému tvými tě jsi nejsi máš \
                nemáš můžeš nemůžeš musíš nemusíš chceš budeš nebudeš klikni zadej napiš otevři vyplň zkontroluj \
                stiskni pokračuj vyber zkus pošli ověř potvrď počkej uprav změň použij přečti opakuj zvol
                """,
            doubles: WordSet("se si to je"),
            borrowed: WordSet(international + " " + latinLoans),
            singles: "aikosuvz",
            numbers: numbers(
                "nul jeden,jedn,první,prvn dva,dvě,dvou,dvěm,druh,dvakrát,dvo,oba,obě,obo tři,tří,třem,třet,tro čtyř,čtvrt "
                    + "pět,pat,pát šest sedm osm devět,devít,devát deset,desít,desát jedenáct dvanáct"
            )
        ),
    ]

    /// Beginnings of the words of 0, 1, 2 and so on.
    private static func numbers(_ list: String) -> [(value: Int, beginnings: [[UInt32]])] {
        list.split(separator: " ").enumerated().map { value, words in
            (value, words.split(separator: ",").map { $0.unicodeScalars.map(\.value) })
        }
    }
}
