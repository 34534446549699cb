import { assessmentKinds, consentsAtNewLevel, leadsAtNewLevel, levelsOfNeed } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { levelChangesOf } from "./level-change-store.ts";
import type { LevelView } from "./views.ts";

type Change = LevelView["changes"][number];
type Row = Awaited<ReturnType<typeof levelChangesOf>>[number];

const term = <Code extends string>(of: Readonly<Record<Code, { readonly label: string }>>, code: Code) => ({
  code,
  label: of[code].label,
});

type Reading = {
  readonly planId: string;
  /** Whether the plan's book asks what goes with a change. */
  readonly isAsked: boolean;
  /** Whether the reader sees what was answered about sharing. */
  readonly mayReadConsent: boolean;
};

/** How a plan's level of need was changed, as the reader may know it. */
export async function levelView(records: Records, { planId, isAsked, mayReadConsent }: Reading): Promise<LevelView> {
  const rows = await levelChangesOf(records, planId);
  return {
    isAsked,
    changes: rows.map((row) => ({
      ...{ changeId: row.changeId, at: row.at, by: row.by },
      from: term(levelsOfNeed, row.from),
      to: term(levelsOfNeed, row.to),
      ...(row.saysAssessment ? { assessment: assessmentView(row) } : {}),
      ...(row.lead === null ? {} : { lead: { ...term(leadsAtNewLevel, row.lead), ...inWords(row.leadWords) } }),
      ...(row.consent === null ? {} : { consent: consentView(row.consent, row.consentWords, mayReadConsent) }),
    })),
  };
}

const inWords = (words: string | null) => (words === null ? {} : { words });

/** A plan is opened by some who see nothing of what was answered about sharing: they read that something was said. */
const consentView = (
  consent: NonNullable<Row["consent"]>,
  words: string | null,
  mayReadConsent: boolean,
): NonNullable<Change["consent"]> =>
  mayReadConsent ? { is: "said", ...term(consentsAtNewLevel, consent), ...inWords(words) } : { is: "not-told" };

/** Who may not know of the assessment is not told that there was none either: the one would give away the other. */
function assessmentView({ used, noneBecause }: Row): NonNullable<Change["assessment"]> {
  if (used !== null) {
    const { childId, kind, on, agency } = used;
    return { is: "used", childId, kind: term(assessmentKinds, kind), on, agency };
  }
  return noneBecause === null ? { is: "not-told" } : { is: "none", because: noneBecause };
}
