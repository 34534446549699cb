import { type Due, lateFrom } from "./due.ts";
import { isKnown } from "./facts.ts";
import type { LocalDate } from "./local-date.ts";
import type { Role } from "./role.ts";
import type { Finding, RuleOf, Spoken } from "./rule.ts";

/** Who must do what, by when. "at-once" starts and ends with the event; "not-published" waits for bank holidays. */
export type DutySaid = Spoken & {
  readonly who: Role;
  /** The person, where the facts name one. */
  readonly whoId?: string;
  /** The act, as a stable code; its words are `because`. */
  readonly act: string;
  readonly due: Due | "at-once" | "not-published" | "unknown";
  /** The first day on which it is owed, where that is still to come. */
  readonly from?: LocalDate;
  /** What follows if it is missed, as a sentence. */
  readonly ifMissed?: string;
  /** On whose account a miss stands. */
  readonly onAccountOf: Role;
};

/** Whose duty it is, where somebody is named. */
export const byId = (id: string): { readonly whoId?: string } => (isKnown(id) ? { whoId: id } : {});

export type DutyRule<Facts> = RuleOf<Facts, DutySaid>;
export type DutyFinding = Finding<DutySaid>;

export type DutyResult = {
  readonly shape: "duty";
  readonly answer: "owed" | "nothing-owed" | "silent";
  /** Rules whose duties stand, nearest clock first. */
  readonly owed: readonly DutyFinding[];
};

const clockOf = ({ due }: DutyFinding): string =>
  due === "at-once" ? "" : due === "not-published" || due === "unknown" ? "9999" : lateFrom(due).at;

/** Every duty that no other finding lifts, nearest clock first. `asked` tells silence of the book from nothing owed. */
export function resolveDuty(findings: readonly DutyFinding[], asked: boolean): DutyResult {
  const owed = findings
    .filter((finding) => finding.liftedBy === undefined)
    .sort((a, b) => clockOf(a).localeCompare(clockOf(b)));
  return { shape: "duty", answer: owed.length > 0 ? "owed" : asked ? "nothing-owed" : "silent", owed };
}
