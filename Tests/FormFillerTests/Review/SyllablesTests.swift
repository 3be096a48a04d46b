import Testing

@testable import FormFiller

/// Syllables as dictionaries divide the words.
@Suite struct SyllablesTests {
  static let words: [(Int, String)] = [
    (
      1,
      """
      a the pain you your would have been use used pills dose eyes walked worse feels take home sleep
      through strength scratched don't can't won't aren't I'm you're year's whole friend piece 7 2019
      WALKED Walked you’re
      """
    ),
    (
      2,
      """
      doctor table muscle needed started doses boxes changes spasm isn't didn't couldn't nurse's
      people something sometimes careful safely statement every quiet being going trying little
      pressure seizure weakness hopeless people's problem maybe science diet nervous answer kidney
      tablet closely feelings passage itself itches troubles creates
      """
    ),
    (
      3,
      """
      medicine allergy ketamine period area idea reaction carrier easier family hospital usual
      everything nausea video seemingly blood-thinner together decided depression alcohol carefully
      follow-up
      """
    ),
    (4, "operation usually diabetes experience anybody reptilian emergency"),
    (5, "anesthesia university refrigerator"),
  ]

  static let cases = words.flatMap { count, line in
    line.split(whereSeparator: \.isWhitespace).map { (String($0), count) }
  }

  @Test(arguments: cases) func `counts as a dictionary divides`(_ word: String, _ count: Int) {
    #expect(Syllables.count(in: word) == count)
  }
}
