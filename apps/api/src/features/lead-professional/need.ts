import type { DesignationDecision, LocalDate } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import type { Case } from "./case-store.ts";
import { keptDecision } from "./decision-store.ts";
import { neededFacts } from "./facts.ts";
import { setNeed } from "./lead-store.ts";
import { keepOwed, notAgreedFacts, owedRows } from "./owing.ts";
import { castOf } from "./people.ts";

/** True when the book asks for a lead; a suggestion is not yet a need. */
export const isNeeded = ({ answer, tier }: DesignationDecision): boolean =>
  tier === "must" || tier === "expected" || answer === "filled" || answer === "required";

export const askNeeded = (records: Records, of: Case): DesignationDecision =>
  records.book(of.plan.adoptionId).book.designation("lead-professional.needed", neededFacts(of), records.asAt);

/**
 * Asks whether a lead professional is needed and keeps the answer where it is a new one. From the day one is needed and
 * nobody leads, the clocks that the book sets run.
 */
export async function keepNeed(records: Records, of: Case): Promise<void> {
  const { planId, neededDecisionId, leadNeededSince } = of.plan;
  const decision = askNeeded(records, of);
  const kept = await keptDecision(records, neededDecisionId);
  const decisionId =
    kept !== undefined && saysTheSame(kept.decision, decision)
      ? kept.decisionId
      : await keepAnswer(records, of, decision);
  const needed = isNeeded(decision);
  const since = needed ? (leadNeededSince ?? records.today) : null;
  if (since !== leadNeededSince || decisionId !== neededDecisionId)
    await setNeed(records, planId, {
      leadNeededSince: since,
      neededDecisionId: decisionId,
      ...(needed ? {} : { leadDueBy: null }),
    });
  if (since !== null && of.lead === undefined) await startClocks(records, of, since);
}

async function keepAnswer(records: Records, of: Case, decision: DesignationDecision): Promise<string> {
  const [decisionId] = await records.keep({
    childId: of.child.childId,
    planId: of.plan.planId,
    act: "lead-professional.needed",
    title: isNeeded(decision) ? "A lead professional is needed" : "Asked whether a lead professional is needed",
    decisions: [decision],
  });
  if (decisionId === undefined) throw new Error("a decision was kept without an id");
  return decisionId;
}

/** What follows while nobody leads, from the day one was needed. */
async function startClocks(records: Records, of: Case, since: LocalDate): Promise<void> {
  const cast = await castOf(records, of, { proposerId: of.plan.openedBy });
  const { book } = records.book(of.plan.adoptionId);
  const decision = book.duty("lead-professional.not-agreed", notAgreedFacts(records, of, cast, since), records.asAt);
  await keepOwed(records, cast, owedRows(records, cast, decision.owed, undefined));
}

/** Two answers say the same when the same rules say the same: asking again with nothing new adds nothing to the record. */
function saysTheSame(
  a: { readonly answer: string; readonly findings: readonly { rule: string; because: string }[] },
  b: typeof a,
): boolean {
  const said = (of: typeof a) =>
    [of.answer, ...of.findings.map(({ rule, because }) => `${rule} ${because}`).sort()].join("\n");
  return said(a) === said(b);
}
