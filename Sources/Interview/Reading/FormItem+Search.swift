import FHIR
import FormFiller

extension FormItem {
  /// Whether the options are so many that they are searched by their names instead of read.
  ///
  /// An answer to such a question keeps the name that the person used.
  var isSearched: Bool { options.count > (control == .autocomplete ? 9 : 50) }
}
