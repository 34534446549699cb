import type { LadderRule, Outcome, StageEntry } from "../kernel/ladder.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { dayOf, momentAt } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild, thePractitioner } from "../kernel/subject.ts";
import { lineManager, order } from "./agreement.ts";
import type { AgreementFacts } from "./model.ts";

type Agreement = LadderRule<AgreementFacts>;

const isGood = (outcome: Outcome) => outcome === "agreed" || outcome === "done";

/** One stage for each practitioner who is to agree; where nobody listed them, the discussion as a whole. */
const stagesOf = ({ agreeing }: AgreementFacts): readonly (readonly [stage: string, id: string | undefined])[] =>
  agreeing === undefined || agreeing === "not-recorded" || agreeing.length === 0
    ? [["group-discussion", undefined]]
    : [...new Set(agreeing)].map((id) => [`practitioner ${id}`, id]);

/** The day from which one person's word has been good, to the last one recorded. */
function goodSince(said: readonly StageEntry[]): LocalDate | undefined {
  let since: LocalDate | undefined;
  for (const { outcome, at } of [...said].sort((a, b) => a.at.localeCompare(b.at)))
    since = isGood(outcome) ? (since ?? dayOf(momentAt(at))) : undefined;
  return since;
}

/** The day on which the last of those who are to agree did; nothing while one of them has not. */
export function provisionalSince(facts: AgreementFacts): LocalDate | undefined {
  const days = stagesOf(facts).flatMap(([stage]) => {
    const said = facts.entries.filter((entry) => entry.stage === stage);
    const people = said.length === 0 ? [undefined] : [...new Set(said.map(({ by }) => by))];
    return people.map((person) => goodSince(said.filter(({ by }) => by === person)));
  });
  const known = days.filter((day) => day !== undefined);
  return known.length === days.length ? known.sort().at(-1) : undefined;
}

/** Everybody involved agrees to a provisional choice, each of them for themselves, in a planning meeting for instance. */
export const eachInvolvedAgrees = (given: RuleHead): Agreement => ({
  ...given,
  title: "All the practitioners involved agree",
  force: "must",
  apply: (facts) =>
    facts.isByLaw
      ? undefined
      : stagesOf(facts).map(([stage, id]) => ({
          stage,
          kind: "agreement" as const,
          order: order.together,
          whose: "practitioners-involved" as const,
          enteredBy: ["practitioners-involved", "assessor", "coordinator"] as const,
          decides: true,
          mayBeLeftOut: false,
          about: id === undefined ? theChild(facts.child.id) : thePractitioner(id),
          because:
            "Everybody involved agrees to the provisional choice, each for themselves. While one of them has not, nobody is proposed and no clock runs.",
        })),
});

type Clock = { readonly workingDays: number; readonly closesAt?: string };

/** The proposed lead's manager agrees, within some working days of the provisional choice; before that there is no clock. */
export function managerAgreesOnceProposed(given: RuleHead, clock: Clock): Agreement {
  const asked = lineManager(given, { isLast: false });
  const clocked = lineManager(given, { ...clock, isLast: false });
  return {
    ...asked,
    apply: (facts, asAt) => {
      const proposedOn = provisionalSince(facts);
      return proposedOn === undefined ? asked.apply(facts, asAt) : clocked.apply({ ...facts, proposedOn }, asAt);
    },
  };
}
