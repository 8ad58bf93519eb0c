import CICUBridge

/// Spells Chinese names in pinyin as passports do: no tones, ü as yu, syllables of a part joined.
enum HanNames {
    /// Family names of two characters that are in use.
    private static let compoundNames: Set<String> = [
        "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "夏侯", "皇甫", "尉迟", "尉遲", "公孙", "公孫",
        "慕容", "令狐", "长孙", "長孫", "宇文", "司徒", "司空", "轩辕", "軒轅", "东方", "東方", "西门", "西門",
        "南宫", "南宮", "百里", "呼延", "闻人", "聞人", "澹台", "澹臺", "公冶", "宗政", "濮阳", "濮陽", "淳于",
        "单于", "單于", "太叔", "申屠", "仲孙", "仲孫", "钟离", "鍾離", "鲜于", "鮮于", "闾丘", "閭丘",
        "赫连", "赫連", "拓跋", "独孤", "獨孤", "端木", "完颜", "完顏", "第五", "万俟", "萬俟", "东郭", "東郭",
        "梁丘", "左丘", "谷梁", "榖梁", "乐正", "樂正", "公羊", "亓官", "司寇", "巫马", "巫馬", "公西", "漆雕",
        "壤驷", "壤駟", "公良", "夹谷", "夾谷", "宰父", "微生", "羊舌", "纳兰", "納蘭", "叶赫",
    ]

    /// Readings that only names have, where ICU's table of names has another.
    private static let readings: [String: String] = [
        "万俟": "moqi", "萬俟": "moqi", "尉迟": "yuchi", "尉遲": "yuchi", "长孙": "zhangsun",
        "長孫": "zhangsun", "澹台": "tantai", "澹臺": "tantai", "单于": "chanyu", "單于": "chanyu",
        "令狐": "linghu", "亓官": "qiguan", "乐正": "yuezheng", "樂正": "yuezheng",
    ]

    /// The spelling of a name; parts that are already apart stay apart.
    static func latin(_ name: String, _ part: LatinNames.Part) -> String {
        let words = name.split { $0 == " " || $0 == "\u{3000}" || $0 == "·" }
        guard words.count == 1, let word = words.first else {
            return words.map { spelled(String($0)) }.joined(separator: " ")
        }
        let family = familyName(of: word, part)
        guard !family.isEmpty, family.count < word.count else { return spelled(String(word)) }
        let given = word.dropFirst(family.count)
        return "\(spelled(String(family))) \(spelled(String(given)))"
    }

    private static func familyName(of word: Substring, _ part: LatinNames.Part) -> Substring {
        let isCompound = compoundNames.contains(String(word.prefix(2)))
        switch part {
        case .given, .family: return ""
        case .full: return word.prefix(isCompound && word.count > 2 ? 2 : 1)
        case .any:
            if isCompound, word.count > 2 { return word.prefix(2) }
            return word.count == 3 ? word.prefix(1) : ""
        }
    }

    private static func spelled(_ text: String) -> String {
        if let reading = readings[text] { return capitalized(reading) }
        let pinyin = BridgedText.string(room: 16 * text.utf8.count + 64) {
            pf_text_transliterate(
                pf_script_han_names_to_latin,
                text,
                text.bridgedLength,
                $0,
                $1
            )
        }
        return capitalized(plain(pinyin ?? text))
    }

    /// Pinyin without tones and blanks.
    private static func plain(_ pinyin: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in TextFolding.nfd(pinyin.lowercased()).unicodeScalars {
            if scalar == "\u{308}" {
                // ü: passports write yu.
                if result.last == "u" {
                    result.removeLast()
                    result.append(contentsOf: "yu".unicodeScalars)
                }
            } else if scalar.properties.generalCategory != .nonspacingMark, scalar != " " {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
