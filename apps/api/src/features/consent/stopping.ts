import type { Decision, DutyFinding, TakeBackConsent, Told } from "@linchpin/domain";
import { areaWide } from "../../db/asked.ts";
import type { Records } from "../../records.ts";
import { askAfterTakingBack, keepOwed } from "./duties.ts";
import { endAndTell } from "./ending.ts";
import { leavePlans } from "./leaving.ts";
import { openActionsOf, type ReleaseRow, releasesOf } from "./release-store.ts";
import { calledInSteps } from "./release-view.ts";

type Stopping = {
  readonly childId: string;
  /** The answer that was taken back, or that says no. */
  readonly consentId: string;
  readonly familyTold: Told;
  readonly because: string;
  readonly ended: readonly ReleaseRow[];
  /** What had ended before, with whoever left a plan: colleagues may read it on that still. */
  readonly gone: readonly ReleaseRow[];
};

type Stopped = {
  /** What is owed because of it, to be kept with the step that says so. */
  readonly duties: Decision & { readonly owed: readonly DutyFinding[] };
  /** What ended, in words for everybody who reads the record. */
  readonly detail: string;
  readonly keepWhatIsOwed: (decisionId: string) => Promise<void>;
  /** Ends what the plans opened: the last thing a change does. */
  readonly left: () => Promise<void>;
};

/**
 * Sharing that no answer bears any more stops in this moment: whoever had it reads it no longer, is told that, and is off the
 * plans that they read on it (HD-14). That it was shared stays on record.
 */
export async function stop(records: Records, stopping: Stopping): Promise<Stopped> {
  const { childId, consentId, familyTold, because, ended, gone } = stopping;
  await endAndTell(records, childId, ended, because);
  const left = await leavePlans(records, childId, [...ended, ...gone], because);
  const open = ended.filter(({ concernId }) => concernId === null);
  const duties = askAfterTakingBack(records, childId, {
    consentId,
    familyTold,
    recipients: await recipientsOf(records, childId, open),
  });
  return {
    duties,
    detail: inDetail(open),
    keepWhatIsOwed: async (decisionId) => {
      await keepOwed(records, { childId }, duties.owed, decisionId);
      await keepOwedInFiles(records, { childId, consentId, familyTold }, ended);
    },
    left,
  };
}

/** What everybody who reads the record may know of; what went from a concern's file stands with its share, in that file. */
const inDetail = (open: readonly ReleaseRow[]): string =>
  open.length === 0
    ? ""
    : `From now on these are not shared: ${open.map((row) => `${calledInSteps(row)}, with ${row.toName ?? "somebody who has left"}`).join("; ")}. That they were stays on record.`;

const peopleOf = (releases: readonly ReleaseRow[]) => [...new Set(releases.map(({ toId }) => toId))];

const tellsFamily = "consent.tell-family-what-stays";

/**
 * What is owed to people to whom something went from a concern's file is in that file, with what it rests on: whoever records
 * that the answer was taken back may not know that it went. The family is told once, of everything.
 */
async function keepOwedInFiles(
  records: Records,
  { childId, ...taken }: { readonly childId: string } & Pick<TakeBackConsent, "consentId" | "familyTold">,
  ended: readonly ReleaseRow[],
): Promise<void> {
  for (const concernId of new Set(ended.flatMap((row) => row.concernId ?? []))) {
    const rows = ended.filter((row) => row.concernId === concernId);
    const decision = askAfterTakingBack(records, childId, {
      ...taken,
      recipients: await recipientsOf(records, childId, rows),
    });
    const owed = decision.owed.filter(({ act }) => act !== tellsFamily);
    if (owed.length === 0) continue;
    await keepOwed(records, { childId, concernId }, owed, await records.keepDecision(decision, { childId }));
  }
}

/** Whom it had gone to, and whether the same thing is open to them on something else. */
async function recipientsOf(records: Records, childId: string, ended: readonly ReleaseRow[]) {
  const actions = await openActionsOf(records, childId, peopleOf(ended));
  const gone = new Set(ended.map(({ releaseId }) => releaseId));
  const open = (await areaWide(records.tx, () => releasesOf(records, childId))).filter(
    ({ releaseId, during }) => !gone.has(releaseId) && (during.until === undefined || during.until > records.now),
  );
  return peopleOf(ended).map((id) => {
    const theirs = ended.filter(({ toId }) => toId === id);
    return {
      id,
      agency: theirs[0]?.toAgency ?? ("other" as const),
      hasOtherBasis: theirs.every(({ itemId }) => open.some((one) => one.toId === id && one.itemId === itemId)),
      openActions: actions.get(id) ?? 0,
    };
  });
}
