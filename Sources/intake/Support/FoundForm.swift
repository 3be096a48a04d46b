import FormFiller

/// A form and where it is from.
struct FoundForm {
  /// The file of the questionnaire.
  let file: String
  let form: Form
  /// The folder that its parts are in.
  let folder: String
}
