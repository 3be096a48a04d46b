/// Divides lines into pages that fit the screen.
enum Paginator {
  /// The pages of at most `height` lines.
  ///
  /// Where the lines from `questionStart` on fit one page, they stand on one.
  static func pages(of lines: [String], questionStart: Int, height: Int) -> [[String]] {
    let height = max(height, 4)
    if lines.count <= height { return [lines] }
    let question = Array(lines[questionStart...])
    if question.count <= height, questionStart > 0 {
      return chunks(of: Array(lines[..<questionStart]), height: height) + [withoutGap(question)]
    }
    return chunks(of: lines, height: height)
  }

  /// Pages that end at an empty line where there is one in their second half.
  private static func chunks(of lines: [String], height: Int) -> [[String]] {
    var pages: [[String]] = []
    var rest = withoutGap(lines)
    while rest.count > height {
      let half = height / 2
      let gap = rest[half...height].lastIndex(of: "")
      let end = gap ?? height
      pages.append(Array(rest[..<end]))
      rest = withoutGap(Array(rest[end...]))
    }
    if !rest.isEmpty { pages.append(rest) }
    return pages
  }

  private static func withoutGap(_ lines: [String]) -> [String] {
    Array(lines.drop { $0.isEmpty })
  }
}
