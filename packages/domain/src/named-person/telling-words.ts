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
