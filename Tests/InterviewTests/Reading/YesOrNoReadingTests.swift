import FHIR
import Testing

@testable import Interview

@Suite struct YesOrNoReadingTests {
  @Test(arguments: [
    "1", "1.", "1)", "y", "Y", "ye", "yes", "YES", "Yes.", " yes ", "yeah", "yep", "yup", "true",
    "sure", "ok", "yes please", "Yes, please!", "yes, I do", "I do", "I agree",
  ])
  func yes(line: String) { #expect(Question("boolean").shown(line) == "Yes") }

  @Test(arguments: [
    "2", "2.", "n", "N", "no", "NO", "No!", "nope", "nah", "false", "no thanks", "No, thank you.",
    "I don't", "no, I don’t", "not at all", "never", "I don’t agree",
  ])
  func no(line: String) { #expect(Question("boolean").shown(line) == "No") }

  @Test(arguments: ["3", "0", "12", "yes and no", "maybe", "yesno", "x", "nay be", "1 2", "!"])
  func neither(line: String) { #expect(Question("boolean").read(line) == .problem(.notYesOrNo)) }
}
