import {
  asCleared,
  type Copy,
  type CopyAsked,
  type CopyFinding,
  DomainError,
  findingsIn,
  inWords,
  type KnownOfFamily,
  uncleared,
} from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { familyKnown } from "./copy-family-store.ts";
import { htmlOf, sha256Of } from "./copy-html.ts";
import { copyOfPlan } from "./copy-plan.ts";
import { planOnPaper, releasedTo } from "./copy-plan-store.ts";
import { type Resolved, resolved } from "./copy-recipient.ts";
import { ownAgency } from "./items-store.ts";

export type Composed = {
  readonly copy: Copy;
  readonly recipient: Resolved;
  readonly findings: readonly CopyFinding[];
  /** What nobody has decided about yet. */
  readonly left: readonly CopyFinding[];
  /** The copy as it would go, byte for byte. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

/** One recipient's copy of a plan as it would go, with everything that has to be looked at first. */
export async function composed(records: Records, asked: CopyAsked): Promise<Composed> {
  const { planId, childId, clearings, isReferral } = asked;
  const plan = await planOnPaper(records, planId, childId);
  if (plan.state === "closed") throw new DomainError({ kind: "already", because: "This plan is closed." });
  const recipient = await resolved(records, asked, plan.childName);
  const own = await ownAgency(records);
  const copy = copyOfPlan({
    plan,
    recipient,
    ownService: own.agencyId,
    released: recipient.kind === "practitioner" ? await releasedTo(records, childId, recipient.id ?? "") : new Set(),
    made: `Made on ${inWords(records.today)} by ${madeBy(records, recipient)}.`,
  });
  const findings = findingsIn(copy, await knownOf(records, { planId, childId }, recipient));
  const bytes = new TextEncoder().encode(htmlOf(asCleared(copy, findings, clearings)));
  const left = uncleared(findings, clearings, { needsReason: !isReferral });
  return { copy, recipient, findings, left, bytes, sha256: sha256Of(bytes) };
}

/** Whoever may not know where the child is does not learn it by whom they hear from. */
const madeBy = ({ who }: Records, { mayKnow }: Pick<Resolved, "mayKnow">): string =>
  mayKnow ? who.practitionerName : "somebody who helps";

async function knownOf(
  records: Records,
  { planId, childId }: { readonly planId?: string; readonly childId: string },
  { name, mayKnow, kind }: Resolved,
): Promise<KnownOfFamily> {
  const { child, others, numbers, homes, places } = await familyKnown(records, planId, childId);
  const mayBeNamed = kind === "body" ? child : [...child, name];
  return {
    mayBeNamed,
    others: others.filter((other) => !mayBeNamed.includes(other)),
    numbers,
    homes,
    ...(mayKnow ? {} : { keptPlaces: places }),
  };
}
