import { type Arranged, type ArrangementPattern, fullName, wholeRoll, yearGroupInWords } from "@linchpin/domain";
import type { z } from "zod";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { arrangeRoll, exceptionsOf, groupOf } from "./arrangement.ts";
import { establishmentKept, groupsNamed, type Kept, type OnRoll, rollOf, staffOf } from "./arrangement-store.ts";
import { OfEstablishment } from "./inputs.ts";
import { silenceOf } from "./silence.ts";
import { type ChildStanding, standingsOf } from "./standing-store.ts";
import { type Arrangement, ArrangementView, StaffView } from "./views.ts";

const grouped = ["by-class", "by-year-group", "by-house"] as const;
const unassignedShown = 50;

/** How a school or clinic settles who is named person for whom, and what comes of it for its roll (HIG-15, HIG-62). */
export const arrangement = practitionerProcedure("named-person.arrangement.read")
  .input(OfEstablishment)
  .output(ArrangementView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const kept = await establishmentKept(records, input.establishmentId);
      return silenceOf(records) ?? (await arrangementOf(records, kept));
    }),
  );

/** Staff side by side: skills, where they work, and how many children each is named person for (HIG-64). In order of name, never ranked. */
export const staff = practitionerProcedure("named-person.arrangement.read")
  .input(OfEstablishment)
  .output(StaffView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      await establishmentKept(records, input.establishmentId);
      const silence = silenceOf(records);
      if (silence) return silence;
      const rows = await staffOf(records, input.establishmentId, records.today);
      return { known: true as const, staff: rows.map(({ kind: _, ...row }) => row) };
    }),
  );

/** Everything the page about an arrangement shows: groups with their people, exceptions, and who is left. */
export async function arrangementOf(records: Records, kept: Kept): Promise<z.infer<typeof Arrangement>> {
  const { establishmentId, arrangement: pattern } = kept;
  const roll = await rollOf(records, establishmentId);
  const named = await groupsNamed(records, establishmentId);
  const staffRows = await staffOf(records, establishmentId, records.today);
  const standings = await standingsOf(
    records,
    roll.map(({ childId }) => childId),
  );
  const names = new Map(staffRows.map(({ practitionerId, name }) => [practitionerId, name]));
  const exceptions = exceptionsOf(standings.values(), establishmentId, []);
  const arranged = arrangeRoll(pattern, named, exceptions, roll, [...names.keys()]);
  const children = new Map(roll.map((one) => [one.childId, childInList(one)]));
  const shown = <T extends { readonly child: string }>(rows: readonly T[]) =>
    rows.flatMap((row) => {
      const child = children.get(row.child);
      return child === undefined ? [] : [{ ...row, child }];
    });
  const firstUnassigned = shown(arranged.unassigned.slice(0, unassignedShown));
  records.saw(
    [...firstUnassigned, ...shown(exceptions)].map(({ child }) => child.childId),
    "record-keeper",
  );
  const groupsByPattern = {
    "by-class": groupsOf("by-class", roll),
    "by-year-group": groupsOf("by-year-group", roll),
    "by-house": groupsOf("by-house", roll),
  };
  return {
    known: true,
    establishmentId,
    establishment: kept.name,
    version: kept.version,
    pattern,
    groups: groupsOf(pattern, roll).map(({ group, children: count }) => {
      const person = named.find((one) => one.group === group);
      return {
        group,
        words: group === wholeRoll ? "Everybody" : groupInWords(pattern, group),
        children: count,
        practitionerId: person?.practitionerId ?? null,
        name: person?.name ?? null,
      };
    }),
    groupsByPattern,
    onRoll: roll.length,
    followed: followedIn(arranged, standings),
    exceptions: shown(exceptions).map(({ child, person, reason }) => ({
      child,
      practitionerId: person,
      name: names.get(person) ?? "Somebody who is not on the staff any more",
      reason,
    })),
    unassigned: firstUnassigned.map(({ child, code, sentence }) => ({ child, code, why: sentence })),
    unassignedCount: arranged.unassigned.length,
  };
}

const childInList = ({ childId, givenName, familyName, group, yearGroup }: OnRoll) => ({
  childId,
  name: fullName({ given: givenName, ...(familyName === "" ? {} : { family: familyName }) }),
  group,
  yearGroup: yearGroupInWords(yearGroup),
});

const groupInWords = (pattern: ArrangementPattern, group: string): string =>
  (pattern === "by-year-group" ? yearGroupInWords(group) : group) ?? group;

/** The groups of a roll that a pattern goes by, each with its number of children, in order. */
function groupsOf(pattern: ArrangementPattern, roll: readonly OnRoll[]) {
  const counts = new Map<string, number>();
  for (const one of roll) {
    const group = groupOf(pattern, one);
    if (group !== null) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b, "en-GB", { numeric: true }))
    .map(([group, children]) => ({ group, children }));
}

/** Children whose named person is the one the arrangement says. */
const followedIn = ({ assignments }: Arranged, standings: ReadonlyMap<string, ChildStanding>): number =>
  assignments.filter(
    ({ child, person, by }) =>
      by === "arrangement" &&
      standings.get(child)?.held.findLast(({ until }) => until === undefined)?.practitionerId === person,
  ).length;

export const isGrouped = (pattern: ArrangementPattern): pattern is (typeof grouped)[number] =>
  (grouped as readonly string[]).includes(pattern);
