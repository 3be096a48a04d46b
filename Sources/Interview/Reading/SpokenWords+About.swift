extension SpokenWords {
  /// A line in lower case without words that say it is not exact, and whether there were any.
  func withoutAbout(_ line: String) -> (text: String, isApproximate: Bool) {
    var text = line
    var isApproximate = false
    for word in about {
      let isSign = word.count == 1
      guard let rest = text.dropping(prefix: isSign ? word : word + " ") else { continue }
      text = rest
      isApproximate = true
    }
    for word in orSo {
      guard let rest = text.dropping(suffix: " " + word) else { continue }
      text = rest
      isApproximate = true
    }
    return (text, isApproximate)
  }
}
