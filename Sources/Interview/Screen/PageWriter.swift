import LineEditor

/// Writes what a person is to see, in pages that fit the screen.
public struct PageWriter {
  private let output: any TextOutput
  private let display: Display

  /// Makes a writer.
  public init(output: any TextOutput, display: Display) {
    self.output = output
    self.display = display
  }

  /// The blocks as pages of lines.
  ///
  /// - Parameters:
  ///   - questionStart: The block from which on all stands on one page where it fits.
  ///   - presentation: How they are shown, which the person can change.
  public func pages(
    of blocks: [Block], questionStart: Int, presentation: Terminal.Presentation
  ) -> [[String]] {
    let size = display.size()
    let renderer = PageRenderer(
      presentation: presentation, colour: display.colour, columns: size.columns)
    var lines: [String] = []
    var firstOfQuestion = 0
    for (index, block) in blocks.enumerated() {
      if index == questionStart { firstOfQuestion = lines.count }
      if case .lineHint = block, !display.isInteractive { continue }
      lines += renderer.lines(for: block, isFirst: lines.isEmpty)
    }
    guard display.isInteractive else { return [lines] }
    // The last two lines are the prompt's.
    return Paginator.pages(
      of: lines, questionStart: firstOfQuestion, height: size.rows - 2 - heading.count)
  }

  /// Writes one page, in place of what is on the screen or below it.
  public func write(
    _ lines: [String], presentation: Terminal.Presentation
  ) throws(OutputError) {
    let clearing = display.clearing(presentation)
    let gap = clearing.isEmpty ? "\n" : clearing
    let page = heading + lines
    try output.write(gap + page.map { $0 + "\n" }.joined() + (lines.isEmpty ? "" : "\n"))
  }

  /// What stands above every page.
  private var heading: [String] { display.banner.map { [$0, ""] } ?? [] }
}
