import type { Clause, Force, Strength } from "./clause.ts";
import type { Due } from "./due.ts";
import type { LocalDate } from "./local-date.ts";
import type { Moment } from "./moment.ts";
import type { Role } from "./role.ts";
import type { Subject } from "./subject.ts";

/** What a finding still asks for before it holds: a reason, evidence, an approval, an agreement. */
export type Need = {
  readonly what: "reason" | "evidence" | "approval" | "agreement";
  readonly from: Role;
  /** What is asked, as a phrase after "Needs": "why the named person is passed over". */
  readonly for: string;
  /** What an app stores the answer under, where the same need can be met by more than one rule. */
  readonly code?: string;
  readonly by?: Due;
};

/** What a rulebook gives a rule: its name, its clause, the days it speaks for. `until` only when a document withdraws it. */
export type RuleHead = {
  readonly id: string;
  readonly clause: Clause;
  readonly from: LocalDate;
  readonly until?: LocalDate;
  /** Left out, the strength is the status of the clause's source. */
  readonly strength?: Strength;
  readonly force?: Force;
};

/** What every rule says when it speaks, beside what its shape adds. */
export type Spoken = {
  /** A full sentence for the practitioner: what holds, what happens next or from when. */
  readonly because: string;
  readonly about: Subject;
  readonly force?: Force;
  readonly needs?: readonly Need[];
  /** Ids of rules that this one sets aside for these facts. Nothing else makes an answer softer. */
  readonly lifts?: readonly string[];
};

/** A rule of any shape: pure, total, and silent (undefined) where its clause does not speak to these facts. */
export type RuleOf<Facts, Said extends Spoken> = RuleHead & {
  readonly title: string;
  /** What the clause says when it does not say otherwise in a finding. */
  readonly force?: Force;
  /** A thing this clause asks people to weigh or answer; the comparison sheet is drawn from these. */
  readonly asks?: Asked;
  readonly apply: (facts: Facts, asAt: Moment) => Said | readonly Said[] | undefined;
};

/** A row of a comparison sheet. */
export type Asked = {
  readonly code: string;
  readonly label: string;
  readonly hint?: string;
  /** Answered once for the case, or for each person being considered. */
  readonly of: "case" | "candidate";
  /** Answered by people in words, or shown from what is recorded. */
  readonly from: "people" | "records";
  /** How people answer: in words, with how the person is placed if they like; or with yes or no. Left out, in words. */
  readonly answer?: "words" | "yes-no";
};

/** What one clause said, kept with the decision. */
export type Finding<Said extends Spoken = Spoken> = Said & {
  readonly rule: string;
  readonly title: string;
  readonly clause: Clause;
  readonly strength: Strength;
  readonly force: Force;
  /** The rule that sets this finding aside, when one does. */
  readonly liftedBy?: string;
};
