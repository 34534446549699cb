import {
  type Advocacy,
  advocacyFacts,
  advocacyTrail,
  DomainError,
  type DutyDecision,
  type GateDecision,
  lateFrom,
} from "@linchpin/domain";
import { areaWide } from "../../db/asked.ts";
import { owe } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import {
  advocacyActs,
  closeOwedForExplaining,
  isInDispute,
  type OfChildsPlan,
  owedForExplaining,
  type PlanWord,
  type PlanWords,
  planOfChild,
  planWordsOf,
} from "./their-word-store.ts";

const both = ["child", "family"] as const;
const wordOn = (words: readonly PlanWord[], whose: PlanWord["whose"], about: PlanWord["about"], actionId?: string) =>
  words.find(
    (word) => word.whose === whose && word.about === about && (actionId === undefined || word.actionId === actionId),
  );

/** What child and family think of the plan, as the rules take it: each with its day, and with that of its answer. */
const viewsAsFacts = (views: PlanWords["views"]) =>
  views.map(({ viewId, whose, on, byId, answer }) => ({
    id: viewId,
    of: whose,
    on,
    saysHow: true,
    by: byId,
    answeredOn: answer?.on ?? ("none" as const),
  }));

/** Whether the plan may be agreed, as far as child and family took part in it (HIG-45); undefined where the book says nothing. */
export function askTakingPart(
  records: Records,
  { childId, planId }: OfChildsPlan,
  { words, views }: PlanWords,
): GateDecision | undefined {
  const { book } = records.book();
  if (book.silence("plan.taking-part") !== undefined) return undefined;
  const partOf = (whose: PlanWord["whose"]) => {
    const word = wordOn(words, whose, "taking-part");
    return word === undefined
      ? ("none" as const)
      : {
          on: word.on,
          how: word.answer === "took-part" ? ("took-part" as const) : ("not-possible" as const),
          saysHow: word.words !== null,
        };
  };
  return book.gate(
    "plan.taking-part",
    {
      child: { id: childId },
      plan: { id: planId },
      childsPart: partOf("child"),
      familysPart: partOf("family"),
      views: viewsAsFacts(views),
    },
    records.asAt,
  );
}

/** What an action is called in a sentence: its place among those still open. */
export const called = (index: number): string => `action ${index + 1}`;

/** Whether it is recorded what child and family agree to (BOL-4.8); undefined where the book says nothing. */
export function askAgreement(
  records: Records,
  { childId, planId }: OfChildsPlan,
  { words, actions }: PlanWords,
): GateDecision | undefined {
  const { book } = records.book();
  if (book.silence("consent.agreement") !== undefined) return undefined;
  const answerOf = (whose: PlanWord["whose"], actionId: string) => {
    const word = wordOn(words, whose, "agreement", actionId);
    return word === undefined
      ? ("none" as const)
      : {
          answer: word.answer === "agreed" ? ("agreed" as const) : ("not-agreed" as const),
          on: word.on,
          saysWhy: word.words !== null,
        };
  };
  return book.gate(
    "consent.agreement",
    {
      child: { id: childId },
      plan: { id: planId },
      actions: actions.map(({ actionId }, index) => ({
        id: called(index),
        needsAgreement: true,
        isSafeguarding: false,
        child: answerOf("child", actionId),
        family: answerOf("family", actionId),
      })),
    },
    records.asAt,
  );
}

/** Refuses that a plan is agreed while child and family have not taken part, or were not asked; gives what was asked. */
export async function refuseUnlessHeard(records: Records, of: OfChildsPlan): Promise<readonly GateDecision[]> {
  const said = await planWordsOf(records, of);
  const asked = [askTakingPart(records, of, said), askAgreement(records, of, said)].filter(
    (decision) => decision !== undefined,
  );
  for (const decision of asked)
    if (decision.answer === "prevents" || decision.answer === "unknown")
      throw new DomainError({ kind: "rule-prevents", decision });
  return asked;
}

/** Advocacy for each of them, as it stands. Considered for one of the two it was considered; what is still to be done comes first. */
export function advocacyOf({ advocacy }: Pick<PlanWords, "advocacy">) {
  const trails = both.map((whose) => advocacyTrail(advocacy.filter((entry) => entry.whose === whose)));
  const known = trails.flatMap((trail) => advocacyFacts(trail) ?? []);
  const isOpen = ({ isNeeded, answer, linkedOn }: Advocacy) =>
    isNeeded === true && answer !== "declined" && linkedOn === "none";
  return {
    trails: { child: trails[0] ?? [], family: trails[1] ?? [] },
    facts: known.find(isOpen) ?? known[0] ?? ("none" as const),
  };
}

/** Whether child and family are heard in this plan (HIG-49, GIR-75, GIR-37); undefined where the book says nothing. */
export function askVoices(
  records: Records,
  of: OfChildsPlan,
  said: PlanWords,
  isInDispute: boolean | "not-recorded",
): DutyDecision | undefined {
  const { book } = records.book();
  if (book.silence("plan.voices") !== undefined) return undefined;
  const { words, views } = said;
  return book.duty(
    "plan.voices",
    {
      child: { id: of.childId },
      plan: { id: of.planId, isInDispute },
      views: viewsAsFacts(views),
      explained: both.flatMap((whose) => {
        const word = wordOn(words, whose, "plan-explained");
        return word === undefined
          ? []
          : [
              {
                what: "plan" as const,
                to: whose,
                on: word.on,
                saysHow: word.form !== null,
                understood: word.answer === "understood" ? ("understood" as const) : ("not-understood" as const),
              },
            ];
      }),
      advocacy: advocacyOf(said).facts,
    },
    records.asAt,
  );
}

/** What is still to be done about advocacy, in the clause's words. */
export const advocacyOwed = (decision: DutyDecision | undefined) =>
  (decision?.owed ?? []).filter(({ act }) => advocacyActs.includes(act));

/** Children of a plan in dispute of whom nobody recorded whether they need somebody to speak for them: gaps on it (HIG-97). */
export async function advocacyGapsOf(
  records: Records,
  { planId, childIds }: { readonly planId: string; readonly childIds: readonly string[] },
) {
  if (records.book().book.silence("plan.voices") !== undefined || !(await isInDispute(records, planId))) return [];
  const gaps: { readonly childId: string; readonly because: string; readonly clause: string }[] = [];
  for (const childId of childIds) {
    const decision = askVoices(records, { planId, childId }, await planWordsOf(records, { planId, childId }), true);
    for (const { act, because, clause } of advocacyOwed(decision))
      if (act === "plan.consider-advocacy") gaps.push({ childId, because, clause: `${clause.source} ${clause.at}` });
  }
  return gaps;
}

/**
 * What is owed because of what child and family said comes and goes with their words: once a plan is agreed it is explained to
 * each, and again where it was not understood (HIG-49); each view of theirs has an answer, agreed or not; advocacy that is needed
 * is offered, answered and arranged, and on a plan in dispute it is considered (GIR-37, HIG-97).
 */
export async function followExplaining(records: Records, of: OfChildsPlan): Promise<void> {
  const plan = await planOfChild(records, of);
  if (plan === undefined) return;
  const isDisputed = await areaWide(records.tx, () => isInDispute(records, of.planId));
  // That something is in dispute is not for everybody who may read what is kept here (decision 29): it is asked without.
  const decision = askVoices(records, of, await planWordsOf(records, of), "not-recorded");
  if (decision === undefined) return;
  const answered = decision.owed.find(({ act }) => act === "plan.answer-view");
  const owed = [
    ...(plan.isAgreed
      ? decision.owed.filter(({ act }) => /^plan\.(explain-plan|complete-explanation)-/.test(act))
      : []),
    ...(answered === undefined ? [] : [answered]),
    ...advocacyOwed(decision).filter(({ act }) => isDisputed || act !== "plan.consider-advocacy"),
  ];
  const open = (await owedForExplaining(records, of)).map(({ act }) => act);
  await closeOwedForExplaining(
    records,
    of,
    open.filter((act) => !owed.some((one) => one.act === act)),
  );
  const added = owed.filter(({ act }) => !open.includes(act));
  if (added.length === 0) return;
  const decisionId = await records.keepDecision(decision, of);
  await owe(
    records,
    added.map((finding) => ({
      ...of,
      act: finding.act,
      rule: finding.rule,
      clause: `${finding.clause.source} ${finding.clause.at}`,
      because: finding.because,
      owedBy: plan.answersId ?? records.who.practitionerId,
      decisionId,
      ...(typeof finding.due === "object" ? { dueBy: lateFrom(finding.due).at } : {}),
    })),
  );
}
