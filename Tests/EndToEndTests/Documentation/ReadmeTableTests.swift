import Testing

/// The table of what is supported: every row says what, and names a test that there is.
@Suite struct ReadmeTableTests {
  /// A row of the table.
  struct Row {
    let element: String
    let state: String
    let test: String
  }

  private func rows() throws -> [Row] {
    try ReadmeFile.section("What of FHIR's forms is supported").filter { $0.hasPrefix("| ") }
      .map { line in
        // The first and the last bar have nothing before and after them.
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
          .dropLast().map { String($0.trimmingPrefix(" ")).trimmingSpaces }
        try #require(cells.count == 3, "\(line)")
        return Row(element: cells[0], state: cells[1], test: cells[2])
      }.filter { $0.state != "here" }
  }

  @Test func everyRowIsSupportedOrPartlyOrNot() throws {
    let rows = try rows()
    #expect(rows.count >= 60)
    #expect(Set(rows.map(\.element)).count == rows.count, "no element stands in two rows")
    for row in rows {
      let state = row.state.prefix { $0 != ":" }
      #expect(["supported", "partly", "not"].contains(state), "\(row.element)")
      #expect(state != "partly" || row.state.contains(": "), "\(row.element) does not say what not")
      #expect((state == "not") == row.test.isEmpty, "\(row.element)")
    }
  }

  @Test func everyTestThatIsNamedIsThere() throws {
    let sources = try PackageFile.swiftSources(in: "Tests")
    for row in try rows() where !row.test.isEmpty {
      let parts = row.test.split(separator: ": ", maxSplits: 1).map(String.init)
      try #require(parts.count == 2, "\(row.test)")
      let isThere = sources.contains { source in
        source.contains("struct \(parts[0]) ")
          && (source.contains("func `\(parts[1])`") || source.contains("func \(parts[1])("))
      }
      #expect(isThere, "\(row.element): there is no test \(row.test)")
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
