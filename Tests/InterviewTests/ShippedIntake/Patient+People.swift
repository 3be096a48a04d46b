extension Patient {
  /// Somebody of 58 with back and leg pain since an operation, raised blood pressure, low mood and
  /// four medicines, who answers all there is to answer.
  static let typical = Patient(answers: [
    "consent.agree": ["yes"], "age.adult": ["yes"], "urgent.signs": ["none"],
    "respondent.who": ["1"], "respondent.screen": ["1"],
    "identity.interpreter": ["no"], "identity.name": ["Maria Lopez"],
    "identity.birth-date": ["14 May 1967"], "identity.phone": ["555 0123"],
    "pain.main-site": ["lower back"], "pain.since": ["2019"], "pain.diagnosis": ["low back"],
    "nrs.worst": ["8"], "nrs.now": ["6"],
    "peg.pain": ["7"], "peg.enjoyment": ["8"], "peg.activity": ["6"],
    "private-health.ok-here": ["yes"],
    "phq-9.1": ["2"], "phq-9.2": ["2"], "phq-9.3": ["4"], "phq-9.4": ["3"], "phq-9.5": ["1"],
    "phq-9.6": ["1"], "phq-9.7": ["2"], "phq-9.8": ["1"], "phq-9.9": ["1"],
    "phq-9.difficulty": ["2"],
    "asq.1": ["no"], "asq.2": ["no"], "asq.3": ["no"], "asq.4": ["no"],
    "pregnancy.possible": ["no"], "unusual-experiences.ever": ["none"],
    "medicines.any": ["yes"], "medicines.kinds": ["4"],
    "medicine.name": ["Lisinopril 10 mg once a day"],
    "medicine.purpose": ["skip"],
    "medicine?": [
      "Gabapentin 300 mg three times a day", "Sertraline 50 mg once a day",
      "Ibuprofen 400 mg twice a day", "no",
    ],
    "allergies.any": ["yes"], "allergy.substance": ["penicillin"], "allergy.reaction": ["rash"],
    "allergy?": ["no"],
    "heart.conditions": ["high blood pressure"], "heart.high-blood-pressure.controlled": ["yes"],
    "head.conditions": ["none"], "breathing.conditions": ["none"], "organs.conditions": ["none"],
    "ketamine.ever": ["no"],
    "measurements.weight": ["180 lb"], "measurements.height": ["168 cm"],
    "measurements.systolic": ["134"], "measurements.diastolic": ["82"],
    "measurements.pressure-date": ["3 March 2026"],
    "red-flags.signs": ["none"], "red-flags.history": ["none"],
    "part-two.when": ["now"],

    "referral.usual-doctor": ["Dr. Ash"], "referral.needs": ["lying still"],
    "pain-story.start": ["after an operation"],
    "pain-story.pattern": ["2"], "pain-story.words": ["burning, aching"],
    "pain-story.worse": ["sitting"],
    "pain-story.other-sites": ["thigh"], "pain-story.other-illness": ["no"],
    "pain-story.tests": ["mri"], "pain-story.tests-when": ["May 2023 at City Hospital"],
    "treatments.tried": ["1 5 8 12 14"],
    "treatment.simple-painkiller.benefit": ["a little"],
    "treatment.simple-painkiller.outcome": ["1"],
    "treatment.nerve-pill.benefit": ["quite a bit"], "treatment.nerve-pill.outcome": ["1"],
    "treatment.opioid.benefit": ["a little"], "treatment.opioid.outcome": ["side effects"],
    "treatment.opioid.details": ["tramadol, 200 mg a day, six months in 2021, felt sick"],
    "treatment.exercise.benefit": ["a little"], "treatment.hands-on.benefit": ["not at all"],
    "procedures.had": ["1"], "procedure.block.benefit": ["a little"],
    "procedure.block.details": ["shots in the lower back, June 2022"],
    "anesthesia.history": ["none"], "sleep.trouble": ["quite hard"],
    "private-life.ok-here": ["yes"], "mental-health.conditions": ["depression"],

    "gad-7.1": ["2"], "gad-7.2": ["1"], "gad-7.3": ["2"], "gad-7.4": ["2"], "gad-7.5": ["1"],
    "gad-7.6": ["2"], "gad-7.7": ["1"], "pc-ptsd-5.event": ["no"],
    "audit-c.1": ["monthly or less"], "audit-c.2": ["1 or 2"], "audit-c.3": ["never"],
    "substances.cannabis": ["never"], "substances.used": ["none"], "substances.overdose": ["no"],
    "daily-life.work": ["1"],
    "goals.main": ["walk with my dog"], "home-support.escort": ["yes"],
    "identity.emergency-contact": ["Ben Lopez 555 0199"],
    "home-support.talk-alone": ["no"],
    "legal.claim": ["skip"], "notes.text": ["skip"], "attestation.true": ["yes"],
  ])
}

extension Patient {
  /// The same person with eight medicines more, each in one line.
  static let withTwelveMedicines = Patient(
    answers: typical.answers.merging([
      "medicine?": [
        "Gabapentin 300 mg three times a day",
        "Sertraline 50 mg once a day",
        "Ibuprofen 400 mg twice a day", "Metformin 500 mg twice a day",
        "Atorvastatin 20 mg once a day", "Oxycodone 5 mg four times a day",
        "Cyclobenzaprine 10 mg once a day", "Omeprazole 20 mg once a day",
        "Amlodipine 5 mg once a day", "Trazodone 50 mg once a day",
        "Levothyroxine 75 mcg once a day", "no",
      ]
    ]) { $1 })
}
