import {
  carerParts,
  chosenAs,
  chosenBy,
  codesOf,
  DomainError,
  deniedBecause,
  EndChosenContact,
  lastOfReach,
  mayBeSameAdult,
  partsOfAdult,
  RecordAgreedWay,
  RecordCarerPart,
  RecordChosenContact,
  type Relation,
  relationshipInWords,
  SettleContactProtocol,
} from "@linchpin/domain";
import type { z } from "zod";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { agreedWayView } from "./agreed-way.ts";
import { type AgreedWayRow, addAgreedWay } from "./agreed-way-store.ts";
import {
  addCarerPart,
  addChosen,
  addProtocol,
  type ChosenRow,
  chosenOf,
  endChosen,
  lockChosen,
  saidOfAdults,
} from "./around-store.ts";
import { AroundDone, AroundView, type ChosenView } from "./around-views.ts";
import { restrictedOf } from "./child.ts";
import { type ChildRow, childPage } from "./child-store.ts";
import { ChildId } from "./inputs.ts";
import { lockChildren, whoMayBeChosen } from "./reads.ts";
import { askedForChild, oweProtocols } from "./trusted-person.ts";
import { inFull } from "./words.ts";

type Control = z.infer<typeof AroundView>["keep"];

async function pageOf(records: Records, childId: string): Promise<ChildRow> {
  const page = await childPage(records, childId);
  if (page === undefined) throw new DomainError({ kind: "not-visible", what: "child" });
  return page;
}

/** Who is around a child, and whom child or family chose beside the lead (CWDC-TERM-PARENT, CWDC-4.6a, GIR-29). */
const get = practitionerProcedure("people-around.read")
  .input(ChildId)
  .output(AroundView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const page = await pageOf(records, childId);
      const { whereabouts } = restrictedOf(page);
      const isHidden = whereabouts?.mayKnow === false;
      const said = (await saidOfAdults(records, [childId])).get(childId) ?? [];
      const all = await chosenOf(records, childId);
      const { lead, asks, owed } = await askedForChild(records.tx, records.area, records.asAt, childId);
      const kept = {
        may: false,
        why: `It is kept private where this child is. ${whereabouts?.owner.name} answers for that.`,
      };
      return {
        childId,
        child: inFull(page),
        adults: page.carers.map(({ carerId, name, relationship, phone, email }) => ({
          ...{ carerId, name, phone, email },
          relationship: relationshipInWords(relationship),
          takesPartIn: partsInWords(partsOfAdult(name, said)),
          isKeptAway: isKeptAway(page, name),
          reached: isKeptAway(page, name) ? null : shown(lastOfReach(name, page.reached)),
        })),
        childReached: shown(lastOfReach(null, page.reached)),
        reachedBefore: reachedBefore(page).map(agreedWayView),
        ...(isHidden ? { keptPrivateBy: whereabouts.owner.name } : {}),
        chosen: all
          .filter(({ endedOn }) => endedOn === null)
          .map((row) => ({ ...chosenView(row), isKeptAway: row.name !== null && isKeptAway(page, row.name) })),
        before: all.flatMap((row) =>
          row.endedOn === null
            ? []
            : [{ ...chosenView(row), endedOn: row.endedOn, endedBecause: row.endedBecause ?? "" }],
        ),
        lead: lead && { practitionerId: lead.practitionerId, name: lead.name },
        ...(asks === undefined || isHidden ? {} : { asks }),
        ...(owed === undefined || isHidden
          ? {}
          : {
              owed: {
                because: owed.because,
                clause: owed.clause,
                isLate: owed.dueOn !== undefined && owed.dueOn < records.today,
                ...(owed.dueOn === undefined ? {} : { dueOn: owed.dueOn }),
              },
            }),
        keep: isHidden ? kept : controlOf(records, "people-around.keep", held),
        settle: isHidden ? kept : controlOf(records, "people-around.settle", held),
      };
    }),
  );

const controlOf = (
  { who }: Records,
  act: "people-around.keep" | "people-around.settle",
  held: readonly Relation[],
): Control => {
  const denial = deniedBecause(act, who.role, held);
  return denial === undefined ? { may: true } : { may: false, why: denial.words };
};

const shown = (row: AgreedWayRow | undefined) => (row === undefined ? null : agreedWayView(row));

/** What was recorded before, and of those who are no parent or carer on record now; nothing of who must not be brought near. */
function reachedBefore(page: ChildRow): readonly AgreedWayRow[] {
  const standing = new Set(
    [null, ...page.carers.map(({ name }) => name)].map((name) => lastOfReach(name, page.reached)),
  );
  return page.reached
    .filter((row) => !standing.has(row) && (row.name === null || !isKeptAway(page, row.name)))
    .toReversed();
}

const partsInWords = (parts: ReturnType<typeof partsOfAdult>) =>
  parts === undefined
    ? null
    : codesOf(carerParts).flatMap((code) => (parts.includes(code) ? [{ code, label: carerParts[code].label }] : []));

export const chosenView = (row: ChosenRow): ChosenView => ({
  contactId: row.contactId,
  version: row.version,
  as: { code: row.as, label: chosenAs[row.as].label },
  chosenBy: { code: row.chosenBy, label: chosenBy[row.chosenBy].label },
  name: row.name,
  whoTheyAre: row.whoTheyAre,
  reach: row.reach,
  words: row.words,
  from: row.from,
  recordedBy: row.recordedBy,
  protocol: row.protocol,
});

/** The child's page with the row held, for whoever may know who is around the child. */
async function toChange(records: Records, childId: string): Promise<ChildRow> {
  await records.authorise(childId);
  await lockChildren(records, [childId]);
  const page = await pageOf(records, childId);
  const { whereabouts } = restrictedOf(page);
  if (whereabouts?.mayKnow === false)
    throw new DomainError({
      kind: "not-allowed",
      action: "people-around.keep",
      why: `It is kept private where this child is. ${whereabouts.owner.name} answers for that.`,
    });
  return page;
}

/** Says what a parent, carer or other adult takes part in. One who must not be brought near takes part in nothing. */
const recordPart = practitionerProcedure("people-around.keep")
  .input(RecordCarerPart)
  .output(AroundDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, carerId, takesPartIn, because } = input;
      const page = await toChange(records, childId);
      const adult = page.carers.find((one) => one.carerId === carerId);
      if (adult === undefined) throw new DomainError({ kind: "not-visible", what: "carer" });
      if (takesPartIn.length > 0) refuseKeptAway(page, adult.name, "takesPartIn");
      await addCarerPart(records, {
        childId,
        name: adult.name,
        takesPartIn: [...new Set(takesPartIn)],
        because: because ?? null,
      });
      await records.keep({
        childId,
        act: "people-around.part-recorded",
        title: "What a parent or carer takes part in was recorded",
      });
      return { childId };
    }),
  );

/**
 * Records how and how often a child, a parent or a carer is reached, as it was agreed with them, or that nothing is (BOL-3.1).
 * What was recorded before stays; who must not be brought near is reached in no way.
 */
const recordWay = practitionerProcedure("people-around.keep")
  .input(RecordAgreedWay)
  .output(AroundDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, carerId, agreed, agreedWith, from } = input;
      const page = await toChange(records, childId);
      const adult = page.carers.find((one) => one.carerId === carerId);
      if (carerId !== undefined && adult === undefined) throw new DomainError({ kind: "not-visible", what: "carer" });
      if (adult !== undefined) refuseKeptAway(page, adult.name, "agreed.is");
      if (from > records.today) refuseInput("from", "Enter a day that is not in the future");
      await addAgreedWay(records, { childId, name: adult?.name ?? null, agreed, agreedWith, from });
      await records.keep({
        childId,
        act: "people-around.way-recorded",
        title:
          adult === undefined
            ? "How the child is reached was recorded"
            : "How a parent or carer is reached was recorded",
      });
      return { childId };
    }),
  );

const isKeptAway = (page: ChildRow, name: string): boolean =>
  restrictedOf(page).keptAway.some((adult) => mayBeSameAdult(adult.name, name));

function refuseKeptAway(page: ChildRow, name: string, path: string): void {
  if (isKeptAway(page, name)) refuseInput(path, "This adult must not be brought near the child. Name somebody else.");
}

const titles = {
  trusted: "Whom the child would rather talk to was recorded",
  "day-to-day": "Whom the family turns to day by day was recorded",
} as const;

/** Records whom a child would rather talk to, or whom a family turns to day by day. Nobody has a right by it, and the lead stays. */
const recordContact = practitionerProcedure("people-around.keep")
  .input(RecordChosenContact)
  .output(AroundDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, as, who, from } = input;
      const page = await toChange(records, childId);
      if (from > records.today) refuseInput("from", "Enter a day that is not in the future");
      if (who.is === "other") refuseKeptAway(page, who.name, "who.name");
      if (who.is === "practitioner") await refuseColleague(records, page, who.practitionerId);
      if (who.is === "nobody" && as !== "trusted") refuseInput("who.is", "Choose who it is");
      await addChosen(records, input);
      await records.keep({ childId, act: "people-around.contact-recorded", title: titles[as] });
      await oweProtocols(records.tx, records.area, records.asAt, [childId]);
      return { childId };
    }),
  );

/** A colleague who works here, may act for this child, is not who records it, and does not lead already. */
async function refuseColleague(records: Records, page: ChildRow, practitionerId: string): Promise<void> {
  const path = "who.practitionerId";
  if (practitionerId === records.who.practitionerId)
    refuseInput(path, "Somebody else records that a child or family chose you");
  const colleague = await whoMayBeChosen(records, page.childId, practitionerId);
  if (colleague === undefined) refuseInput(path, "Choose somebody who works in this area");
  if (colleague.isHeldBack) refuseInput(path, "Choose somebody else: this person cannot act for this child");
  refuseKeptAway(page, colleague.name, path);
  const { lead } = await askedForChild(records.tx, records.area, records.asAt, page.childId);
  if (lead?.practitionerId === practitionerId)
    refuseInput(path, `${lead.name} leads already. Record somebody beside the lead.`);
}

/** Ends it now: the child or family turns to somebody else, or to nobody. */
const endContact = practitionerProcedure("people-around.keep")
  .input(EndChosenContact)
  .output(AroundDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, as } = await lockChosen(records, input.contactId);
      await toChange(records, childId);
      await endChosen(records, input);
      await records.keep({
        childId,
        act: "people-around.contact-ended",
        title:
          as === "trusted" ? "Whom the child would rather talk to ended" : "Whom the family turns to day by day ended",
      });
      await oweProtocols(records.tx, records.area, records.asAt, [childId]);
      return { childId };
    }),
  );

/** Lead and trusted person settled what they share, how and how quickly, or looked at it again with the plan. */
const settle = practitionerProcedure("people-around.settle")
  .input(SettleContactProtocol)
  .output(AroundDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const row = await lockChosen(records, input.contactId);
      const { childId } = row;
      const page = await toChange(records, childId);
      if (row.version !== input.version || row.endedOn !== null)
        throw new DomainError({ kind: "changed-since", what: "contact" });
      if (row.as !== "trusted" || row.name === null) refuseInput("what", "There is nobody to settle this with");
      refuseKeptAway(page, row.name, "what");
      if (row.practitionerId === records.who.practitionerId)
        refuseInput("what", "Whoever leads settles this with you, and records it");
      if (input.agreedOn > records.today) refuseInput("agreedOn", "Enter a day that is not in the future");
      if (input.agreedOn < row.from) refuseInput("agreedOn", "Enter a day since this person was chosen");
      await addProtocol(records, childId, input);
      await records.keep({
        childId,
        act: "people-around.settled",
        title:
          row.protocol === null
            ? "What the lead and the person the child talks to share was settled"
            : "What the lead and the person the child talks to share was looked at again",
      });
      await oweProtocols(records.tx, records.area, records.asAt, [childId]);
      return { childId };
    }),
  );

export const around = router({ get, recordPart, recordWay, recordContact, endContact, settle });
