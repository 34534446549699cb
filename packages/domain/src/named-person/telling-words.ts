import { inWords, type LocalDate } from "../kernel/local-date.ts";

type Told = {
  readonly child: string;
  readonly namedPerson: string;
  readonly from: LocalDate;
  readonly isAtSchool: boolean;
  /** How to reach the named person, as it is said: a phone number, an email address. */
  readonly reach: readonly string[];
};

/** What the paper for a parent or carer says: who it is, from when, what for, and how to reach them (HIG-63, HIG-66). */
export const wordsForCarer = ({ child, namedPerson, from, isAtSchool, reach }: Told): readonly string[] => [
  `${namedPerson} is the named person for ${child} from ${inWords(from)}.`,
  `The named person has a special responsibility to help. You can bring them any worry about ${child}, ${isAtSchool ? "about school or about home" : "however small"}.`,
  ...(reach.length === 0 ? [] : [`You can reach them: ${reach.join(", ")}.`]),
];

/** The same for the child, in words of their own. */
export const wordsForChild = ({ namedPerson, isAtSchool }: Told): readonly string[] => [
  `${namedPerson} is your named person.`,
  `If something worries you${isAtSchool ? ", at school or at home" : ""}, you can tell them. They will listen and try to help.`,
];

type ToldOfLead = {
  readonly child: string;
  readonly lead: string;
  readonly from: LocalDate;
  /** Who is named person beside them; undefined where nobody is, or it is the same person. */
  readonly stillNamed: string | undefined;
  readonly reach: readonly string[];
};

/** What the paper for a parent or carer says of who leads: whom to turn to about the plan, and that the named person stays (GIR-28, HIG-92, HIG-131, CWDC-2.7a). */
export const leadWordsForCarer = ({ child, lead, from, stillNamed, reach }: ToldOfLead): readonly string[] => [
  `${lead} is the lead professional for ${child} from ${inWords(from)}.`,
  "They are your one contact for the plan. Ask them how it is going, and tell them when something changes. They can say why they were chosen.",
  ...(stillNamed === undefined ? [] : [`${stillNamed} is still the named person for ${child}, and part of the team.`]),
  ...(reach.length === 0 ? [] : [`You can reach them: ${reach.join(", ")}.`]),
];

/** The same for the child. */
export const leadWordsForChild = ({ lead, stillNamed }: ToldOfLead): readonly string[] => [
  `${lead} brings together the people who help you.`,
  "You can ask them anything about your plan, and tell them what you would like. They can say why it is them.",
  ...(stillNamed === undefined ? [] : [`${stillNamed} is still there for you too.`]),
];
