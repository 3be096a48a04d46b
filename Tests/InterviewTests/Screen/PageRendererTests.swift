import LineEditor
import Testing

@testable import Interview

@Suite struct PageRendererTests {
  static let blocks: [Block] = [
    .title("Your medicines and everything else that you take every day", isNew: true),
    .text("A first paragraph that is longer than a narrow screen.\n\nA second, shorter one."),
    .question("Wie heißt das Medikament, das Sie zuletzt genommen haben? 山田太郎さんの薬の名前は何ですか"),
    .hint("Like Lyrica."),
    .choices([
      .init(marker: "9", label: "By mouth, swallowed with enough water", isChosen: true),
      .init(marker: "10", label: "Under the tongue or in the cheek, where it melts slowly"),
    ]),
    .entry(7, label: "A label", answer: String(repeating: "unbroken", count: 20)),
    .error("Error: Dose must be a number, like 7."), .note("Your answer: 7"),
    .keys("Not sure? Type ?   Also: back, skip, stop"),
  ]

  @Test(arguments: [40, 41, 60, 79, 80, 120, 200], [Terminal.Presentation.plain, .styled])
  func `no line is wider than the screen, at any width`(
    _ columns: Int, _ presentation: Terminal.Presentation
  ) {
    let renderer = PageRenderer(presentation: presentation, colour: .off, columns: columns)
    for block in Self.blocks {
      for line in renderer.lines(for: block, isFirst: false) {
        #expect(TextWidth.columns(of: line) < columns, "\(line)")
      }
    }
  }

  @Test func `keeps every word`() {
    let renderer = PageRenderer(presentation: .plain, colour: .off, columns: 40)
    let text = "one two three four five six seven eight nine ten eleven twelve thirteen"
    let lines = renderer.lines(for: .text(text), isFirst: true)
    #expect(lines.count > 1)
    #expect(lines.joined(separator: " ") == text)
  }

  @Test func `marks the choice in words and lines the others up`() {
    let renderer = PageRenderer(presentation: .plain, colour: .off, columns: 40)
    #expect(
      renderer.lines(for: Self.blocks[4], isFirst: true) == [
        "   9  By mouth, swallowed with enough", "      water (chosen)",
        "  10  Under the tongue or in the cheek,", "      where it melts slowly",
      ])
  }

  @Test(arguments: [
    (Terminal.Presentation.styled, Terminal.Colour.allowed, true), (.styled, .off, false),
    (.plain, .allowed, false), (.plain, .off, false),
  ])
  func `bold only where it is allowed`(
    _ presentation: Terminal.Presentation, _ colour: Terminal.Colour, _ isBold: Bool
  ) {
    let renderer = PageRenderer(presentation: presentation, colour: colour, columns: 80)
    let text = Self.blocks.flatMap { renderer.lines(for: $0, isFirst: false) }.joined()
    #expect(text.contains("\u{1B}[1m") == isBold)
    if !isBold { #expect(!text.contains("\u{1B}")) }
  }

  @Test(arguments: [
    "\u{1B}[2Jgone", "bell\u{7}", "back\u{8}\u{8}space", "\u{202E}reversed", "c1 \u{9B}31m",
    "nul\u{0}", "\u{301}mark first",
  ])
  func `no control character of a form or an answer reaches the screen`(_ hostile: String) {
    let renderer = PageRenderer(presentation: .plain, colour: .off, columns: 80)
    let blocks: [Block] = [
      .title(hostile, isNew: true), .text(hostile), .question(hostile), .hint(hostile),
      .choices([.init(marker: "1", label: hostile)]), .entry(1, label: hostile, answer: hostile),
      .error(hostile), .note(hostile), .keys(hostile),
    ]
    for line in blocks.flatMap({ renderer.lines(for: $0, isFirst: true) }) {
      #expect(line == TextSanitizer.sanitized(line))
    }
  }

  @Test func `in plain text a section is named once`() {
    let renderer = PageRenderer(presentation: .plain, colour: .off, columns: 80)
    #expect(
      renderer.lines(for: .title("A", isNew: true), isFirst: true) == ["Section: A"])
    #expect(renderer.lines(for: .title("A", isNew: false), isFirst: true) == [])
  }
}

@Suite struct PaginatorTests {
  @Test(arguments: 4...40, [0, 3, 17, 60])
  func `every line stands on one page, and no page is longer than the screen`(
    _ height: Int, _ questionStart: Int
  ) {
    let lines = (0..<61).map { $0 % 7 == 6 ? "" : "line \($0)" }
    let pages = Paginator.pages(of: lines, questionStart: questionStart, height: height)
    #expect(pages.allSatisfy { $0.count <= height && !$0.isEmpty })
    #expect(pages.flatMap { $0 }.filter { !$0.isEmpty } == lines.filter { !$0.isEmpty })
  }

  @Test func `a question that fits is not torn apart`() {
    let lines = (0..<30).map { "line \($0)" }
    let pages = Paginator.pages(of: lines, questionStart: 24, height: 10)
    #expect(pages.last == Array(lines[24...]))
  }
}
