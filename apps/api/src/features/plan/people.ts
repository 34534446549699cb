import { AddPlanPractitioner, DomainError, EndPlanPractitioner, type JoinsPlan } from "@linchpin/domain";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { beginRelations } from "../../relations.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { refuseUnlessAgreed } from "../consent/follows.ts";
import { leadFollows } from "../lead-professional/follows.ts";
import { changePlan } from "./plan-reader.ts";
import { planAfter } from "./plan-view.ts";
import {
  addPractitioners,
  agenciesOf,
  endPractitioner as endRow,
  movePlan,
  practitionerRow,
  wholePlanOf,
} from "./store.ts";
import { PlanView } from "./views.ts";

/** Puts people on a plan: their access begins with it, and they are told. Gives their names. */
export async function join(
  records: Records,
  planId: string,
  childIds: readonly string[],
  joining: readonly JoinsPlan[],
  path: (at: number) => string = (at) => `practitioners.${at}.practitionerId`,
): Promise<readonly string[]> {
  if (joining.length === 0) return [];
  const agencies = await agenciesOf(
    records,
    joining.map(({ practitionerId }) => practitionerId),
  );
  const rows = joining.map((one, at) => {
    const agency = agencies.get(one.practitionerId) ?? refuseInput(path(at), "Choose somebody who works in this area");
    return { ...one, agencyId: agency.agencyId };
  });
  const added = await addPractitioners(records, planId, rows);
  await beginRelations(
    records,
    rows.flatMap(({ practitionerId }, at) =>
      childIds.map((childId) => ({
        practitionerId,
        childId,
        basis: "plan-practitioner" as const,
        sourceId: added[at] ?? planId,
      })),
    ),
  );
  await tell(
    records,
    rows
      .filter(({ practitionerId }) => practitionerId !== records.who.practitionerId)
      .map(({ practitionerId }) => ({
        practitionerId,
        planId,
        act: "plan.practitioner-added",
        words: "You were put on a child's plan.",
        link: linkTo.plan(planId),
      })),
  );
  return rows.map(({ practitionerId }) => agencies.get(practitionerId)?.person ?? "");
}

/** Puts somebody on the plan who works with the child, or is about to. */
export const addPractitioner = practitionerProcedure("plan.change")
  .input(AddPlanPractitioner)
  .output(PlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, practitioner } = input;
      const { plan, members } = await changePlan(records, planId);
      const childIds = members.map(({ childId }) => childId);
      const whole = await wholePlanOf(records, planId);
      const already = whole?.team.find(
        (one) => one.practitionerId === practitioner.practitionerId && one.planPractitionerId !== undefined,
      );
      if (already) throw new DomainError({ kind: "already", because: `${already.name} is on this plan already.` });
      const { kind } =
        (await agenciesOf(records, [practitioner.practitionerId])).get(practitioner.practitionerId) ?? {};
      const isNew = kind !== undefined && !whole?.team.some(({ agency }) => agency.kind === kind);
      if (isNew) await refuseUnlessAgreed(records, { childIds, service: kind, isReferral: input.isReferral });
      const [name] = await join(records, planId, childIds, [practitioner], () => "practitioner.practitionerId");
      await movePlan(records, planId, plan.version);
      await records.keepMany(
        childIds.map((childId) => ({
          childId,
          planId,
          act: "plan.practitioner-added",
          title: `${name} works on the plan`,
        })),
      );
      return planAfter(records, planId, await leadFollows(records, planId));
    }),
  );

/** Somebody no longer works with the child. Whoever leads, is proposed or is the contact goes on until that has passed on. */
export const endPractitioner = practitionerProcedure("plan.change")
  .input(EndPlanPractitioner)
  .output(PlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const row = await practitionerRow(records, input.planPractitionerId);
      if (!row) throw new DomainError({ kind: "not-visible", what: "plan" });
      const { plan, members } = await changePlan(records, row.planId);
      await refuseWhileNeeded(records, row.planId, row.practitionerId, row.name);
      const ended = await endRow(records, input.planPractitionerId, input.reason);
      if (!ended) throw new DomainError({ kind: "changed-since", what: "plan" });
      await movePlan(records, row.planId, plan.version);
      await records.keepMany(
        members.map(({ childId }) => ({
          childId,
          planId: row.planId,
          act: "plan.practitioner-ended",
          title: `${row.name} no longer works on the plan`,
          detail: input.reason,
        })),
      );
      const { sourceIds } = await leadFollows(records, row.planId);
      return planAfter(records, row.planId, { sourceIds: [...sourceIds, input.planPractitionerId] });
    }),
  );

async function refuseWhileNeeded(
  records: Records,
  planId: string,
  practitionerId: string,
  name: string,
): Promise<void> {
  const whole = await wholePlanOf(records, planId);
  const lead = whole?.leads.find(({ isCurrent }) => isCurrent);
  const because =
    lead?.practitionerId === practitionerId
      ? `${name} leads this plan. Agree another lead professional first.`
      : whole?.proposal?.proposedId === practitionerId
        ? `${name} is proposed as lead professional. Withdraw the proposal first.`
        : whole?.contact?.practitionerId === practitionerId
          ? `${name} is the contact for this plan until somebody leads.`
          : undefined;
  if (because !== undefined) throw new DomainError({ kind: "already", because });
}
