/// How a language is written: its letters, punctuation and quotation marks.
///
/// Only tells where that stands, and it stands as long as the program: a rule that looks at it counts no references.
struct LanguageTypography: @unchecked Sendable {
    /// An opening and a closing mark.
    struct Pair: Sendable, Hashable {
        let open: Unicode.Scalar
        let close: Unicode.Scalar

        init(_ open: Unicode.Scalar, _ close: Unicode.Scalar) {
            self.open = open
            self.close = close
        }
    }

    private struct Facts {
        let name: String
        let letters: Glyph.Kind
        let quotes: [Pair]
        let ellipsis: String
        let dash: String?
        let wrongDash: UInt32?
        let foreignLetters: LetterSet
        let spacesPercent: Bool
        let isWide: Bool
    }

    private let facts: UnsafePointer<Facts>

    /// The language's name in English.
    var name: String { facts.pointee.name }
    /// What its words are written with.
    var letters: Glyph.Kind { facts.pointee.letters }
    /// Quotation marks; the first are for quotations, the second for those inside.
    var quotes: [Pair] { facts.pointee.quotes }
    /// What is written for an omission.
    var ellipsis: String { facts.pointee.ellipsis }
    /// What parts sentences, with what stands around it; `nil` where habits differ.
    var dash: String? { facts.pointee.dash }
    /// Another dash that is not written between spaces.
    var wrongDash: UInt32? { facts.pointee.wrongDash }
    /// Letters of the script that the language doesn't have.
    var foreignLetters: LetterSet { facts.pointee.foreignLetters }
    /// Whether a space stands between a number and `%`.
    var spacesPercent: Bool { facts.pointee.spacesPercent }
    /// Whether punctuation is full-width, and no spaces stand between words.
    var isWide: Bool { facts.pointee.isWide }

    private init(
        name: String,
        letters: Glyph.Kind,
        quotes: [Pair],
        ellipsis: String,
        dash: String?,
        wrongDash: UInt32?,
        foreignLetters: LetterSet,
        spacesPercent: Bool,
        isWide: Bool
    ) {
        let facts = UnsafeMutablePointer<Facts>.allocate(capacity: 1)
        facts.initialize(
            to: Facts(
                name: name,
                letters: letters,
                quotes: quotes,
                ellipsis: ellipsis,
                dash: dash,
                wrongDash: wrongDash,
                foreignLetters: foreignLetters,
                spacesPercent: spacesPercent,
                isWide: isWide
            )
        )
        self.facts = UnsafePointer(facts)
    }

    /// The facts of a language; `nil` where there are none.
    static func of(_ language: LanguageTag) -> LanguageTypography? { all[language.base] }

    private static let all: [String: LanguageTypography] = [
        "en": LanguageTypography(
            name: "English",
            letters: .latin,
            quotes: [Pair("“", "”"), Pair("‘", "’")],
            ellipsis: "…",
            dash: "–",
            wrongDash: nil,
            foreignLetters: LetterSet([]),
            spacesPercent: false,
            isWide: false
        ),
        "id": LanguageTypography(
            name: "Indonesian",
            letters: .latin,
            quotes: [Pair("“", "”"), Pair("‘", "’")],
            ellipsis: "…",
            dash: "–",
            wrongDash: nil,
            foreignLetters: set("čďěňřšťůžľĺŕąęłńśźżğışőűßœ"),
            spacesPercent: false,
            isWide: false
        ),
        "cs": LanguageTypography(
            name: "Czech",
            letters: .latin,
            quotes: [Pair("„", "“"), Pair("‚", "‘"), Pair("»", "«"), Pair("›", "‹")],
            ellipsis: "…",
            dash: "–",
            wrongDash: 0x2014,
            foreignLetters: set("ľĺŕôäąęłńśźżćđğışőűßœæøåàèìòùâêîûãõñ"),
            spacesPercent: true,
            isWide: false
        ),
        "ru": LanguageTypography(
            name: "Russian",
            letters: .cyrillic,
            quotes: [Pair("«", "»"), Pair("„", "“")],
            ellipsis: "…",
            dash: "—",
            wrongDash: 0x2013,
            foreignLetters: LetterSet(
                (0x400...0x52F as ClosedRange<UInt32>).filter {
                    !(0x410...0x44F).contains($0) && $0 != 0x401 && $0 != 0x451
                }
            ),
            spacesPercent: true,
            isWide: false
        ),
        "zh": LanguageTypography(
            name: "Chinese",
            letters: .han,
            quotes: [Pair("“", "”"), Pair("‘", "’")],
            ellipsis: "……",
            dash: "——",
            wrongDash: nil,
            foreignLetters: LetterSet([]),
            spacesPercent: false,
            isWide: true
        ),
    ]

    private static func set(_ letters: String) -> LetterSet {
        LetterSet(letters.unicodeScalars.map(\.value))
    }

    /// Half-width punctuation and what stands for it in Chinese.
    static let wide: [UInt32: Unicode.Scalar] = [
        0x2C: "，", 0x2E: "。", 0x3A: "：", 0x3B: "；", 0x21: "！", 0x3F: "？", 0x28: "（", 0x29: "）",
    ]

    /// Full-width punctuation and what stands for it elsewhere.
    static func narrow(_ value: UInt32) -> Unicode.Scalar? {
        switch value {
        case 0x3001: ","
        case 0x3002, 0xFF61: "."
        case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0)
        default: nil
        }
    }

    /// Chinese characters that simplified writing has others for.
    static let traditional = set(
        """
        請個們為時間說話電郵輸選擇設確認賬帳戶號碼機會無過發開關點擊鏈連結錯誤還後國圖檔資訊網頁語讀寫經應該對與從進\
        刪儲復複製貼簽證護錢買賣費額據條約協議註冊傳載檢視顯隱類則幾麼樣種業務門長東車見貝馬魚鳥龍齊齒這來邊聯繫絡\
        領類準備狀態圍張權變動態樂學習歷記錄讓給萬億兩師職員單獨際軟體數據庫訂閱計劃畫報紙聽聞聲體驗證書質優雙釋義\
        競賽運動遠離難題響應測試調轉換驅啟閉鎖閱覽瀏爾歐亞財產賺賠償購銷貨運費達遞輯編縮纖維繼續絕緣總結絲給紅綠藍黃\
        葉華萊樹橋樓機構極標準簡單滿淨涼減滅滬潔潛澤濟勞勵動勢區醫協衛廠廣廳懷態憶應戲戰擁擴擔據搶損搖撥擾攝攜攔敗敵斷舊暫曉曆
        """
    )
}

/// Letters to look up.
struct LetterSet: Sendable {
    /// A bit for each scalar, since each letter of each message is asked for.
    private let bits: Row<UInt64>

    var isEmpty: Bool { bits.isEmpty }

    /// Letters of a table that is there as long as the program.
    init(_ letters: [UInt32]) {
        guard let last = letters.max() else {
            bits = Row(keeping: [])
            return
        }
        var bits = [UInt64](repeating: 0, count: Int(last) / 64 + 1)
        for letter in letters { bits[Int(letter) / 64] |= 1 << UInt64(letter % 64) }
        self.bits = Row(keeping: bits)
    }

    func contains(_ letter: UInt32) -> Bool {
        let index = Int(letter) / 64
        return index < bits.count && bits.buffer[index] & 1 << UInt64(letter % 64) != 0
    }
}
