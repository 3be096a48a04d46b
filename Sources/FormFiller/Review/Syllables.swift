/// Counts the syllables of English words by their spelling.
///
/// A word has as many syllables as groups of vowels, less those that are not spoken and more where
/// two vowels in a row are spoken apart; words that keep to no rule are listed.
enum Syllables {
  /// The syllables of a word; parts with a hyphen between them count each, a number counts one.
  static func count(in word: String) -> Int {
    word.lowercased().replacing("’", with: "'").split(separator: "-")
      .reduce(0) { $0 + countPart(String($1)) }
  }

  private static func countPart(_ part: String) -> Int {
    guard part.contains(where: \.isLetter) else { return 1 }
    if let listed = listed(part) { return listed }
    if part.hasSuffix("n't") { return countNegation(part) }
    var word = part
    for ending in ["'s", "'", "'ll", "'re", "'ve", "'d", "'m"] where word.hasSuffix(ending) {
      word = String(word.dropLast(ending.count))
      break
    }
    // "nurse's" has one more than "nurse".
    let isGenitive = part.hasSuffix("'s") && endsHissing(word)
    return (listed(word) ?? countLetters(Array(word.utf8))) + (isGenitive ? 1 : 0)
  }

  private static func listed(_ word: String) -> Int? {
    if let count = exceptions[word] { return count }
    // The plural of a listed word has as many.
    guard word.hasSuffix("s"), let count = exceptions[String(word.dropLast())] else { return nil }
    return endsHissing(String(word.dropLast())) ? count + 1 : count
  }

  private static func endsHissing(_ word: String) -> Bool {
    ["s", "x", "z", "ch", "sh", "ce", "se", "ze", "ge"].contains { word.hasSuffix($0) }
  }

  /// "didn't" has one more than "did", "don't" not.
  private static func countNegation(_ word: String) -> Int {
    let stem = Array(word.dropLast(3).utf8)
    let count = countLetters(stem)
    guard let last = stem.last else { return 1 }
    return "dst".utf8.contains(last) || last == UInt8(ascii: "e") && stem.count < 4
      ? max(1, count) + (last == UInt8(ascii: "e") ? 0 : 1) : max(1, count)
  }

  /// Endings before which a silent e stays silent.
  private static let endings = ["ments", "ment", "fully", "ful", "less", "ness", "ly"].map {
    Array($0.utf8)
  }

  private static func countLetters(_ letters: [UInt8]) -> Int {
    for ending in endings where letters.count > ending.count + 2 {
      let stem = letters.dropLast(ending.count)
      guard letters.suffix(ending.count).elementsEqual(ending), stem.last == UInt8(ascii: "e"),
        stem.contains(where: { isVowel($0) && $0 != UInt8(ascii: "e") }) || stem.count > 3
      else { continue }
      return countLetters(Array(stem)) + (ending.starts(with: "fully".utf8) ? 2 : 1)
    }
    var word = withoutSilentEnding(letters)
    // A y before a vowel at the start of a word is a consonant, and so is the u of "qu".
    for index in word.indices.dropLast() {
      if word[index] == UInt8(ascii: "y"), isVowel(word[index + 1]),
        index == 0
      {
        word[index] = UInt8(ascii: "j")
      }
      if word[index] == UInt8(ascii: "q"), word[index + 1] == UInt8(ascii: "u") {
        word[index + 1] = UInt8(ascii: "w")
      }
    }
    var count = 0
    var isInGroup = false
    for letter in word {
      if isVowel(letter), !isInGroup { count += 1 }
      isInGroup = isVowel(letter)
    }
    let text = String(decoding: word, as: UTF8.self)
    count += separations(in: text)
    // The m of "spasm" and "rhythm" is a syllable of its own.
    if text.hasSuffix("sm") || text.hasSuffix("thm") { count += 1 }
    return max(1, count)
  }

  /// The word without an e that is not spoken at its end.
  private static func withoutSilentEnding(_ letters: [UInt8]) -> [UInt8] {
    let text = String(decoding: letters, as: UTF8.self)
    func consonant(_ fromEnd: Int) -> Bool {
      letters.count > fromEnd && !isVowel(letters[letters.count - 1 - fromEnd])
    }
    if text.hasSuffix("e"), !text.hasSuffix("ee"), letters.count > 2 {
      // "table", but "while".
      if text.hasSuffix("le"), consonant(2) { return letters }
      return Array(letters.dropLast())
    }
    if text.hasSuffix("es"), letters.count > 3 {
      if text.hasSuffix("les"), consonant(3) { return letters }
      let stem = String(text.dropLast())
      if text.hasSuffix("ies") || text.hasSuffix("ees") { return letters }
      return endsHissing(stem) || text.hasSuffix("ches") || text.hasSuffix("shes")
        || text.hasSuffix("xes") || text.hasSuffix("ces")
        ? letters : Array(letters.dropLast(2)) + [UInt8(ascii: "s")]
    }
    if text.hasSuffix("ed"), letters.count > 3, consonant(2) {
      if text.hasSuffix("ted") || text.hasSuffix("ded") { return letters }
      if text.hasSuffix("led"), consonant(3), letters[letters.count - 4] != UInt8(ascii: "l") {
        return letters
      }
      return Array(letters.dropLast(2)) + [UInt8(ascii: "d")]
    }
    return letters
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }

  /// How often two vowels in a row are spoken apart.
  private static func separations(in word: String) -> Int {
    var count = 0
    func add(_ vowels: String, exceptAfter consonants: [String]) {
      var rest = word[...]
      while let found = rest.firstRange(of: vowels) {
        let before = word[..<found.lowerBound]
        if !consonants.contains(where: { before.hasSuffix($0) }) { count += 1 }
        rest = rest[found.upperBound...]
      }
    }
    // "social" and "partial", but "serial" and "diabetes".
    add("ia", exceptAfter: ["c", "t", "g", "sh", "a", "e", "o"])
    add("io", exceptAfter: ["t", "s", "c", "g", "x", "a", "e", "o"])
    add("iu", exceptAfter: [])
    add("eo", exceptAfter: ["p", "g", "l"])
    add("ua", exceptAfter: ["q", "g", "s"])
    add("uo", exceptAfter: ["q", "g"])
    add("ying", exceptAfter: ["a", "e", "o"])
    add("eing", exceptAfter: [])
    add("oing", exceptAfter: [])
    add("iet", exceptAfter: ["s"])
    add("iest", exceptAfter: ["pr"])
    add("ience", exceptAfter: ["t", "c", "sc"])
    if word.hasSuffix("ier"), word.utf8.count > 4 { count += 1 }
    return count
  }

  /// Words that keep to no rule, or are too common to go wrong.
  private static let exceptions: [String: Int] = [
    "able": 2, "acne": 2, "actually": 4, "aid": 1, "apnea": 3, "area": 3, "aren't": 1, "biopsy": 3,
    "business": 2, "can't": 1, "careful": 2, "client": 2, "closely": 2, "couldn't": 2,
    "create": 2, "created": 3, "cruel": 2, "diet": 2, "doesn't": 2, "don't": 1, "evening": 2,
    "every": 2, "everyday": 3, "everyone": 3, "everything": 3, "everywhere": 3,
    "eye": 1, "fluid": 2, "forehead": 2, "friend": 1, "friends": 1, "giant": 2, "hadn't": 2,
    "haven't": 2, "hasn't": 2, "heartbeat": 2, "hour": 1, "hours": 1, "idea": 3, "ideas": 3,
    "isn't": 2, "lifetime": 2, "likely": 2, "lion": 2, "maybe": 2, "medicine": 3, "movement": 2,
    "naive": 2, "nausea": 3, "neither": 2, "none": 1, "often": 2, "ourselves": 2,
    "people": 2, "period": 3, "poem": 2, "quiet": 2, "react": 2, "reaction": 3, "real": 1,
    "really": 2, "recipe": 3, "reliable": 4, "ruin": 2, "safety": 2, "science": 2, "seeing": 2,
    "several": 3, "shouldn't": 2, "somebody": 3, "someone": 2,
    "something": 2, "sometimes": 2, "somewhere": 2, "suicide": 3, "suicidal": 4, "sure": 1,
    "themselves": 2, "therefore": 2, "they're": 1, "tried": 1, "trial": 2, "triage": 2,
    "usual": 3, "usually": 4, "variety": 4, "vein": 1, "violence": 3, "violent": 3, "wasn't": 2,
    "we're": 1, "weren't": 1, "whatever": 3, "whenever": 3, "wherever": 3, "whoever": 3,
    "whole": 1, "wholesale": 2, "won't": 1, "wouldn't": 2, "yes": 1, "you're": 1, "yourselves": 2,
    "homework": 2, "household": 2, "housework": 2, "caregiver": 3, "caretaker": 3, "lifestyle": 2,
    "dosage": 2, "cooperate": 4, "coordinate": 4, "coincide": 3, "doing": 2,
    "being": 2, "going": 2, "oasis": 3, "ion": 2, "fire": 1, "hire": 1, "tire": 1, "tired": 1,
    "iron": 2, "higher": 2, "lower": 2, "power": 2, "mri": 3, "ct": 2, "tv": 2, "id": 2, "pm": 2,
    "am": 1, "er": 2, "ok": 2, "mg": 3, "ml": 3, "kg": 3, "cm": 4, "diabetes": 4, "seizure": 2,
    "pneumonia": 3, "anesthesia": 5, "awhile": 2, "toward": 2, "towards": 2, "museum": 3,
    "video": 3, "radio": 3, "studio": 3, "liar": 2, "dial": 2, "vial": 2,
    "phial": 2, "bias": 2, "via": 2, "social": 2, "special": 2, "lying": 2, "tying": 2, "dying": 2,
    "experience": 4, "obedience": 4, "audience": 3, "convenient": 3, "ingredient": 4,
    "recipient": 4, "orient": 3, "nutrient": 3, "patient": 2, "ancient": 2,
  ]
}
