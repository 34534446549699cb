import {
  actionStates,
  DomainError,
  deniedBecause,
  EndContribution,
  IdSchema,
  InviteContributor,
  planKinds,
  SendUpdate,
} from "@linchpin/domain";
import { z } from "zod";
import { areaWide } from "../../db/asked.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { contactKinds } from "./contact-kinds.ts";
import {
  addContribution,
  addContributor,
  contributionsOfPlan,
  endContributor,
  invitationRow,
  lightOnPlan,
  type OwnContributionRow,
  ownContributionRows,
  summaryRow,
} from "./contribution-store.ts";
import { ContributionsOfPlanView, OwnContributionsView, PlanSummaryView } from "./contribution-views.ts";
import { answersForPlan } from "./own-action-store.ts";
import { authorisePlan, changePlan } from "./plan-reader.ts";
import { lockPlan, practitionerRow } from "./store.ts";

/** Who contributes to a plan by a limited link, and what they sent (CWDC-3.10). */
const ofPlan = practitionerProcedure("plan.read")
  .input(z.object({ planId: IdSchema }))
  .output(ContributionsOfPlanView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const { held } = await authorisePlan(records, input.planId);
      return planContributions(records, input.planId, held);
    }),
  );

/** Lets somebody on the plan who has a light account read one child's summary and send updates. */
const invite = practitionerProcedure("plan.change")
  .input(InviteContributor)
  .output(ContributionsOfPlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, planPractitionerId } = input;
      const row = (await practitionerRow(records, planPractitionerId)) ?? notThere();
      const { planId } = row;
      const { members, held } = await changePlan(records, planId);
      if (!members.some((member) => member.childId === childId)) notThere();
      await records.authorise(childId); // of this child, whatever they are to another
      const person = (await lightOnPlan(records, planId)).find(
        (one) => one.planPractitionerId === planPractitionerId && one.childId === childId,
      );
      if (person === undefined)
        return refuseInput(
          "planPractitionerId",
          "Choose somebody on the plan who has a light account and with whom it is shared about this child: whoever has a full account reads the plan itself",
        );
      const { practitionerId, name } = person;
      await addContributor(records, { planId, childId, planPractitionerId, practitionerId });
      await records.keep({
        ...{ childId, planId, act: "contribution.invited" },
        title: `${name} may read the summary of the plan and send updates`,
      });
      return planContributions(records, planId, held);
    }),
  );

/** Takes one invitation back, by itself: the person stays on the plan, and what they sent stays too. */
const end = practitionerProcedure("plan.change")
  .input(EndContribution)
  .output(ContributionsOfPlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { contributorId, because } = input;
      const { planId, childId, name } = (await invitationRow(records, contributorId)) ?? notThere();
      const { held } = await changePlan(records, planId);
      await records.authorise(childId); // of this child, whatever they are to another
      if (!(await endContributor(records, contributorId, because))) notThere(); // somebody took it back while this waited
      await records.keep({
        ...{ childId, planId, act: "contribution.ended", detail: because },
        title: `${name} reads the summary of the plan no more`,
      });
      return planContributions(records, planId, held);
    }),
  );

/** The plans the caller was asked to contribute to. */
const mine = practitionerProcedure("contribution.list-own")
  .output(OwnContributionsView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const rows = await ownContributionRows(records);
      records.saw(
        rows.map(({ childId }) => childId),
        "contributor",
      );
      return {
        plans: rows.map(({ contributorId, invitedBy, invitedAt, ...row }) => ({
          contributorId,
          child: nameOf(row),
          invitedBy,
          invitedAt,
        })),
      };
    }),
  );

/** The summary behind a limited link: one child's, and nothing else of the record. */
const summary = practitionerProcedure("contribution.read")
  .input(z.object({ contributorId: IdSchema }))
  .output(PlanSummaryView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => summaryOf(records, await ownOf(records, input.contributorId))),
  );

/** An update, kept on the plan as the contributor's own. Whoever answers for the plan is told. */
const send = practitionerProcedure("contribution.send")
  .input(SendUpdate)
  .output(PlanSummaryView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { contributorId, words } = input;
      const { planId } = await ownOf(records, contributorId);
      await areaWide(records.tx, () => lockPlan(records, planId));
      const own = await ownOf(records, contributorId); // the part or the plan may have ended while this waited
      const { childId } = own;
      records.authoriseBy(childId, ["contributor"]);
      await addContribution(records, { contributorId, planId, childId, words });
      await areaWide(records.tx, async () => {
        await records.keep({
          ...{ childId, planId, act: "contribution.sent", detail: words },
          title: `${records.who.practitionerName} sent an update`,
        });
        await tell(
          records,
          (await answersForPlan(records, planId)).map(({ practitionerId }) => ({
            ...{ practitionerId, planId, act: "contribution.sent" },
            words: "Somebody who contributes to a child's plan sent an update.",
            link: linkTo.plan(planId),
          })),
        );
      });
      return summaryOf(records, own);
    }),
  );

export const contribution = router({ ofPlan, invite, end, mine, summary, send });

function notThere(): never {
  throw new DomainError({ kind: "not-visible", what: "plan" });
}

const nameOf = ({ givenName, familyName }: Pick<OwnContributionRow, "givenName" | "familyName">): string =>
  `${givenName} ${familyName}`.trim();

/** An invitation of the caller's that goes on. One that is somebody else's or has ended reads as none. */
const ownOf = async (records: Records, contributorId: string): Promise<OwnContributionRow> =>
  (await ownContributionRows(records)).find((one) => one.contributorId === contributorId) ?? notThere();

async function summaryOf(records: Records, own: OwnContributionRow): Promise<PlanSummaryView> {
  records.authoriseBy(own.childId, ["contributor"], "contribution.read");
  const { kind, contact, outcomes, actions, sent } = (await summaryRow(records, own.contributorId)) ?? notThere();
  return {
    contributorId: own.contributorId,
    child: nameOf(own),
    kind: { code: kind, label: planKinds[kind].label },
    invitedBy: own.invitedBy,
    invitedAt: own.invitedAt,
    ...(contact === null
      ? {}
      : {
          contact: {
            name: contact.name,
            as: { code: contact.as, label: contactKinds[contact.as].label },
            agency: contact.agency,
            ...(contact.phone === null ? {} : { phone: contact.phone }),
            ...(contact.email === null ? {} : { email: contact.email }),
          },
        }),
    outcomes: [...outcomes],
    actions: actions.map(({ actionId, what, outcome, who, dueOn, state }) => ({
      actionId,
      what,
      who,
      ...(outcome === null ? {} : { outcome }),
      ...(dueOn === null ? {} : { dueOn }),
      state: { code: state, label: actionStates[state].label },
    })),
    sent: [...sent],
  };
}

async function planContributions(
  records: Records,
  planId: string,
  held: readonly string[],
): Promise<ContributionsOfPlanView> {
  const { contributors, updates } = await contributionsOfPlan(records, planId);
  const denied = deniedBecause("plan.change", records.who.role, held);
  const light = denied === undefined ? await lightOnPlan(records, planId) : [];
  return {
    contributors: contributors.map(({ contributorId, childId, practitionerId, name, invitedBy, invitedAt }) => ({
      ...{ contributorId, childId, invitedBy, invitedAt },
      who: { practitionerId, name },
    })),
    invitable: light
      .filter(
        ({ childId, planPractitionerId }) =>
          !contributors.some((one) => one.childId === childId && one.planPractitionerId === planPractitionerId),
      )
      .map(({ childId, planPractitionerId, practitionerId, name }) => ({
        ...{ childId, planPractitionerId },
        who: { practitionerId, name },
      })),
    updates: [...updates],
    may: { invite: denied === undefined ? { may: true } : { may: false, why: denied.words } },
  };
}
