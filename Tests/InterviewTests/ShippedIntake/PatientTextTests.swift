import FHIR
import FormFiller
import Foundation
import Library
import Testing

/// What all texts have to keep to that a patient reads.
@Suite struct PatientTextTests {
  /// A text with the place it stands in.
  struct Text: Hashable {
    let place: String
    let words: String

    init(place: String, words: String) {
      self.place = place
      // An illness has the name it has.
      self.words = words.lowercased().replacing("heart failure", with: "")
    }
  }

  /// The texts of the intake and of what can be read, without the instruments, whose words are not
  /// ours.
  private func texts() throws -> [Text] {
    var texts: [Text] = []
    for role in [Role.intake, .education] {
      let form = try ShippedIntake.form(role: role)
      for item in form.items where !item.isHidden {
        let isInstrument = form.instruments.contains { $0.contains(item.index) }
        // Pages of help within an instrument are ours.
        if !isInstrument || item.helpPage != nil { texts += own(item.source.node, of: item) }
        guard !isInstrument else { continue }
        texts += item.options.map { Text(place: item.linkId, words: $0.value.plainText) }
      }
    }
    return texts
  }

  /// The words of an item and of its extensions.
  private func own(_ node: JSONNode, of item: FormItem) -> [Text] {
    var found = [item.text]
    func gather(_ node: JSONNode) {
      for element in node["extension"]?.elements ?? [] {
        for name in ["valueString", "valueMarkdown"] {
          if let words = element.member(named: name)?.string { found.append(words) }
        }
        gather(element)
      }
    }
    gather(node)
    return found.map { Text(place: item.linkId, words: $0) }
  }

  /// Words that blame, label or frighten, that promise secrecy, or that decide.
  private static let unsaid = [
    #"commit(s|ted|ting)?"#, #"(un)?successful"#, #"fail(s|ed|ure)?"#,
    #"abus(e|es|ed|er|ers|ive|ing)"#, #"addict(s|ed|ion|ive)?"#, #"drug[- ]seeking"#,
    #"non-?complian(t|ce)"#, #"misus(e|ed|ing)"#,
    #"junkies?"#, #"crazy"#, #"victims?"#, #"suffer(s|ing|er)?"#, #"secrets?"#, #"confidential"#,
    #"qualif(y|ies|ied)"#, #"(in)?eligib(le|ility)"#, #"high[- ]risk"#,
    #"you should (have|try|take|start|stop|change)"#,
    #"flag(s|ged)?"#, #"scores?"#, #"cure[sd]?"#, #"miracles?"#, #"breakthroughs?"#,
  ]

  @Test(arguments: unsaid) func `is not said to a patient`(_ pattern: String) throws {
    let regex = try Regex("\\b(\(pattern))\\b").ignoresCase()
    let all = try texts()
    #expect(all.count > 400)
    #expect(all.filter { $0.words.firstMatch(of: regex) != nil } == [])
  }

  @Test func `no dose is named where the treatment is explained`() throws {
    let dose = /\d\s?(mg|mcg|µg|milligrams?|micrograms?)\b/
    let texts = try ShippedIntake.form(role: .education).items.map(\.text)
    #expect(texts.filter { $0.firstMatch(of: dose) != nil } == [])
  }

  /// Whoever is told of evidence is told of both sources, each with its year.
  @Test func `what is known is said with both sources and their years`() throws {
    let education = try ShippedIntake.form(role: .education)
    let text = education.items.map(\.text).joined(separator: " ")
    for words in ["2018", "ASRA", "2025", "Cochrane", "off-label", "other ways to treat"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(education.items.allSatisfy { $0.type == .group || $0.type == .display })
  }
}

extension Form {
  /// The parts that are asked in the words of somebody else.
  fileprivate var instruments: [Range<Int>] {
    items.filter { $0.source.isWholeLanguage }.map { $0.index..<$0.end }
  }
}
