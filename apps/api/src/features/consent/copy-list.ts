import {
  agencyKinds,
  type CopyHolder,
  copyWays,
  DomainError,
  type DutyFinding,
  dayOf,
  dueInWords,
  IdSchema,
  isLate,
  momentAt,
  planKinds,
  RecordCopyHandedOver,
  RecordCopyReceived,
  RecordLeftOut,
  RecordPlanAgreed,
} from "@linchpin/domain";
import { z } from "zod";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { control } from "./consent-view.ts";
import { whereaboutsOf } from "./copy-family-store.ts";
import { addAgreed, addMark, type CopyList, closeOwedForCopies, copyListOf, owedForCopies } from "./copy-list-store.ts";
import { planOnPaper } from "./copy-plan-store.ts";
import { refuseKeptAway } from "./copy-recipient.ts";
import { sentCopyOf } from "./copy-store.ts";
import { CopyListView } from "./copy-views.ts";
import { keepOwed } from "./duties.ts";
import { lockChild } from "./store.ts";
import { followExplaining, refuseUnlessHeard } from "./their-word-rules.ts";

type OfPlan = { readonly planId: string; readonly childId: string };

/** What a document says of copies of what was agreed; undefined where it says nothing. */
function askCopies(records: Records, { planId, childId }: OfPlan, list: CopyList) {
  const { book } = records.book();
  if (book.silence("plan.copies") !== undefined || list.agreed === null) return undefined;
  const holders = [...new Set([...list.copies, ...list.leftOut].map(({ whom }) => whom))];
  const has = (whom: CopyHolder) => list.copies.find((copy) => copy.whom === whom);
  return book.duty(
    "plan.copies",
    {
      plan: { id: planId, version: list.agreed.on, agreedOn: list.agreed.on },
      child: { id: childId },
      lead: list.leadId ?? "none",
      agencies: list.agencies,
      recipients: [
        ...holders.map((whom) => ({
          id: whom,
          as: whom === "child" || whom === "family" ? whom : ("practitioner" as const),
          agency: whom === "child" || whom === "family" ? ("none" as const) : whom,
          sentOn: has(whom)?.on ?? ("none" as const),
          leftOutReasonGiven: list.leftOut.some((one) => one.whom === whom),
        })),
        // whoever leads keeps the plan itself: why their own agency is sent none needs no words
        ...(list.leadsFrom === null || holders.includes(list.leadsFrom)
          ? []
          : [
              {
                id: list.leadsFrom,
                as: "practitioner" as const,
                agency: list.leadsFrom,
                sentOn: "none" as const,
                leftOutReasonGiven: true,
              },
            ]),
      ],
      calendar: records.area.calendar,
    },
    records.asAt,
  );
}

/** After a copy went, arrived or was left out: what is no longer owed is done, and what has come to be owed is there. */
export async function followCopies(records: Records, of: OfPlan): Promise<void> {
  const decision = askCopies(records, of, await copyListOf(records, of));
  if (decision === undefined) return;
  const open = (await owedForCopies(records, of)).map(({ act }) => act);
  const owed = new Set(decision.owed.map(({ act }) => act));
  await closeOwedForCopies(
    records,
    of,
    open.filter((act) => !owed.has(act)),
  );
  const added = decision.owed.filter(({ act }) => !open.includes(act));
  if (added.length > 0) await keepOwed(records, of, added, await records.keepDecision(decision, of));
}

const labelOf = (whom: CopyHolder): string =>
  whom === "child" ? "The child" : whom === "family" ? "The family" : agencyKinds[whom].label;

const actFor = (whom: CopyHolder): string =>
  whom === "child" || whom === "family" ? `plan.send-copy-to-${whom}` : `plan.send-copy-to-agency:${whom}`;

function rowsOf(records: Records, list: CopyList, owed: readonly DutyFinding[]): CopyListView["rows"] {
  const agencies = [...list.agencies, ...[...list.copies, ...list.leftOut].map(({ whom }) => whom)].filter(
    (whom) => whom !== "child" && whom !== "family",
  );
  return (["child", "family", ...new Set(agencies)] as const).map((whom) => {
    const due = owed.find(({ act }) => act === actFor(whom))?.due;
    const out = list.leftOut.find((one) => one.whom === whom);
    const copies = list.copies.filter((copy) => copy.whom === whom);
    return {
      whom,
      label: labelOf(whom),
      keepsIt: whom === list.leadsFrom && copies.length === 0,
      copies: copies.map(({ name, way, on, receivedOn, sentCopyId }) => ({
        name: name === "" ? labelOf(whom) : name,
        way: way === "on-paper" ? "Handed over on paper" : copyWays[way].label,
        on,
        ...(receivedOn === null ? {} : { receivedOn }),
        ...(sentCopyId === null ? {} : { sentCopyId }),
      })),
      ...(out === undefined ? {} : { leftOut: { because: out.because, by: out.by, on: out.on } }),
      ...(due === undefined || typeof due !== "object"
        ? {}
        : { due: { words: dueInWords(due), isLate: isLate(due, records.asAt) } }),
    };
  });
}

/** Who has a copy of what was agreed, since when, who still gets one and by when, and who was left out and why (HIG-50). */
export const list = practitionerProcedure("consent.read")
  .input(z.object({ planId: IdSchema, childId: IdSchema }))
  .output(CopyListView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const { planId, childId } = input;
      const held = await records.authorise(childId);
      const { childName, kind, state } = await planOnPaper(records, planId, childId);
      const found = await copyListOf(records, input);
      const decision = askCopies(records, input, found);
      const kept = await whereaboutsOf(records, childId);
      const isKept = kept !== undefined && !kept.mayKnow;
      const shut = { may: false, why: "This plan is closed." };
      return {
        childId,
        planId,
        childName,
        planTitle: planKinds[kind as keyof typeof planKinds]?.label ?? "Plan",
        isAskedHere: records.book().book.silence("plan.copies") === undefined,
        ...(found.agreed === null ? {} : { agreed: found.agreed }),
        rows: isKept || found.agreed === null ? [] : rowsOf(records, found, decision?.owed ?? []),
        ...(isKept
          ? {
              kept: `It is kept private where this child is. Who has a copy is for those who may know: ask ${kept.owner.name}.`,
            }
          : {}),
        may: {
          agree: state === "closed" ? shut : control(records, "plan.change", held),
          send: state === "closed" ? shut : control(records, "consent.send", held),
        },
      };
    }),
  );

const Done = z.object({ planId: z.string() });

async function refuseClosed(records: Records, { planId, childId }: OfPlan): Promise<void> {
  const { state } = await planOnPaper(records, planId, childId);
  if (state === "closed") throw new DomainError({ kind: "already", because: "This plan is closed." });
}

const refuseFuture = (records: Records, path: string, day: string | undefined): void => {
  if (day !== undefined && day > records.today) refuseInput(path, "Enter a day that is not in the future");
};

/** Records the day on which the plan was agreed: from then on each copy has its clock. */
export const agreed = practitionerProcedure("plan.change")
  .input(RecordPlanAgreed)
  .output(Done)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, agreedOn } = input;
      await records.authorise(childId);
      await lockChild(records, childId);
      await refuseClosed(records, input);
      refuseFuture(records, "agreedOn", agreedOn);
      const before = (await copyListOf(records, input)).agreed;
      if (before !== null && agreedOn <= before.on)
        refuseInput("agreedOn", "Enter a day after the one on which it was agreed before");
      const decisions = await refuseUnlessHeard(records, input);
      await addAgreed(records, input, agreedOn);
      await records.keep({
        childId,
        planId,
        act: "plan.agreed",
        title: "The plan was agreed",
        ...(decisions.length === 0 ? {} : { decisions }),
      });
      await closeOwedForCopies(
        records,
        input,
        (await owedForCopies(records, input)).map(({ act }) => act),
      );
      await followCopies(records, input);
      await followExplaining(records, input);
      return { planId };
    }),
  );

/** What a copy on the list needs: that the plan was agreed, and that whoever writes it down may know who got it. */
async function listToMark(records: Records, of: OfPlan) {
  await lockChild(records, of.childId);
  await refuseClosed(records, of);
  const kept = await whereaboutsOf(records, of.childId);
  if (kept !== undefined && !kept.mayKnow)
    throw new DomainError({
      kind: "not-allowed",
      action: "consent.send",
      why: `It is kept private where this child is. ${kept.owner.name} writes down who has a copy.`,
    });
  const found = await copyListOf(records, of);
  if (found.agreed === null)
    throw new DomainError({ kind: "already", because: "Record first on which day the plan was agreed." });
  return { agreedOn: found.agreed.on, isKept: kept !== undefined };
}

/** Records that a copy on paper was handed over. */
export const handedOver = practitionerProcedure("consent.send")
  .input(RecordCopyHandedOver)
  .output(Done)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, whom, name, handedOverOn, receivedOn } = input;
      await records.authorise(childId);
      const { agreedOn, isKept } = await listToMark(records, input);
      if (whom !== "child" && name === undefined) refuseInput("name", "Enter who was given it");
      if (name !== undefined) await refuseKeptAway(records, childId, name, "name");
      refuseFuture(records, "handedOverOn", handedOverOn);
      refuseFuture(records, "receivedOn", receivedOn);
      if (handedOverOn < agreedOn) refuseInput("handedOverOn", "Enter a day that is not before the plan was agreed");
      if (receivedOn !== undefined && receivedOn < handedOverOn)
        refuseInput("receivedOn", "Enter a day that is not before it was handed over");
      await addMark(records, { planId, childId, whom, name, handedOverOn, receivedOn });
      await records.keep({
        childId,
        planId,
        act: "plan.copy-handed-over",
        title: "A copy of the plan was handed over on paper",
        ...(isKept ? {} : { detail: name === undefined ? labelOf(whom) : `${labelOf(whom)}: ${name}` }),
      });
      await followCopies(records, input);
      return { planId };
    }),
  );

/** Records that a copy which was sent from here arrived. */
export const receivedOn = practitionerProcedure("consent.send")
  .input(RecordCopyReceived)
  .output(Done)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const row = await sentCopyOf(records, input.sentCopyId);
      const { childId, planId } = row;
      await records.authorise(childId);
      if (planId === null || row.kind !== "plan" || row.way === "handed-over")
        throw new DomainError({ kind: "already", because: "This copy was handed over: they have had it since then." });
      refuseFuture(records, "receivedOn", input.receivedOn);
      if (input.receivedOn < dayOf(momentAt(row.sentAt)))
        refuseInput("receivedOn", "Enter a day that is not before it was sent");
      const { sentCopyId, receivedOn: on } = input;
      const whom =
        row.recipientKind === "child" ? "child" : row.recipientKind === "carer" ? "family" : row.recipientAgency;
      await addMark(records, { planId, childId, whom: whom ?? "other", sentCopyId, receivedOn: on });
      await records.keep({ childId, planId, act: "plan.copy-received", title: "A copy of the plan arrived" });
      return { planId };
    }),
  );

/** Writes down why somebody gets no copy of what was agreed. */
export const leftOut = practitionerProcedure("consent.send")
  .input(RecordLeftOut)
  .output(Done)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, whom, because } = input;
      await records.authorise(childId);
      const { isKept } = await listToMark(records, input);
      await addMark(records, { planId, childId, whom, leftOutBecause: because });
      await records.keep({
        childId,
        planId,
        act: "plan.copy-left-out",
        title: `No copy of the plan goes to ${whom === "child" || whom === "family" ? `the ${whom}` : agencyKinds[whom].label}`,
        ...(isKept ? {} : { detail: because }),
      });
      await followCopies(records, input);
      return { planId };
    }),
  );
