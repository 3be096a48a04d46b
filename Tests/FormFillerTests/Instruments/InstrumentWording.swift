/// The words of the instruments, written here a second time so that nobody changes one unawares.
extension Instrument {
  /// Titles and hints of our own, which are no part of the instrument.
  static let ownWords = Set([
    "Patient Health Questionnaire (PHQ-9)", "Generalized Anxiety Disorder (GAD-7)",
    "Pain, Enjoyment, General activity (PEG)", "Primary Care PTSD Screen (PC-PTSD-5)",
    "Alcohol (AUDIT-C)", drink, "Questions we ask everyone (ASQ)", asqIntroduction,
  ]).union(nrsWording)

  private static let drink =
    "In the US, one drink is 12 oz of beer, 5 oz of wine or 1.5 oz of liquor (14 g of alcohol)."
  private static let frequency = [
    "Not at all = 0", "Several days = 1", "More than half the days = 2", "Nearly every day = 3",
  ]
  private static let yesOrNo = ["Yes = 1", "No = 0"]
  private static let interference =
    "A number from 0 (Does not interfere) to 10 (Completely interferes)."

  /// The texts in order, each followed by its hint and its options with what they score.
  var wording: [String] {
    switch self {
    case .phq9: Self.phq9Wording
    case .gad7: Self.gad7Wording
    case .peg: Self.pegWording
    case .pcPTSD5: Self.pcPTSD5Wording
    case .auditC: Self.auditCWording
    case .asq: Self.asqWording
    case .nrs: Self.nrsWording
    }
  }

  private static let phq9Wording: [String] =
    [
      "Patient Health Questionnaire (PHQ-9)",
      "Over the last 2 weeks, how often have you been bothered by any of the following problems?",
    ] + phq9Problems.flatMap { [$0] + frequency } + [difficulty] + difficulties

  private static let phq9Problems: [String] = [
    "Little interest or pleasure in doing things",
    "Feeling down, depressed, or hopeless",
    "Trouble falling or staying asleep, or sleeping too much",
    "Feeling tired or having little energy",
    "Poor appetite or overeating",
    """
    Feeling bad about yourself - or that you are a failure or have let yourself or your family down
    """,
    """
    Trouble concentrating on things, such as reading the newspaper or watching television
    """,
    """
    Moving or speaking so slowly that other people could have noticed? Or the opposite - being so \
    fidgety or restless that you have been moving around a lot more than usual
    """,
    "Thoughts that you would be better off dead or of hurting yourself in some way",
  ]

  private static let difficulty = """
    If you checked off any problems, how difficult have these problems made it for you to do your \
    work, take care of things at home, or get along with other people?
    """

  private static let difficulties = [
    "Not difficult at all", "Somewhat difficult", "Very difficult", "Extremely difficult",
  ]

  private static let gad7Wording: [String] =
    ["Generalized Anxiety Disorder (GAD-7)", gad7Stem] + gad7Problems.flatMap { [$0] + frequency }

  private static let gad7Stem =
    "Over the last 2 weeks, how often have you been bothered by the following problems?"

  private static let gad7Problems = [
    "Feeling nervous, anxious or on edge", "Not being able to stop or control worrying",
    "Worrying too much about different things", "Trouble relaxing",
    "Being so restless that it is hard to sit still", "Becoming easily annoyed or irritable",
    "Feeling afraid as if something awful might happen",
  ]

  private static let pegWording: [String] = [
    "Pain, Enjoyment, General activity (PEG)",
    "What number best describes your pain on average in the past week?", painScale,
    """
    What number best describes how, during the past week, pain has interfered with your enjoyment \
    of life?
    """, interference, activity, interference,
  ]

  private static let painScale = "A number from 0 (No pain) to 10 (Pain as bad as you can imagine)."
  private static let activity = """
    What number best describes how, during the past week, pain has interfered with your general \
    activity?
    """

  private static let pcPTSD5Wording: [String] =
    [
      "Primary Care PTSD Screen (PC-PTSD-5)", event, "Yes", "No", "In the past month, have you ...",
    ] + pcPTSD5Signs.flatMap { [$0] + yesOrNo }

  private static let event = """
    Sometimes things happen to people that are unusually or especially frightening, horrible, or \
    traumatic. For example: a serious accident or fire; a physical or sexual assault or abuse; an \
    earthquake or flood; a war; seeing someone be killed or seriously injured; having a loved one \
    die through homicide or suicide. Have you ever experienced this kind of event?
    """

  private static let pcPTSD5Signs = [
    "had nightmares about the event(s) or thought about the event(s) when you did not want to?",
    """
    tried hard not to think about the event(s) or went out of your way to avoid situations that \
    reminded you of the event(s)?
    """,
    "been constantly on guard, watchful, or easily startled?",
    "felt numb or detached from people, activities, or your surroundings?",
    """
    felt guilty or unable to stop blaming yourself or others for the event(s) or any problems the \
    event(s) may have caused?
    """,
  ]

  private static let auditCWording = [
    "Alcohol (AUDIT-C)",
    "How often do you have a drink containing alcohol?", "Never = 0", "Monthly or less = 1",
    "2-4 times a month = 2", "2-3 times a week = 3", "4 or more times a week = 4",
    drink, "How many standard drinks containing alcohol do you have on a typical day?",
    "1 or 2 = 0", "3 or 4 = 1", "5 or 6 = 2", "7 to 9 = 3", "10 or more = 4",
    "How often do you have six or more drinks on one occasion?", "Never = 0",
    "Less than monthly = 1", "Monthly = 2", "Weekly = 3", "Daily or almost daily = 4",
  ]

  private static let asqWording: [String] =
    ["Questions we ask everyone (ASQ)", asqIntroduction]
    + [
      "In the past few weeks, have you wished you were dead?",
      """
      In the past few weeks, have you felt that you or your family would be better off if you were \
      dead?
      """,
      "In the past week, have you been having thoughts about killing yourself?",
      "Have you ever tried to kill yourself?",
      "Are you having thoughts of killing yourself right now?",
    ].flatMap { [$0, "Yes", "No"] }

  private static let asqIntroduction = """
    We ask everyone these questions. A staff member will see your answers. If you may be in \
    danger, you will see how to get help now.
    """

  private static let nrsWording: [String] =
    ["Your pain in numbers"]
    + [
      "How strong was your pain at its worst in the past week?",
      "How strong is your pain right now?",
    ].flatMap { [$0, "A number from 0 (no pain) to 10 (the worst pain you can imagine)."] }

  /// Where the reference says with fewer words what stands here in full.
  static let shortenedInReference: [String: String] = [
    gad7Stem: "by the following problems?",
    painScale: "0 No pain - 10 Pain as bad as you can imagine",
    interference: "0 Does not interfere - 10 Completely interferes",
    activity: "with your general activity?",
  ]
}
