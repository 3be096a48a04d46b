extension Transcript {
  /// Somebody who has little to say: most branches stay closed, part two is left for later.
  static let few = Transcript(
    """
    # The start
    May we keep your answers → yes → Yes
    Are you 18 or older? → y → Yes
    Is any of this happening to you right now? → none of these → None of these
    Who is typing the answers? → 1 → The patient
    Who else can see this screen now? → 1 → No one else

    # Who it is
    Would you like an interpreter? → no → No
    What is your full name? → Ana Müller → Ana Müller
    What is your date of birth? → 27 March 1955 → 1955-03-27
    What is the best phone number → 555 0123 → 555 0123

    # Pain, and the place for private questions
    Where is your worst pain? → lower back → Lower back
    When did this pain start? → march 2019 → 2019-03
    What have doctors said is the cause → not sure → (does not know)
    How strong was your pain at its worst → 7 → 7
    How strong is your pain right now? → five → 5
    your pain on average in the past week? → 6/10 → 6
    pain has interfered with your enjoyment of life? → skip → (skipped)
    pain has interfered with your general activity? → 4 → 4
    Is it OK to answer private questions here now? → no → No

    # Medicines
    Do you take any medicine now? → no → No
    Do you use any of these? → none → None of these
    Has a medicine, food or latex ever made you ill? → no → No

    # Health
    Has a doctor ever told you that you have any of these? → 8 → None of these
    Have you ever had any of these? → none → None of these
    Do any of these fit you? → 8 → None of these
    Do you have, or did you have, any of these? → 8 → None of these
    Have you ever had ketamine or Spravato? → prefer not to say → (prefers not to say)

    # Measurements and signs
    How much do you weigh? → 70 kg → 70 kg
    How tall are you? → 170 cm → 170 cm
    the upper number of your last blood pressure? → skip → (skipped)
    Do you have any of these now? → 8 → None of these
    Has any of this ever been true for you? → none → None of these

    # The end
    When do you want to answer part two? → 2 → Later, or with a nurse
    Are your answers true → yes → Yes
    Check your answers → 0
    """)
}
