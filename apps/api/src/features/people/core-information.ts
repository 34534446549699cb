import {
  ConfirmCoreInformation,
  type CoreItem,
  coreFacts,
  coreItems,
  coreStanding,
  DomainError,
  deniedBecause,
  type ItemStanding,
  inWords,
  itemsThatTellWhere,
  type LocalDate,
  PutAddressRight,
  PutCarerRight,
  relationshipInWords,
} from "@linchpin/domain";
import { z } from "zod";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { restrictedOf } from "./child.ts";
import { type ChildRow, childPage } from "./child-store.ts";
import {
  addConfirmations,
  type CoreRow,
  closeCoreDuty,
  closeNeverConfirmed,
  coreOfChild,
  coreOfMine,
  itemStandings,
} from "./core-information-store.ts";
import { CoreInformationView, CoreOfMineView } from "./core-information-views.ts";
import { putOnRecord } from "./follows.ts";
import { ChildId } from "./inputs.ts";
import { lockChildren } from "./reads.ts";
import { inFull, inLists } from "./words.ts";

const Done = z.object({ childId: z.string() });

type Asked = { readonly childId: string; readonly handedOverOn: LocalDate | null };

/** How some items of a child stand today, by the area's book. */
const standingOf = (records: Records, { childId, handedOverOn }: Asked, items: readonly ItemStanding[]) =>
  coreStanding(
    records
      .book()
      .book.duty("named-person.information", coreFacts(childId, items, handedOverOn ?? "none"), records.asAt).owed,
    records.today,
  );

async function load(records: Records, childId: string): Promise<{ readonly row: CoreRow; readonly page: ChildRow }> {
  const row = await coreOfChild(records, childId);
  const page = await childPage(records, childId);
  if (!row || !page) throw new DomainError({ kind: "not-visible", what: "child" });
  return { row, page };
}

/** A child's core information: what is on record, when somebody last went through it, and by when it is due again (HIG-28). */
const get = practitionerProcedure("core-information.read")
  .input(ChildId)
  .output(CoreInformationView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const { row, page } = await load(records, childId);
      const says = wordsOf(page);
      const silence = records.book().book.silence("named-person.information");
      const denial = deniedBecause("core-information.confirm", records.who.role, held);
      return {
        childId,
        asOf: records.now,
        items: itemStandings(row.items).map((one, at) => {
          const standing = silence === undefined ? standingOf(records, row, [one]) : undefined;
          return {
            item: { code: one.item, label: coreItems[one.item].label },
            says: says[one.item],
            ...(one.confirmedOn === "none"
              ? {}
              : {
                  confirmed: { on: one.confirmedOn, by: row.items[at]?.confirmedBy ?? "Somebody who has left" },
                }),
            ...(standing?.dueOn === undefined ? {} : { dueOn: standing.dueOn }),
            isStale: standing?.isStale ?? false,
            because: standing?.finding.because ?? "",
          };
        }),
        notOnRecord: (Object.keys(coreItems) as CoreItem[])
          .filter((item) => !row.items.some((one) => one.item === item) && !isHidden(page, item))
          .map((item) => ({ code: item, label: coreItems[item].label })),
        isKeptPrivate: page.restrictions.some(({ kind, mayKnow }) => kind === "whereabouts" && !mayKnow),
        carers: isHidden(page, "carers") ? [] : page.carers.map(({ carerId, name }) => ({ carerId, name })),
        ...(silence === undefined ? {} : { silence }),
        confirm: denial === undefined ? { may: true } : { may: false, why: denial.words },
      };
    }),
  );

const isHidden = ({ restrictions }: ChildRow, item: CoreItem): boolean =>
  itemsThatTellWhere.includes(item) && restrictions.some(({ kind, mayKnow }) => kind === "whereabouts" && !mayKnow);

/** Each item as it is on record, in lines. */
const wordsOf = (page: ChildRow): Readonly<Record<CoreItem, string[]>> => ({
  name: [inFull(page), ...(page.preferredName ? [`Likes to be called ${page.preferredName}`] : [])],
  born: page.bornOn === null ? [] : [inWords(page.bornOn)],
  address: [page.address?.line1, page.address?.town, page.address?.postcode].flatMap((part) => part ?? []),
  carers: page.carers.map(({ name, relationship, phone, email }) =>
    [name, relationshipInWords(relationship), phone ?? "no phone", email].filter((part) => part !== null).join(", "),
  ),
  place: page.places.map(({ establishment, group, yearGroup }) =>
    [establishment, group, yearGroup].filter((part) => part !== null).join(", "),
  ),
});

/** The children of the caller whose core information was never confirmed, is stale, or falls due soon. */
const mine = practitionerProcedure("core-information.list-own")
  .output(CoreOfMineView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const silence = records.book().book.silence("named-person.information");
      if (silence !== undefined) return { children: [], more: 0, silence };
      const asked = (await coreOfMine(records)).flatMap((row) => {
        const items = itemStandings(row.items);
        const standing = standingOf(records, row, items);
        if (standing === undefined || !standing.isAsked) return [];
        const isNever = items.every(({ confirmedOn }) => confirmedOn === "none");
        return [
          {
            childId: row.childId,
            name: inLists(row),
            state: isNever ? ("never" as const) : standing.isStale ? ("stale" as const) : ("soon" as const),
            because: standing.finding.because,
          },
        ];
      });
      const order = ["stale", "soon", "never"];
      const sorted = asked.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
      const children = sorted.slice(0, most);
      for (const { childId } of children) records.saw([childId], "named-person");
      return { children, more: sorted.length - children.length };
    }),
  );

/** As many as one can go through in a sitting; the next ones show as these are done. */
const most = 100;

/** What the caller changes of a child, with the child's row held. */
async function toChange(records: Records, childId: string) {
  await records.authorise(childId);
  await lockChildren(records, [childId]);
  return load(records, childId);
}

/** Says that core information is as it is on record: all of it in one step, or some. */
const confirm = practitionerProcedure("core-information.confirm")
  .input(ConfirmCoreInformation)
  .output(Done)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, asOf } = input;
      const items = [...new Set(input.items)];
      const { row } = await toChange(records, childId);
      for (const item of items) {
        const known = row.items.find((one) => one.item === item);
        if (known === undefined) refuseInput("items", "Choose only what is on record");
        if (known.changedAt !== null && Date.parse(known.changedAt) > Date.parse(asOf))
          throw new DomainError({ kind: "changed-since", what: "child" });
      }
      await records.keep({ childId, act: "core-information.confirmed", title: "Core information was confirmed" });
      await writeDown(records, row, items, await isKept(records, childId));
      return { childId };
    }),
  );

const isKept = async (records: Records, childId: string): Promise<boolean> =>
  restrictedOf((await load(records, childId)).page).whereabouts !== undefined;

/** Keeps that these items are right from today, and closes what was asked where nothing is asked any more. */
async function writeDown(
  records: Records,
  row: CoreRow,
  items: readonly CoreItem[],
  whereaboutsKept: boolean,
): Promise<void> {
  await addConfirmations(records, row.childId, items);
  const known = itemStandings(row.items).filter(({ item }) => !whereaboutsKept || !itemsThatTellWhere.includes(item));
  const now = known.map((one) => (items.includes(one.item) ? { ...one, confirmedOn: records.today } : one));
  if (standingOf(records, row, now)?.isAsked !== true) await closeCoreDuty(records, row.childId);
  await closeNeverConfirmed(records);
}

/** What is put right of where a child is: only by whoever may know it. It counts as confirmed from today. */
async function putRight(
  records: Records,
  childId: string,
  item: "address" | "carers",
  given: Parameters<typeof putOnRecord>[2],
): Promise<void> {
  const { row, page } = await toChange(records, childId);
  const { whereabouts } = restrictedOf(page);
  if (whereabouts?.mayKnow === false)
    throw new DomainError({
      kind: "not-allowed",
      action: "core-information.confirm",
      why: `It is kept private where this child is. ${whereabouts.owner.name} answers for that.`,
    });
  // What is kept private is not told by the chronology either: not even that it changed.
  const words = item === "address" ? "The address was put right" : "A parent or carer was put right";
  await records.keep({
    childId,
    act: "core-information.confirmed",
    title: whereabouts === undefined ? words : "Core information was confirmed",
  });
  await writeDown(records, row, [item], whereabouts !== undefined);
  // The last thing: whoever lives there or shares the number is held back from the record from here on.
  await putOnRecord(records, childId, given);
}

const putAddressRight = practitionerProcedure("core-information.confirm")
  .input(PutAddressRight)
  .output(Done)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, line1, town, postcode } = input;
      await putRight(records, childId, "address", { address: { line1, town, postcode }, carers: [] });
      return { childId };
    }),
  );

const putCarerRight = practitionerProcedure("core-information.confirm")
  .input(PutCarerRight)
  .output(Done)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, name, relationship, phone, email } = input;
      const carer = {
        name,
        relationship,
        ...(phone === undefined ? {} : { phone }),
        ...(email === undefined ? {} : { email }),
      };
      await putRight(records, childId, "carers", { carers: [carer] });
      return { childId };
    }),
  );

export const coreInformation = router({ get, mine, confirm, putAddressRight, putCarerRight });
