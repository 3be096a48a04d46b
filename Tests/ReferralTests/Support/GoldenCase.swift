import FHIR
import FormFiller

@testable import Referral

/// A small form with answers, whose summary is written down here in full.
enum GoldenCase {
  private static let form = #"""
    {"linkId":"who","type":"group","text":"About you",
     \#(TestForm.code(.section, "identity", display: "Patient and contact")),"item":[
      {"linkId":"name","type":"string","text":"What is your full name?",
       "code":[{"system":"\#(SummaryCodeSystem.role.rawValue)","code":"patient-name"}],
       \#(TestForm.short("Full name"))},
      {"linkId":"birth","type":"date","text":"What is your date of birth?",
       \#(TestForm.role("birth-date")),\#(TestForm.short("Date of birth"))}]},
    {"linkId":"heart","type":"group","text":"Your heart","item":[
      {"linkId":"heart.now","type":"boolean","text":"Do you have chest pain now?",
       \#(TestForm.short("Chest pain now"))},
      {"linkId":"heart.page","type":"display","text":"Call for help now.",
       "extension":[{"url":"\#(ExtensionURL.helpPage.rawValue)","valueCode":"emergency"},
        {"url":"\#(ExtensionURL.shortText.rawValue)","valueString":"Chest pain"}],
       "enableWhen":[{"question":"heart.now","operator":"=","answerBoolean":true}]},
      {"linkId":"heart.ever","type":"boolean","text":"Ever a heart attack?"},
      {"linkId":"heart.when","type":"date","text":"When?"}]},
    {"linkId":"signs","type":"choice","repeats":true,"text":"Which of these do you have?",
     \#(TestForm.short("Signs")),"answerOption":[{"valueString":"Fever"},{"valueString":"Chills"},
      {"valueString":"Cough"}]},
    {"linkId":"medicine","type":"group","text":"Medicine","repeats":true,"item":[
      {"linkId":"medicine.name","type":"string","text":"Name"},
      {"linkId":"medicine.dose","type":"quantity","text":"Dose"}]}
    """#

  /// The summary.
  static func summary() throws -> ReferralSummary {
    var response = Response(to: try TestForm.form(form, status: "draft"))
    try response.answer("name", .string("Ana Example"))
    if let date = PartialDate("1950-03-04") { try response.answer("birth", .date(date)) }
    try response.answer("heart.now", .boolean(true))
    try response.answer("heart.ever", .boolean(false))
    try response.change("heart.when", .clear)
    try response.answer("medicine.name", .string("Aspirin"))
    try response.answer(
      "medicine.dose",
      .quantity(
        Quantity(
          value: ExactDecimal(100), unit: "mg", system: "http://unitsofmeasure.org", code: "mg")))
    try response.answer("signs", .string("Fever"), .string("Chills"))
    var context = try TestForm.context()
    context.clinic = SummaryContext.Clinic(name: "Example Clinic", phone: "555 0199")
    context.authors = [.patient]
    return ReferralSummary(of: response, status: .stopped, context: context)
  }

  /// The summary as text.
  static let text = #"""
    REFERRAL SUMMARY                                 Patient-reported, not verified.
    ================================================================================
    Name            Ana Example
    Date of birth   1950-03-04 (age 75)
    Phone           (not stated)
    Clinic          Example Clinic, 555 0199
    Answered by     typed by patient
    Dates           summary made 2025-06-01 10:00 UTC+02:00
    Form            Test, version 1, DRAFT, not approved
    Response        PART: stopped before the end; 8 asked: 7 answered, 1 skipped
    Rules           none were applied to these answers

    URGENT (1)
    --------------------------------------------------------------------------------
    ! Chest pain: Do you have chest pain now? "Yes" (emergency page, 2025-06-01
      10:00 UTC+02:00)

    ASKED, ANSWERED NO (1)
      Your heart: Ever a heart attack?
    SKIPPED (1)
      Your heart: When?

    ================================================================================
    HELP PAGES THAT ANSWERS OPENED
    ================================================================================
    ! Chest pain (emergency page, 2025-06-01 10:00 UTC+02:00)
        Do you have chest pain now?
          "Yes"

    ================================================================================
    FOR THE CLINICIAN
    ================================================================================
    [ ] accept      [ ] more information      [ ] decline

    Name _____________________________  Signature ________________________________

    Date _____________________________  Notes ____________________________________

    ================================================================================
    ALL ANSWERS BY SECTION
    ================================================================================

    Patient and contact
    --------------------------------------------------------------------------------
      About you
        Full name                   "Ana Example"
        Date of birth               1950-03-04

    Your heart
    --------------------------------------------------------------------------------
      Chest pain now                Yes
      Ever a heart attack?          No
      When?                         (skipped)

    Answers
    --------------------------------------------------------------------------------
      Signs                         - Fever
                                    - Chills

    Medicine
    --------------------------------------------------------------------------------
      No.  Name       Dose
      ---  ---------  ------
      1    "Aspirin"  100 mg

    ================================================================================
    THE QUESTIONS AS THEY WERE ASKED
    ================================================================================
    Full name                       What is your full name?
    Date of birth                   What is your date of birth?
    Chest pain now                  Do you have chest pain now?
    Signs                           Which of these do you have? Choices: Fever;
                                    Chills; Cough

    ================================================================================
    Patient-reported, not verified. Made by intake 0.1.0. End of summary.
    """#
}
