extension Transcript {
  /// Somebody with much to say: a helper types, most branches open, and answers are changed.
  static let many = Transcript(
    """
    # The start
    May we keep your answers → 1 → Yes
    Are you 18 or older? → YES → Yes
    Is any of this happening to you right now? → chest pain
    Please read this → back
    Who is typing the answers? → back
    Is any of this happening to you right now? → 7 → None of these
    Who is typing the answers? → 3 → A helper who answers for the patient
    What is the name of the helper? → Ben O’Hara → Ben O’Hara
    How does the helper know the patient? → son → Son or daughter
    May the helper make health choices → prefer not to say → (prefers not to say)
    Who else can see this screen now? → 3 → Someone else, and I would rather they could not

    # Who it is
    Would you like an interpreter? → yes → Yes
    Which language do you want to speak? → français → français
    What is your full name? → 山田 太郎 → 山田 太郎
    What is your date of birth? → 1944-02-29 → 1944-02-29
    What is the best phone number → +1 (555) 010-0000 → +1 (555) 010-0000

    # Back across a branch: the side is asked for a shoulder, not for the whole body
    Where is your worst pain? → shoulder
    On which side is this pain? → left
    When did this pain start? → back
    On which side is this pain? → <
    Where is your worst pain? → lower back → Lower back
    When did this pain start? → not sure → (does not know)
    Has this pain lasted more than three months? → y → Yes
    What have doctors said is the cause → something else → Something else
    What did they call it? → failed back → failed back
    How strong was your pain at its worst → 9 → 9
    How strong is your pain right now? → seven → 7
    your pain on average in the past week? → 8/10 → 8
    pain has interfered with your enjoyment of life? → 9 → 9
    pain has interfered with your general activity? → 8 → 8

    # Private questions: mood, which leads straight to the suicide screen, with one page after it
    Is it OK to answer private questions here now? → yes → Yes
    Little interest or pleasure in doing things → 2 → Several days
    Feeling down, depressed, or hopeless → more than half → More than half the days
    Trouble falling or staying asleep → 4 → Nearly every day
    Feeling tired or having little energy → 4 → Nearly every day
    Poor appetite or overeating → 1 → Not at all
    Feeling bad about yourself → 2 → Several days
    Trouble concentrating on things → 1 → Not at all
    Moving or speaking so slowly → prefer not to say → (prefers not to say)
    better off dead or of hurting yourself in some way → not at all → Not at all
    how difficult have these problems made it → 2 → Somewhat difficult
    have you wished you were dead? → no → No
    better off if you were dead? → no → No
    having thoughts about killing yourself? → no → No
    Have you ever tried to kill yourself? → skip → (skipped)
    thoughts of killing yourself right now? → no → No
    Please read this →
    Could you be pregnant → no → No
    Has any of this ever been true for you? → 3 → Hearing or seeing things that others could not
    Is any of this happening now? → no → No
    When did this last happen? → 1999 → 1999

    # Two medicines, of which the second is taken away again
    Do you take any medicine now? → yes → Yes
    Do you use any of these? → 7 8 → Herbs, teas or vitamins + Cannabis or CBD
    What is it called? → duloxetine → Duloxetine
    How much do you take each time? → 60 mg → 60 mg
    How often do you take it? → once a day → Once a day
    Another one? → Mistake
    How much do you take each time? → skip
    How do you take it? → skip
    How often do you take it? → skip
    What do you take it for? → skip
    Another one? → remove 2
    Remove this? Mistake → yes
    Another one? →
    Has a medicine, food or latex ever made you ill? → yes → Yes
    What made you ill? → morphine → morphine
    What happened? → 1, 7 → Itching, rash or hives + Something else
    What else happened? → saw spiders → saw spiders
    Do you want to add one more? → no

    # Health
    Has a doctor ever told you that you have any of these? → 1 2 → High blood pressure + Heart attack
    Is your blood pressure under control now? → no → No
    When was your last heart attack? → 2011 → 2011
    Have you ever had any of these? → stroke → Stroke or mini-stroke
    When was your last stroke → March 2020 → 2020-03
    Do any of these fit you? → 1 → Sleep apnea (breathing stops during sleep)
    Do you sleep with a breathing machine → yes → Yes
    Do you have, or did you have, any of these? → kidney → Kidney disease
    Do you get dialysis? → n → No
    Have you ever had ketamine or Spravato? → yes → Yes
    What was it for? → operation → An operation or emergency
    How did you get it? → 1 → A drip in a vein
    About how many times have you had it? → 1 → 1
    When did you last have it? → 2015 → 2015
    How much did it help? → 4 → Very much
    Did it cause any of these? → 1 7 → Floaty feeling, or out of my body + Something else
    What else did it cause? → giggles → giggles
    Are you taking any ketamine now? → no → No

    # Measurements and signs
    How much do you weigh? → 180 lb → 180 lb
    How tall are you? → 168 cm → 168 cm
    the upper number of your last blood pressure? → 182 → 182 mmHg
    What was the lower number? → 95 → 95 mmHg
    When was this blood pressure measured? → skip → (skipped)
    Was that in the last seven days? → yes → Yes
    Please read this →
    Do you have any of these now? → urine, fever → Trouble passing urine, or holding it + Fever or chills
    trouble passing or holding urine. Did this start → yes → Yes
    Please read this →
    fever or chills. Did this start → no → No
    When did the fever or chills start? → 2020 → 2020
    Has any of this ever been true for you? → cancer → Cancer
    What kind of cancer was it? → skin → skin
    When was it found? → about 2005 → 2005

    # Part two
    When do you want to answer part two? → now → Now
    Who is your usual doctor? → Dr. Ash → Dr. Ash
    Which of these may be hard for you at a visit? → 8 → None of these
    How did your main pain begin? → after an operation → After an operation
    Is your pain always there → 2 → Always there, with bad spells
    Which of these words fit your pain? → 1 2 4 8 → Burning + Electric shocks + Numb + Aching
    What makes your pain worse? → sitting → Sitting
    Where else does it hurt? → neck → Neck
    Has a doctor named any other pain illness you have? → no → No
    Which of these tests did you have for your pain? → mri, blood → MRI scan + Blood tests
    When and where was the last of these tests? → May 2023 at City → May 2023 at City
    # What was tried: a list, then a few questions for each
    Which of these have you tried for your pain? → nerve pills, exercise → Nerve pills, like gabapentin or Lyrica + Exercise or physical therapy
    How much did it help your pain? → 3 → Quite a bit
    Do you still use it → side effects → Side effects
    Which one was it, how much a day → Pregabalin 300 mg, dizzy → Pregabalin 300 mg, dizzy
    How much did it help your pain? → a little → A little
    Which of these have you had for your pain? → stimulator → Nerve stimulator put in
    How much did it help your pain? → 1 → Not at all
    What was done, and when was the last time? → June 2022 in the back → June 2022 in the back
    Is the device still in your body? → yes → Yes
    Which of these are true for you? → 5 → I get sick in cars or boats
    How hard is it to fall asleep → quite hard → Quite hard

    # Private questions again, for a while
    Is it still OK to answer private questions here? → no → No

    # What is left
    Which of these fits you best? → retired → I am retired
    what would you do that you cannot do now? → play with my grandchild → play with my grandchild
    Is there an adult who can take you home → yes → Yes
    Who should we call if you need help? → Zoë 555 0199 → Zoë 555 0199
    # Left out of the summary unless a clinician asks for it
    Is there a court case or work claim → prefer not to say
    Is there anything else you want us to know? → no thanks → no thanks
    Are your answers true → yes → Yes

    # The list of answers, and its end
    Check your answers → 0
    """)
}
