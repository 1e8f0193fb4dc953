/// The words that the tokenizer knows; keys are in small letters where nothing else is said.
enum TokenizationTables {
  /// Words that a sentence often begins with and a name never.
  static let sentenceStarters: Set<String> = [
    "a", "according", "after", "all", "also", "although", "amid", "among", "an", "and", "another", "any", "are",
    "as", "at", "because", "before", "between", "both", "but", "by", "can", "could", "despite", "did", "do",
    "does", "dozens", "during", "each", "earlier", "eight", "even", "every", "few", "five", "for", "four", "from",
    "had", "has", "have", "he", "her", "here", "his", "how", "however", "hundreds", "i", "if", "in", "instead",
    "is", "it", "its", "last", "later", "let", "many", "meanwhile", "more", "most", "my", "nine", "no", "nor",
    "not", "now", "on", "once", "only", "or", "other", "others", "our", "over", "please", "seven", "several",
    "she", "should", "since", "six", "so", "some", "still", "such", "ten", "that", "the", "their", "then", "there",
    "these", "they", "this", "those", "though", "thousands", "three", "through", "throughout", "to", "today",
    "tomorrow", "two", "under", "unlike", "until", "was", "we", "were", "what", "when", "where", "whether",
    "which", "while", "who", "why", "will", "with", "within", "without", "would", "yesterday", "yet", "you",
    "your",
  ]

  /// Prefixes that a hyphen joins to the word after it.
  static let prefixes: Set<String> = [
    "agro", "ante", "anti", "arch", "be", "bi", "bio", "co", "counter", "cross", "cyber", "e", "ex", "extra",
    "inter", "intra", "macro", "mega", "micro", "mid", "mini", "mis", "mono", "multi", "neo", "non", "over", "para",
    "peri", "post", "pre", "pro", "proto", "pseudo", "psycho", "re", "semi", "socio", "sub",
    "super", "trans", "tri", "ultra", "un", "uni",
  ]

  /// Suffixes that a hyphen joins to the word before it.
  static let suffixes: Set<String> = [
    "esque", "ette", "fest", "fold", "gate", "itis", "less", "most", "rama", "wise",
  ]

  /// Words that are one in spite of their hyphen.
  static let hyphenatedWords: Set<String> = [
    "bye-bye", "for-profit", "ha-ha", "hm-m", "mm-hm", "mm-hmm", "no-no", "o-kay", "tut-tut", "u-turn", "uh-huh",
    "uh-oh", "vice-president",
  ]

  /// Words that are one in spite of their slash.
  static let slashedWords: Set<String> = [
    "s/he", "w/", "w/o",
  ]

  /// The parts of contractions with two letters after the apostrophe.
  static let longClitics: Set<String> = [
    "ll", "re", "ve",
  ]

  /// Words whose beginning an apostrophe replaces.
  static let clippedWords: Set<String> = [
    "bout", "cause", "em", "ere", "nuff", "round", "til", "tis", "twas",
  ]

  /// Faces made of punctuation.
  static let emoticons: [String] = [
    ":(", ":)", ":-(", ":-)", ":-/", ":-D", ":-O", ":-P", ":/", ":D", ":O", ":P", ";)", ";-)", ";P", "<3", "=)",
    "=D",
  ]

  /// The last parts of addresses that news writes without a scheme.
  static let domains: Set<String> = [
    "ai", "app", "at", "au", "be", "biz", "br", "ca", "ch", "cn", "co", "com", "de", "dev", "dk", "edu", "es",
    "eu", "fi", "fr", "gg", "gov", "ie", "in", "info", "int", "io", "it", "jp", "kr", "ly", "me", "mil", "mx",
    "net", "news", "nl", "no", "nz", "org", "pl", "ru", "se", "tv", "ua", "uk", "us", "za",
  ]

  /// Units that follow a number without a space.
  static let units: Set<String> = [
    "AM", "GB", "GHz", "GW", "GWh", "Hz", "K", "KB", "MB", "MHz", "MW", "MWh", "PM", "TB", "TW", "a.m", "a.m.",
    "am", "b", "bn", "bps", "cc", "cm", "ft", "g", "ha", "hp", "hr", "hrs", "in", "k", "kHz", "kW", "kWh", "kg",
    "km", "km2", "kmh", "km²", "kph", "lb", "lbs", "m", "m2", "mg", "mi", "min", "mins", "ml", "mln", "mm", "mn",
    "mph", "m²", "m³", "nm", "oz", "p", "p.m", "p.m.", "pc", "pm", "pts", "px", "sec", "secs", "t", "tn", "trn",
    "yr", "yrs",
  ]

  /// Units of amounts of money.
  static let amountUnits: Set<String> = [
    "b", "billion", "bln", "bn", "k", "m", "mil", "million", "mln", "mn", "t", "tn", "trillion", "trn",
  ]

  /// Abbreviated months that are words too.
  static let ambiguousMonths: Set<String> = [
    "mar"
  ]

  /// Abbreviated days of the week that are words too.
  static let ambiguousWeekdays: Set<String> = [
    "fri", "sat", "sun", "wed",
  ]

  /// Verbs that tell who spoke, after a quotation that ends with a question or exclamation mark.
  static let reportingWords: Set<String> = [
    "added", "adds", "asked", "asking", "asks", "chanted", "cried", "exclaimed", "replied", "replies", "said",
    "saying", "says", "shouted", "tells", "told", "tweeted", "wondered", "writes", "wrote",
  ]

  /// Words that go on after "a.m." and "p.m.".
  static let timeWords: Set<String> = [
    "april", "august", "bst", "cdt", "central", "cest", "cet", "cst", "ct", "december", "eastern", "edt", "eet",
    "est", "et", "february", "friday", "gmt", "ist", "january", "jst", "july", "june", "kst", "local", "march",
    "may", "mdt", "monday", "mst", "mt", "november", "october", "pacific", "pdt", "pst", "pt", "saturday",
    "september", "sunday", "thursday", "tuesday", "utc", "wednesday",
  ]

  /// Contractions without a clitic's apostrophe, with the lengths of all their parts but the last.
  static let fusedWords: [String: [Int]] = [
    "'tis": [2],
    "'twas": [2],
    "arent": [3],
    "cannot": [3],
    "couldnt": [5],
    "d'you": [2],
    "didnt": [3],
    "doesnt": [4],
    "dont": [2],
    "dunno": [2, 1],
    "gimme": [3],
    "gonna": [3],
    "gotta": [3],
    "hasnt": [3],
    "havent": [4],
    "isnt": [2],
    "lemme": [3],
    "shouldnt": [6],
    "wanna": [3],
    "wasnt": [3],
    "wouldnt": [5],
    "y'all": [2],
  ]

  /// Abbreviations without their last period.
  static let abbreviations: [String: AbbreviationKind] = {
    let words: [(AbbreviationKind, String)] = [
      (
        .title,
        """
        adm ald amb assoc asst atty brig capt cllr cmdr col cpl det dist dr drs ens fmr fr ft gen gov hon \
        insp lt maj messrs mgr mlle mme mr mrs ms msgr mt mx pfc pres prof pvt rep rev rt sec sen sgt spc st \
        ste supt
        """
      ),
      (
        .numbered,
        """
        art arts cap ch chap cir div ext fig figs approx ca no nos op p para pp sect tel ver vol vols
        """
      ),
      (
        .month,
        """
        apr aug dec feb jan jul jun mar nov oct sep sept
        """
      ),
      (
        .weekday,
        """
        fri mon sat sun thu thur thurs tue tues wed
        """
      ),
      (
        .unit,
        """
        gal hr hrs in kg km lb lbs mi min mins oz pct sq yd yds
        """
      ),
      (
        .inner,
        """
        ca cf e.g esp est i.e incl v viz vs
        """
      ),
      (
        .last,
        """
        al assn ave blvd bros co corp cos ctr dept esq etc govt hwy inc intl jr llc llp ltd mfg natl ph.d \
        plc rd sr univ
        """
      ),
      (
        .state,
        """
        ala alta ariz ark cal calif colo conn del fla ga ill ind kan ky la mass md me mich minn miss mo mont \
        neb nev okla ont ore pa penn que sask tenn tex va vt wash wis wyo
        """
      ),
    ]
    var kinds: [String: AbbreviationKind] = [:]
    for (kind, list) in words {
      for word in list.split(separator: " ") { kinds[String(word)] = kind }
    }
    return kinds
  }()
}
