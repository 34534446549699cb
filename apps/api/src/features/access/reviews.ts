import {
  type AccessFlag,
  accessFlags,
  accessReviews,
  addDays,
  DomainError,
  IdSchema,
  isStorable,
  isWithoutLook,
  type LocalDate,
  lastDayOf,
  nameKey,
  RecordAccessReview,
  type Relation,
  relations,
  roundDueOn,
} from "@linchpin/domain";
import { z } from "zod";
import { childInList } from "../../child-in-list.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import { NameCursorSchema, pageByName } from "../../paging.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import {
  type ApartRow,
  apartOf,
  closeRound,
  coordinatorsOf,
  keepReview,
  type NamedChild,
  namedOf,
  type PartRow,
  partsOf,
  reviewsOf,
  type StaffRow,
  staffRows,
  toAskOf,
} from "./review-store.ts";
import { PersonAccessView, StaffAccessListView, type StaffAccessView } from "./review-views.ts";

/** What each of the caller's people can see, in numbers: for how many children, as what, since when, looked at when. */
const list = practitionerProcedure("access-review.read")
  .input(
    z.object({
      search: z.string().max(200).refine(isStorable, "Remove the character that cannot be shown").default(""),
      show: z.enum(["all", "due"], { error: "Choose whom to show" }).default("all"),
      cursor: NameCursorSchema.optional(),
    }),
  )
  .output(StaffAccessListView)
  .query(({ ctx, input: { search, show, cursor } }) =>
    ctx.read(async (records) => {
      const found = await staffRows(records, { search: nameKey(search), dueOnly: show === "due", after: cursor });
      const { page, nextCursor } = pageByName(found, ({ sortName, practitionerId }) => ({
        name: sortName,
        id: practitionerId,
      }));
      const shown = page.map(({ practitionerId }) => practitionerId);
      const parts = await partsOf(records, shown);
      const apart = await apartOf(records, shown);
      await records.audit("read", "access-review.read", { detail: { practitionerIds: shown } });
      return {
        people: page.map((row) => inNumbers(records, row, ofPerson(parts, row), ofPerson(apart, row))),
        nextCursor,
        everyDays: page[0]?.everyDays ?? accessReviews.everyDays.usual,
      };
    }),
  );

/** What one of them can see, line by line, and what was said of it before. */
const person = practitionerProcedure("access-review.read")
  .input(z.object({ practitionerId: IdSchema }))
  .output(PersonAccessView)
  .query(({ ctx, input: { practitionerId } }) =>
    ctx.read(async (records) => {
      const row = await managedOrNothing(records, practitionerId);
      await records.audit("read", "access-review.read", { detail: { practitionerIds: [practitionerId] } });
      return personView(records, row);
    }),
  );

/**
 * Goes through what somebody can see. What is asked to end is put to those who lead or answer for the child: the manager
 * ends no part in a child's care themselves. It stays open until the part has ended.
 */
const record = practitionerProcedure("access-review.record")
  .input(RecordAccessReview)
  .output(PersonAccessView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { practitionerId, end, words } = input;
      const row = await managedOrNothing(records, practitionerId);
      const parts = await partsOf(records, [practitionerId]);
      const named = await namedOf(records, childrenOf(parts));
      const lines = linesOf(records, parts, named);
      const asked = [...new Set(end)].map((key) => lines.find((one) => one.key === key));
      const ended = asked.flatMap((line) => line?.parts ?? []);
      if (asked.includes(undefined)) throw new DomainError({ kind: "changed-since", what: "access" });
      const { children, withoutLook, flags } = inNumbers(records, row, parts, []);
      const reviewId = await keepReview(records, {
        practitionerId,
        words,
        seen: { children, withoutLook, ...Object.fromEntries(flags.map(({ code, count }) => [code, count])) },
        accessIds: [...new Set(ended.flatMap(({ accessIds }) => accessIds))],
      });
      await records.audit("changed", "access-review.record", {
        detail: { practitionerId, reviewId, asked: ended.length },
      });
      await askToEnd(records, row, ended);
      await closeRound(records);
      return personView(records, await managedOrNothing(records, practitionerId));
    }),
  );

export const reviews = router({ list, person, record });

async function managedOrNothing(records: Records, practitionerId: string): Promise<StaffRow> {
  if (practitionerId === records.who.practitionerId)
    throw new DomainError({
      kind: "not-allowed",
      action: "access-review.record",
      why: "Your own line manager goes through what you can see.",
    });
  const [row] = await staffRows(records, { practitionerId });
  if (row === undefined) throw new DomainError({ kind: "not-visible", what: "practitioner" });
  return row;
}

/** Tells those who lead or answer for each child; where nobody else does, the co-ordinators. Of the reason nothing is said. */
async function askToEnd(records: Records, { practitionerId, name }: StaffRow, ended: readonly PartRow[]) {
  if (ended.length === 0) return;
  const people = await toAskOf(records, childrenOf(ended), practitionerId);
  const others = await coordinatorsOf(records, practitionerId);
  const asks = `${records.who.practitionerName}, who manages ${name}, asks`;
  await tell(
    records,
    ended.flatMap(({ childId, basis }) => {
      const part = `the part of ${name} (${labelOf(basis)}) ends`;
      const known = people.get(childId) ?? [];
      return known.length > 0
        ? known.map((one) => ({
            practitionerId: one,
            childId,
            act: "access-review.asked",
            words: `${asks} that ${part} in one child's care. End it, or speak with them about why it goes on.`,
            link: linkTo.child(childId),
          }))
        : others.map((one) => ({
            practitionerId: one,
            act: "access-review.asked",
            words: `${asks} that ${part} in the care of a child for whom nobody else leads. Speak with them about which child it is.`,
          }));
    }),
  );
}

const childrenOf = (parts: readonly Pick<PartRow, "childId">[]): readonly string[] => [
  ...new Set(parts.map(({ childId }) => childId)),
];
const ofPerson = <Row extends { readonly practitionerId: string }>(
  rows: readonly Row[],
  { practitionerId }: StaffRow,
): readonly Row[] => rows.filter((one) => one.practitionerId === practitionerId);
const labelOf = (basis: string): string => (basis in relations ? relations[basis as Relation].label : basis);
const termOf = (flag: AccessFlag) => ({ code: flag, label: accessFlags[flag].label });

const earliest = (days: readonly LocalDate[]): LocalDate => days.toSorted()[0] ?? ("" as LocalDate); // never of none
const latest = (parts: readonly PartRow[]) => {
  const last = parts
    .flatMap(({ lastLook }) => lastLook ?? [])
    .toSorted()
    .at(-1);
  return last === undefined ? {} : { lastLook: last };
};
const withoutLook = ({ today }: Records, { since, lastLook }: PartRow): boolean =>
  isWithoutLook({ since, lastLook: lastLook ?? undefined }, today);

/** Somebody who is due is due with the round that is on the manager's desk, or will be: whoever starts has a fortnight. */
function dueBy({ dueOn, roundOn }: StaffRow, today: LocalDate): LocalDate {
  const round = roundDueOn([dueOn], today);
  if (round === undefined) return dueOn;
  const day = roundOn ?? round;
  return dueOn > day ? dueOn : day;
}

function inNumbers(
  records: Records,
  row: StaffRow,
  parts: readonly PartRow[],
  apart: readonly ApartRow[],
): StaffAccessView {
  const { today } = records;
  const { practitionerId, name, postTitle, agency, reviewedOn, reviewedBy, postEnds } = row;
  const dueOn = dueBy(row, today);
  const endsSoon = postEnds !== null && postEnds <= addDays(today, accessReviews.daysBeforePostEnds);
  const unused = parts.filter((one) => withoutLook(records, one)).length;
  const counts: Readonly<Record<AccessFlag, number>> = {
    "no-look": unused,
    "outside-team": childrenOf(parts.filter(({ isOutsideTeam }) => isOutsideTeam)).length,
    "post-ends": endsSoon ? 1 : 0,
    emergency: row.emergencies,
    whereabouts: row.knowsWhereabouts,
  };
  return {
    practitionerId,
    name,
    postTitle,
    agency,
    round: {
      dueOn,
      isLate: dueOn < today,
      ...(reviewedOn === null ? {} : { lastOn: reviewedOn, lastBy: reviewedBy ?? "" }),
    },
    parts: [...new Set(parts.map(({ basis }) => basis))].toSorted().map((basis) => {
      const of = parts.filter((one) => one.basis === basis);
      return {
        code: basis,
        label: labelOf(basis),
        children: of.length,
        since: earliest(of.map(({ since }) => since)),
        ...latest(of),
        withoutLook: of.filter((one) => withoutLook(records, one)).length,
      };
    }),
    children: childrenOf(parts).length,
    childrenApart: childrenOf(apart).length,
    withoutLook: unused,
    flags: (Object.keys(counts) as AccessFlag[])
      .filter((flag) => counts[flag] > 0)
      .map((flag) => ({
        ...termOf(flag),
        count: counts[flag],
        ...(flag === "post-ends" && postEnds !== null ? { on: lastDayOf(postEnds) } : {}),
      })),
    openAsks: row.openAsks,
  };
}

type Line = {
  readonly key: string;
  readonly basis: Relation;
  readonly named: NamedChild | undefined;
  readonly parts: readonly PartRow[];
};

/** A line for each child whom the reader works with, and one for all others of a kind: those looked at, and those not. */
function linesOf(records: Records, parts: readonly PartRow[], named: ReadonlyMap<string, NamedChild>): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const part of parts) {
    const { childId, basis } = part;
    const child = named.get(childId);
    const key = `${child ? childId : withoutLook(records, part) ? "others-not-looked-at" : "others"}.${basis}`;
    lines.set(key, { key, basis, named: child, parts: [...(lines.get(key)?.parts ?? []), part] });
  }
  return [...lines.values()].toSorted(
    (one, other) =>
      Number(one.named === undefined) - Number(other.named === undefined) ||
      (one.named?.name ?? "").localeCompare(other.named?.name ?? "", "en-GB") ||
      one.key.localeCompare(other.key),
  );
}

async function personView(records: Records, row: StaffRow): Promise<PersonAccessView> {
  const parts = await partsOf(records, [row.practitionerId]);
  const apart = await apartOf(records, [row.practitionerId]);
  const named = await namedOf(records, childrenOf([...parts, ...apart]));
  const lines = linesOf(records, parts, named);
  const before = await reviewsOf(records, row.practitionerId);
  return {
    ...inNumbers(records, row, parts, apart),
    apart: apartLines(records, apart, named),
    lines: lines.map(({ key, basis, named, parts: of }) => ({
      key,
      relation: { code: basis, label: labelOf(basis) },
      child: childInList(records, named),
      children: of.length,
      since: earliest(of.map(({ since }) => since)),
      ...latest(of),
      flags: [
        ...(of.some((one) => withoutLook(records, one)) ? [termOf("no-look")] : []),
        ...(of.some(({ isOutsideTeam }) => isOutsideTeam) ? [termOf("outside-team")] : []),
      ],
      isAsked: of.some(({ isAsked }) => isAsked),
    })),
    reviews: before.map(({ words, seen: { children = 0 }, ...one }) => ({
      ...one,
      children,
      ...(words === null ? {} : { words }),
    })),
  };
}

const apartAs = {
  shared: "Shared with them",
  "own-action": "Their own action on a plan",
  contribution: "The summary of a plan, to send updates to it",
} as const;

/** A line for each child whom the reader works with, and one for all others of a kind. */
function apartLines(
  records: Records,
  apart: readonly ApartRow[],
  named: ReadonlyMap<string, NamedChild>,
): PersonAccessView["apart"] {
  const lines = new Map<string, readonly ApartRow[]>();
  for (const row of apart) {
    const key = `${named.has(row.childId) ? row.childId : "others"}.${row.kind}`;
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  return [...lines].flatMap(([key, rows]) =>
    rows.slice(0, 1).map(({ kind, childId }) => ({
      key,
      what: { code: kind, label: apartAs[kind] },
      child: childInList(records, named.get(childId)),
      children: rows.length,
      things: rows.reduce((sum, { things }) => sum + things, 0),
      since: earliest(rows.map(({ since }) => since)),
    })),
  );
}
