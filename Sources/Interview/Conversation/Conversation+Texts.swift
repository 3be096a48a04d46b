import FHIR
import FormFiller

extension Conversation {
  /// What a form says with a question besides asking it: what to do, the unit, the ends of a scale, a
  /// short explanation.
  func textBlocks(of question: FormItem) -> [Block] {
    let texts = question.children.map { form.items[$0] }
      .filter { $0.type == .display && isEnabled($0) }
    return texts.flatMap { item -> [Block] in
      let text = words.words(of: item).text
      switch item.control {
      case .prompt: return displayBlocks(for: item)
      case .flyover: return [.hint(text)]
      case .unit: return [.hint(wording.unitHint(text.onOneLine))]
      case .lower: return [.hint(scaleEnd(question.minValue, text.onOneLine))]
      case .upper: return [.hint(scaleEnd(question.maxValue, text.onOneLine))]
      default: return []
      }
    }
  }

  private func scaleEnd(_ value: AnswerValue?, _ text: String) -> String {
    value.map { wording.scaleEnd(wording.text(of: $0), means: text) } ?? text
  }

  /// A text that is shown, marked where it says how answers are kept.
  func displayBlocks(for item: FormItem) -> [Block] {
    let text = words.words(of: item).text(setting.attendance)
    let shown = item.source.displayCategory == .security ? wording.privacy(text) : text
    return (shown.isEmpty ? [] : [.text(shown)]) + mediaBlocks(for: item)
  }

  /// The words that stand for an item's pictures, films and sounds.
  func mediaBlocks(for item: FormItem) -> [Block] {
    guard item.source.node["extension"] != nil else { return [] }
    return item.source.media.map { .text($0.placeholder) }
  }
}
