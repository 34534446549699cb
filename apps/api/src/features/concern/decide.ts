import { concernOutcomes, DecideConcern, DomainError, type GateDecision } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { siblingsHear } from "../people/follows.ts";
import { joinOrOpenPlan, staysOff } from "../plan/follows.ts";
import { concernView } from "./concern-view.ts";
import { closeDuties } from "./duty-store.ts";
import { keepToldStep, refuseDay } from "./follow-up.ts";
import { askClosing } from "./rules.ts";
import {
  type ConcernRow,
  keepTold,
  lineManagersOf,
  lockConcern,
  moveConcern,
  namedPersonsOf,
  toldOf,
  viewsOf,
} from "./store.ts";
import { ConcernView } from "./views.ts";

/**
 * Decides what follows a concern: nothing more, help from the own agency, or another agency. The rulebook is asked
 * whether it may be closed so; another agency opens the child's plan, or joins the one that is open.
 */
export const decide = practitionerProcedure("concern.decide")
  .input(DecideConcern)
  .output(ConcernView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const row = await lockConcern(records, input.concernId);
      await records.authorise(row.childId);
      if (row.state === "closed")
        throw new DomainError({ kind: "already", because: "What follows this concern is decided already." });
      await keepWhatWasTold(records, row, input);
      const closing = await mayClose(records, row, input);
      const planId = input.outcome === "another-agency-needed" ? await bringIn(records, row, input) : undefined;
      await close(records, row, input, closing, planId);
      await siblingsHear(records, row.childId, { of: "concern", is: "closed", on: records.today });
      return concernView(records, input.concernId);
    }),
  );

async function keepWhatWasTold(records: Records, row: ConcernRow, input: DecideConcern): Promise<void> {
  for (const [whom, told] of [
    ["child", input.childTold],
    ["family", input.familyTold],
  ] as const) {
    if (told.told === "yes") refuseDay(records, row, `${whom}Told.on`, told.on);
    await keepTold(records, row, whom, told);
    await keepToldStep(records, row, whom, told);
  }
}

async function mayClose(records: Records, row: ConcernRow, input: DecideConcern): Promise<GateDecision> {
  const another = input.outcome === "another-agency-needed" ? input : undefined;
  if (another?.manager !== undefined) await refuseManager(records, another.manager);
  const decision = askClosing(records, row, {
    views: await viewsOf(records, row.concernId),
    told: await toldOf(records, row.concernId),
    outcome: input.outcome,
    help: helpIn(input),
    manager: another?.manager === undefined ? undefined : true,
    leadDecision: another?.leadDecision,
  });
  if (decision.answer === "prevents" || decision.answer === "unknown")
    throw new DomainError({ kind: "rule-prevents", decision });
  return decision;
}

/** Help is recorded when it is written down, or arranged through somebody by name; where nothing more is needed, with the answer. */
const helpIn = (input: DecideConcern): string | undefined => {
  if (input.outcome === "nothing-more") return input.reason;
  const isArranged = input.outcome === "another-agency-needed" && input.practitioners.length > 0;
  return input.help ?? (isArranged ? input.reason : undefined);
};

async function refuseManager(
  records: Records,
  { practitionerId, on }: { readonly practitionerId: string; readonly on: string },
): Promise<void> {
  const managers = await lineManagersOf(records, records.who.practitionerId);
  if (!managers.some((manager) => manager.practitionerId === practitionerId))
    throw new DomainError({
      kind: "input",
      problems: [{ path: "manager.practitionerId", message: "Choose the manager who was consulted" }],
    });
  if (on > records.today)
    throw new DomainError({
      kind: "input",
      problems: [{ path: "manager.on", message: "Enter a day that is not in the future" }],
    });
}

type Another = Extract<DecideConcern, { outcome: "another-agency-needed" }>;

async function bringIn(records: Records, { childId }: ConcernRow, input: Another): Promise<string> {
  const [named] = await namedPersonsOf(records, [childId]);
  const me = records.who.practitionerId;
  const { planId, isNew, broughtToLight, saidNo } = await joinOrOpenPlan(records, {
    childId,
    route: input.route,
    trigger: input.trigger,
    opener: {
      practitionerId: me,
      posts: named?.practitionerId === me ? ["named-person"] : [],
      involvement: "involved",
    },
    practitioners: input.practitioners,
    isReferral: input.isReferral || input.practitioners.some(({ sharing }) => sharing?.basis === "safeguarding"),
  });
  // the plan's own step: whoever works on it reads why they were brought in, whoever wrote the concern
  await records.keep({
    childId,
    planId,
    act: isNew ? "plan.opened" : "plan.joined",
    title: isNew ? "A plan was opened: another agency is needed" : "Another agency joined the plan",
    detail: [input.reason, ...broughtToLight].join("\n"),
  });
  await records.keepMany(saidNo.map((name) => staysOff(childId, planId, name)));
  return planId;
}

async function close(
  records: Records,
  row: ConcernRow,
  input: DecideConcern,
  closing: GateDecision,
  planId: string | undefined,
): Promise<void> {
  const { concernId, childId } = row;
  await closeDuties(records, concernId);
  const [decisionId] = await records.keep({
    childId,
    concernId,
    ...(planId === undefined ? {} : { planId }),
    act: "concern.decided",
    title: `What follows the concern: ${concernOutcomes[input.outcome].label.toLowerCase()}`,
    detail: input.reason,
    decisions: [closing],
  });
  const another = input.outcome === "another-agency-needed" ? input : undefined;
  await moveConcern(records, concernId, input.version, {
    state: "closed",
    outcome: input.outcome,
    outcomeReason: input.reason,
    helpGiven: "help" in input ? (input.help ?? null) : null,
    managerConsultedId: another?.manager?.practitionerId ?? null,
    managerConsultedOn: another?.manager?.on ?? null,
    leadDecision: another?.leadDecision ?? null,
    decidedOn: records.today,
    decidedBy: records.who.practitionerId,
    decisionId: decisionId ?? null,
    planId: planId ?? null,
    acknowledgedOn: row.acknowledgedOn ?? records.today,
  });
}
