import {
  ChangeLevel,
  type Decision,
  DomainError,
  type LevelOfNeed,
  leadsAtNewLevel,
  levelsOfNeed,
  speaksOfALead,
} from "@linchpin/domain";
import { areaWide } from "../../db/asked.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { leadFollows } from "../lead-professional/follows.ts";
import { addLevelChange, type SaidWithLevel } from "./level-change-store.ts";
import { answersForPlan } from "./own-action-store.ts";
import { changePlan } from "./plan-reader.ts";
import { planAfter, restsOn } from "./plan-view.ts";
import { type Member, membersOf, movePlan, type PlanRow, wholePlanOf } from "./store.ts";
import { PlanView } from "./views.ts";

type Rests = Awaited<ReturnType<typeof restsOn>>;
type Changing = { readonly plan: PlanRow; readonly members: readonly Member[] };

/**
 * Changes a plan's level of need, with what goes with it said in the same step: the assessment used, what happens to the
 * lead, whether consent still holds (CWDC-1.8). Who leads is asked again, and whoever answers for the plan is told.
 */
export const changeLevel = practitionerProcedure("plan.change")
  .input(ChangeLevel)
  .output(PlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { idempotencyKey: _key, planId, version, to, ...said } = input;
      const of = await changePlan(records, planId);
      if (of.plan.version !== version) throw new DomainError({ kind: "changed-since", what: "plan" });
      if (of.plan.levelOfNeed === null)
        refuseInput("to", "No level of need is recorded yet. Answer it with the plan's other questions");
      if (of.plan.levelOfNeed === to) refuseInput("to", "This is the level already. Choose another one");
      await refuseUntrue(records, of, said);
      await keepLevelChange(records, of, to, said);
      await movePlan(records, planId, version, { levelOfNeed: to });
      return planAfter(records, planId, await leadFollows(records, planId));
    }),
  );

/**
 * Keeps what goes with a change of level, where there is one: a first level changes nothing. Refuses what the book does,
 * where it asks for what goes with the change. The plan's own row is for the caller to move.
 */
export async function keepLevelChange(
  records: Records,
  { plan, members }: Changing,
  to: LevelOfNeed,
  said: SaidWithLevel = {},
): Promise<void> {
  const { planId, levelOfNeed: from } = plan;
  if (from === null || from === to) return;
  const decisions = refuseUnsaid(records, { plan, members }, said);
  const rests = await restsOn(records, members);
  const assessedId = assessedBy(rests, said);
  const knownIds = rests.filter(({ mayReadAssessments }) => mayReadAssessments).map(({ childId }) => childId);
  // also of a child whom the caller may not open: whoever opens the plan by that child reads that the level changed
  const childIds = (await areaWide(records.tx, () => membersOf(records, planId))).map(({ childId }) => childId);
  await addLevelChange(records, { planId, from, to, childIds, knownIds, said, assessedId });
  await records.keepMany(
    members.map(({ childId }, at) => ({
      ...{ childId, planId, act: "plan.level-changed" },
      title: `Level of need changed to: ${levelsOfNeed[to].label}`,
      detail: inWords(from, said),
      decisions: decisions.slice(at, at + 1),
    })),
  );
  const answering = await answersForPlan(records, planId);
  await tell(
    records,
    answering
      .filter(({ practitionerId }) => practitionerId !== records.who.practitionerId)
      .map(({ practitionerId }) => ({
        ...{ practitionerId, planId, act: "plan.level-changed" },
        words: "The level of need of a child's plan was changed.",
        link: linkTo.plan(planId),
      })),
  );
}

/** Each child's decision, by the book that the plan began with; none where it is silent. */
function refuseUnsaid(records: Records, { plan, members }: Changing, said: SaidWithLevel): readonly Decision[] {
  const { book } = records.book(plan.adoptionId);
  if (book.silence("record.level-change") !== undefined) return [];
  return members.map(({ childId }) => {
    const decision = book.gate(
      "record.level-change",
      {
        child: { id: childId },
        saysAssessment: said.assessmentId !== undefined || said.noAssessmentBecause !== undefined,
        saysLead: said.lead !== undefined,
        saysConsent: said.consent !== undefined,
      },
      records.asAt,
    );
    if (decision.answer === "prevents" || decision.answer === "unknown")
      throw new DomainError({ kind: "rule-prevents", decision });
    return decision;
  });
}

/**
 * What cannot be so as the record stands: a lead who carries on where nobody leads, consent that holds where no yes is in force
 * or a no stands. Whether that no is about what is shared at the new level is for whoever asks the family again to find out.
 */
async function refuseUntrue(
  records: Records,
  { plan, members }: Changing,
  { lead, consent }: SaidWithLevel,
): Promise<void> {
  if (lead !== undefined) {
    const whole = await wholePlanOf(records, plan.planId);
    const hasLead = whole?.leads.some(({ isCurrent }) => isCurrent) === true;
    if (hasLead !== speaksOfALead(lead))
      refuseInput(
        "lead",
        hasLead
          ? "Somebody leads this plan. Choose what happens to whoever leads"
          : "Nobody leads this plan yet. Choose whether somebody is to be chosen",
      );
  }
  if (consent === "still-valid") {
    const rests = (await restsOn(records, members)).filter(({ mayReadConsent }) => mayReadConsent);
    const instead = "Choose that it has to be asked again, or what else it rests on";
    if (rests.some(({ consents }) => consents.length === 0))
      refuseInput("consent", `No consent is in force for every child on the plan. ${instead}`);
    if (rests.some(({ saidNo }) => saidNo))
      refuseInput("consent", `A no to sharing stands for a child on the plan. ${instead}`);
  }
}

/** Whose assessment it is. One that there is not and one of which the caller may not know are refused alike. */
function assessedBy(rests: Rests, { assessmentId }: SaidWithLevel): string | undefined {
  if (assessmentId === undefined) return undefined;
  const found = rests.find(({ assessments }) => assessments.some((one) => one.assessmentId === assessmentId));
  return found?.childId ?? refuseInput("assessmentId", "Choose an assessment from the list, or that there is none");
}

/** What the chronology keeps, which other agencies read: codes alone, and nothing of the assessment nor of consent. */
const inWords = (from: LevelOfNeed, { lead }: SaidWithLevel): string =>
  [`It was: ${levelsOfNeed[from].label}.`, lead === undefined ? "" : `The lead: ${leadsAtNewLevel[lead].label}.`]
    .filter((part) => part !== "")
    .join("\n");
