/** A word of the field: what we mean by it, and what it is called in the code. */
export type GlossaryEntry = {
  readonly term: string;
  /** Its one name in code and database; none for a word that is only spoken. */
  readonly code?: string;
  readonly meaning: string;
  /** Where the word is at home; left out where it is said everywhere. */
  readonly saidIn?: "England" | "Scotland" | "Highland";
  /** Other words for it, each with who says it. */
  readonly also?: readonly string[];
};
export type GlossaryGroup = { readonly title: string; readonly entries: readonly GlossaryEntry[] };

/** The words of the product, in one place. `docs/glossary.md` is written from here. */
export const glossary: readonly GlossaryGroup[] = [
  {
    title: "Roles",
    entries: [
      {
        term: "lead professional",
        code: "leadProfessional",
        meaning:
          "The one practitioner who is a family's single contact, co-ordinates the one plan and stops services overlapping. A set of functions, not a job.",
        also: ["key worker (allowed by the managers' guide, 2.16)", "lead practitioner"],
      },
      {
        term: "deputy lead professional",
        code: "deputy",
        meaning: "Picks the role up while the lead is away. Does not share it.",
      },
      {
        term: "named person",
        code: "namedPerson",
        saidIn: "Scotland",
        meaning:
          "Every child's first contact in health or education: midwife, health visitor or a member of school staff.",
      },
      {
        term: "practitioner",
        code: "practitioner",
        meaning: "Anyone working with the child, of any agency or of none.",
      },
      { term: "supporting practitioner", meaning: "Carries out actions of the plan and does not lead it." },
      {
        term: "mentor",
        code: "mentor",
        meaning: "An experienced lead professional beside one who is new to the role.",
      },
      { term: "specialist adviser", meaning: "Gives advice without joining the plan." },
    ],
  },
  {
    title: "Roles set by law or guidance",
    entries: [
      {
        term: "statutory lead",
        code: "statutoryLead",
        meaning:
          "Whom law or procedure already makes the lead, by the child's legal status. The role is filled; nobody is chosen.",
      },
      {
        term: "social worker",
        meaning: "Leads for a looked-after child and for a child with a child protection plan.",
      },
      { term: "personal adviser", meaning: "Leads for a care leaver, and in England from the Year 9 review." },
      { term: "SENCO", meaning: "A school's special educational needs co-ordinator." },
      {
        term: "key worker",
        meaning:
          "Named for a child with a complex disability or health need. In some areas the word for any lead professional.",
      },
      { term: "care co-ordinator", meaning: "Named under the Care Programme Approach." },
      { term: "supervising officer", meaning: "The youth offending team's officer for a young person under an order." },
    ],
  },
  {
    title: "People around a child",
    entries: [
      {
        term: "child",
        code: "child",
        meaning: "A person from before birth to 19, babies and young people too; care leavers to 25.",
      },
      {
        term: "parent or carer",
        code: "carer",
        meaning: "Who brings the child up. It says nothing about who has rights in law.",
      },
      { term: "family", code: "family", meaning: "The child and those the child lives with or belongs to." },
      {
        term: "team around the child or family",
        code: "team",
        meaning: "The practitioners and the family, working to one plan.",
      },
      {
        term: "core group",
        code: "coreGroup",
        saidIn: "Scotland",
        meaning: "Those who do the plan's work from week to week.",
      },
      { term: "home agency", code: "homeAgency", meaning: "Employs the practitioner and holds them to account." },
      {
        term: "universal, targeted and specialist services",
        code: "serviceTier",
        meaning: "For every child; for children with more needs; for children with the most complex needs.",
      },
    ],
  },
  {
    title: "Managers and forums",
    entries: [
      {
        term: "line manager",
        code: "lineManager",
        meaning: "Answers for a practitioner's work in one post. Somebody with two posts has two.",
      },
      { term: "allocation", code: "allocation", meaning: "Who holds which case, and the act of giving it." },
      { term: "caseload", meaning: "The cases a person holds, counted." },
      { term: "workload", code: "workload", meaning: "What those cases ask of the person." },
      { term: "capacity", code: "capacity", meaning: "What a person can carry, agreed with their manager." },
      {
        term: "supervision",
        code: "supervision",
        meaning: "Regular time with somebody who oversees the work and supports the person.",
      },
      {
        term: "dual supervision",
        meaning: "The role of lead and the everyday practice are overseen by different managers.",
      },
      {
        term: "co-ordinator",
        code: "coordinator",
        meaning: "Keeps the arrangements of an area going: who may lead, training, disputes.",
        also: ["Change for Children Co-ordinator", "Integrated Services Co-ordinator"],
      },
      {
        term: "forum",
        code: "forum",
        meaning: "A group of managers that is the last step of an escalation.",
        also: ["Service Managers' Group (Scotland)", "Executive Group (Wigan)"],
      },
      {
        term: "Quality Assurance and Review Officer",
        code: "reviewOfficer",
        saidIn: "Highland",
        meaning: "Chairs reviews and looks at whether plans do what they say.",
      },
    ],
  },
  {
    title: "Needs",
    entries: [
      { term: "concern", code: "concern", meaning: "Something noticed about a child and not yet assessed." },
      {
        term: "additional and complex needs",
        code: "levelOfNeed",
        meaning: "More than services for every child can meet; complex ones meet a threshold in law.",
      },
      {
        term: "legal status",
        code: "legalStatus",
        meaning:
          "What a child is in law or procedure, from a day to a day: looked after, child in need, child protection plan, care leaver. Several may hold at once.",
      },
      {
        term: "assessment",
        code: "assessment",
        meaning: "What a child needs, and what is strong, worked out with the child and family.",
        also: ["common assessment, CAF (England)", "early help assessment (England, today)"],
      },
      {
        term: "well-being indicator",
        code: "wellbeingIndicator",
        saidIn: "Scotland",
        meaning:
          "One of eight: safe, healthy, achieving, nurtured, active, respected, responsible, included. Highland counts seven.",
        also: ["SHANARRI"],
      },
      {
        term: "outcome area",
        code: "outcomeArea",
        saidIn: "England",
        meaning: "One of the five outcomes an assessment is set out by.",
      },
      { term: "strengths", meaning: "What goes well. They always stand beside needs." },
    ],
  },
  {
    title: "The plan",
    entries: [
      {
        term: "plan",
        code: "plan",
        meaning: "What is to be better, who does what by when, and who leads. It has a kind.",
        also: ["Child's Plan (Scotland)", "action plan (England)", "Family Plan"],
      },
      {
        term: "single-agency and multi-agency plan",
        code: "reach",
        meaning: "Whether one agency's people work to the plan, or several's.",
      },
      { term: "sub-plan", meaning: "A part of the plan that another worker manages." },
      { term: "outcome", code: "outcome", meaning: "What will be better for the child." },
      { term: "action", code: "action", meaning: "Who does what by when." },
      { term: "review", code: "review", meaning: "A look back on a day, with people, findings and changes." },
      {
        term: "meeting",
        code: "meeting",
        meaning: "People round a table for one child.",
        also: ["child's meeting", "action meeting"],
      },
      { term: "co-ordinated support plan", saidIn: "Scotland", meaning: "A plan for education that law asks for." },
    ],
  },
  {
    title: "Movement",
    entries: [
      { term: "nomination", code: "nomination", meaning: "Somebody is proposed as lead. A nomination leads nobody." },
      { term: "acceptance", meaning: "The person proposed says yes." },
      {
        term: "handover",
        code: "handover",
        meaning: "A role passes on, as planned, from one person to another. We do not say transfer.",
      },
      {
        term: "transition",
        code: "transition",
        meaning: "A stage of life that moves the named person or the lead: birth, school, secondary school, adulthood.",
      },
      { term: "cover", code: "cover", meaning: "The deputy acts while the lead is away." },
      {
        term: "step down",
        code: "stepDown",
        meaning: "The plan is no longer needed and the named person is the contact again.",
      },
      { term: "cross-border", meaning: "The child lives in one area and is served in another." },
    ],
  },
  {
    title: "Sharing",
    entries: [
      {
        term: "consent",
        code: "consent",
        meaning: "Who agreed that what is shared, with whom and for how long. It can be taken back.",
      },
      {
        term: "sharing without consent",
        meaning: "An act of its own, with its reason, and the family is told unless that would do harm.",
      },
      {
        term: "core information",
        code: "coreInformation",
        meaning: "The little that every service working with a child may need.",
      },
      {
        term: "views",
        code: "views",
        meaning: "What the child and the family say, in their words, asked before a lead is chosen.",
      },
      { term: "advocacy", meaning: "Somebody who helps a child or family to be heard." },
    ],
  },
  {
    title: "Disagreement",
    entries: [
      {
        term: "dispute",
        code: "dispute",
        meaning: "People do not agree: on who leads, on an action not done, on the approach, on resources.",
      },
      { term: "escalation", code: "escalation", meaning: "The next level takes it up, by a date." },
      { term: "mediation", meaning: "Somebody from outside helps those who disagree." },
      { term: "appeal", meaning: "Asking the level above to look again." },
      { term: "binding decision", meaning: "A decision that settles it for everybody." },
      {
        term: "complaint",
        meaning: "A family or practitioner says that something was not right. Kept apart from disputes.",
      },
    ],
  },
  {
    title: "Rules",
    entries: [
      { term: "source", code: "source", meaning: "A document that clauses are quoted from." },
      { term: "clause", code: "clause", meaning: "A place in a source. Every rule stands on one." },
      {
        term: "rulebook",
        code: "rulebook",
        meaning:
          "What the documents of an area say, clause by clause. An edition of it is code; an area adopts it from a day.",
      },
      { term: "finding", code: "finding", meaning: "What one clause says when it is asked." },
      {
        term: "decision",
        code: "decision",
        meaning: "The answer with all findings, kept as it was with the facts it rested on.",
      },
      { term: "in force", meaning: "From the day a rule speaks to the day it is withdrawn." },
      { term: "silent", code: "silent", meaning: "No clause in force speaks to a question. It is an answer." },
      {
        term: "sets aside",
        code: "setsAside",
        meaning: "A rule of the base does not hold in an area, with the clause that replaces it.",
      },
      {
        term: "departure",
        code: "departure",
        meaning: "A rule an area has agreed not to follow, with its reason and who approved it.",
      },
    ],
  },
];
