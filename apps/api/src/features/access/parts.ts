import {
  DomainError,
  deniedBecause,
  EndPart,
  GivePart,
  IdSchema,
  inWords,
  lastDayOfPart,
  lastDayProblem,
  partsForATime,
  planKinds,
} from "@linchpin/domain";
import { z } from "zod";
import { childInList } from "../../child-in-list.ts";
import { linkTo } from "../../links.ts";
import { mayOpen } from "../../may-open.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { endRelations, tellOfHeldBack } from "../../relations.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { addPart, atWork, caseOf, endPartRow, leadsOf, ownPartRows, type PartRow, partRows } from "./part-store.ts";
import { OwnPartsView, PartsOfChildView, type PartView } from "./part-views.ts";

/** Who has a part in a child's case for a time, and who had one. */
const forChild = practitionerProcedure("part.read")
  .input(z.object({ childId: IdSchema }))
  .output(PartsOfChildView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => partsView(records, childId, await records.authorise(childId))),
  );

/** What the caller was given a part in, and what they gave to others; the nearest end first. */
const mine = practitionerProcedure("part.list-own")
  .output(OwnPartsView)
  .query(({ ctx }) =>
    ctx.read(async (records) => ({
      parts: (await ownPartRows(records)).map(({ bases, givenBy, givenByName, plans, agenda, part, ...row }) => ({
        partId: row.partId,
        part: termOf(part),
        child: childInList(records, { ...row, bases }),
        why: row.why,
        ...(agenda === null ? {} : { agenda }),
        lastDay: row.lastDay,
        givenBy: { practitionerId: givenBy, name: givenByName },
        plans: plans.map(({ planId, kind }) => ({ planId, kind: { code: kind, label: planKinds[kind].label } })),
        opensRecord: mayOpen(records, "child.read", bases),
      })),
      given: (await partRows(records, "given-by-caller"))
        .toSorted((one, other) => (one.lastDay < other.lastDay ? -1 : 1))
        .map((row) => ({
          ...partView(records, row, row.bases),
          child: childInList(records, { ...row, name: row.childName }),
        })),
    })),
  );

/** Gives somebody a part for stated days: it opens to them now, and closes with the last day. Never to oneself. */
const give = practitionerProcedure("part.give")
  .input(GivePart)
  .output(PartsOfChildView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, planId, practitionerId, part, lastDay } = input;
      const held = await records.authorise(childId);
      if (practitionerId === records.who.practitionerId)
        refuseInput("practitionerId", "Choose somebody else: nobody gives themselves a part");
      const problem = lastDayProblem(lastDay, records.today);
      if (problem !== undefined) refuseInput("lastDay", problem);
      const { plans } = await caseOf(records, childId);
      if (planId !== undefined && !plans.some((plan) => plan.planId === planId))
        refuseInput("planId", "Choose an open plan of this child");
      const name =
        (await atWork(records, practitionerId)) ??
        refuseInput("practitionerId", "Choose somebody at work here who can be given a part");
      await addPart(records, input);
      await tellOfHeldBack(records, [{ practitionerId, childId }]);
      await records.keep({
        childId,
        ...(planId === undefined ? {} : { planId }),
        act: "part.given",
        title: `${name} ${partsForATime[part].meaning}, until ${inWords(lastDay)}`,
      });
      const { who } = records;
      const leads = (await leadsOf(records, childId)).filter(
        (id) => id !== who.practitionerId && id !== practitionerId,
      );
      await tell(records, [
        {
          practitionerId,
          childId,
          act: "part.given",
          words: `You were given a part in one child's case until ${inWords(lastDay)}.`,
          link: linkTo.ownParts,
        },
        ...leads.map((leadId) => ({
          practitionerId: leadId,
          childId,
          act: "part.given",
          words: `${name} was given a part in one child's case until ${inWords(lastDay)}.`,
          link: linkTo.child(childId),
        })),
      ]);
      return partsView(records, childId, held);
    }),
  );

/** Ends a part before its last day: what it opened closes in the same second. */
const end = practitionerProcedure("part.end")
  .input(EndPart)
  .output(PartsOfChildView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const [row] = await partRows(records, { partId: input.partId });
      if (row === undefined) throw new DomainError({ kind: "not-visible", what: "part" });
      const { childId, practitionerId, name, planId } = row;
      const held = await records.authorise(childId);
      if (practitionerId === records.who.practitionerId) throw new DomainError(ownPart);
      if (!(await endPartRow(records, input.partId, input.because)))
        throw new DomainError({ kind: "already", because: "This part is over already. Reload the page." });
      await endRelations(records, [input.partId]);
      await records.keep({
        childId,
        ...(planId === null ? {} : { planId }),
        act: "part.ended",
        title: `${name} no longer ${partsForATime[row.part].meaning}`,
      });
      await tell(records, [
        {
          practitionerId,
          act: "part.ended",
          words: "A part you were given in one child's case has ended.",
          link: linkTo.ownParts,
        },
      ]);
      return partsView(records, childId, held);
    }),
  );

export const parts = router({ forChild, mine, give, end });

const ownPart = {
  kind: "not-allowed",
  action: "part.end",
  why: "Somebody else ends a part that you were given.",
} as const;

const termOf = (part: PartRow["part"]) => ({ code: part, label: partsForATime[part].label });

async function partsView(records: Records, childId: string, held: readonly string[]): Promise<PartsOfChildView> {
  const { child, plans } = await caseOf(records, childId);
  const denied = deniedBecause("part.give", records.who.role, held);
  const rows = await partRows(records, { childId });
  return {
    child: childInList(records, child === undefined ? undefined : { ...child, childId, bases: held }),
    latestDay: lastDayOfPart(records.today),
    plans: plans.map(({ kind, ...plan }) => ({ ...plan, kind: { code: kind, label: planKinds[kind].label } })),
    parts: rows.map((row) => partView(records, row, held)),
    may: { give: denied === undefined ? { may: true } : { may: false, why: denied.words } },
  };
}

function partView(records: Records, row: PartRow, held: readonly string[]): PartView {
  const denied =
    row.practitionerId === records.who.practitionerId
      ? ownPart.why
      : deniedBecause("part.end", records.who.role, held)?.words;
  return {
    partId: row.partId,
    part: termOf(row.part),
    who: {
      practitionerId: row.practitionerId,
      name: row.name,
      ...(row.postTitle === null ? {} : { postTitle: row.postTitle }),
      agency: { agencyId: row.agencyId ?? "", name: row.agencyName ?? "", kind: row.agencyKind ?? "" },
    },
    why: row.why,
    ...(row.agenda === null ? {} : { agenda: row.agenda }),
    ...(row.planId === null || row.planKind === null
      ? {}
      : { plan: { planId: row.planId, kind: { code: row.planKind, label: planKinds[row.planKind].label } } }),
    from: row.from,
    lastDay: row.lastDay,
    state: row.isCurrent ? "current" : row.endedBy === null ? "run-out" : "ended",
    givenBy: { practitionerId: row.givenBy, name: row.givenByName },
    ...(row.endedBy === null
      ? {}
      : {
          ended: {
            at: row.until,
            by: { practitionerId: row.endedBy, name: row.endedByName ?? "" },
            because: row.endedBecause ?? "",
          },
        }),
    may: { end: denied === undefined ? { may: true } : { may: false, why: denied } },
  };
}
