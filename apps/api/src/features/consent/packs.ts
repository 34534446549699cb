import { copyFindings, LetterWay, SendPacks } from "@linchpin/domain";
import { areaWide } from "../../db/asked.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { markPrinted } from "../named-person/follows.ts";
import { PacksOf } from "../named-person/views.ts";
import { sha256Of, sheetOf } from "./copy-html.ts";
import { lockFamilies, toldByPaper } from "./family-paper.ts";
import {
  childsNameOf,
  familyPaperFor,
  keptName,
  mayGetPaper,
  type OneOfFamily,
  tellingOf,
  wentBeforeTo,
} from "./family-paper-copy.ts";
import { type GoingToFamily, keepToFamily } from "./keep-to-family.ts";
import { lettersSentOf, wasToldBefore } from "./letter-store.ts";
import {
  type Family,
  familiesChosen,
  familiesOfRoll,
  hasNobody,
  partOf,
  partsToGive,
  silenceOf,
} from "./paper-source-store.ts";
import { PacksSentView, PacksToSendView } from "./paper-views.ts";
import { familiesToLook, type Looked, lookedThrough } from "./to-family.ts";

/** A part of a pack: the page of one parent or carer, or the child's card. */
type Part = {
  readonly to: OneOfFamily;
  readonly tellingId: string;
  /** They have it, or it was settled that they get none. */
  readonly isGiven: boolean;
  readonly looked: Looked;
};

/** One family's pack as it would go: every part of it, or none. */
type Pack = {
  readonly family: Family;
  readonly parts: readonly Part[];
  /** Who may have a page, has none in it and was given none by itself: nobody had to tell them when the person was named. */
  readonly without: readonly OneOfFamily[];
  readonly sha256: string;
};

/** One part of a pack, or none where a child is not born yet and so gets none. */
const oneOf = (
  family: Family,
  { recipient, carer }: ReturnType<typeof partsToGive>[number],
): OneOfFamily | undefined => {
  if (recipient !== "child") return { is: "carer", carerId: recipient, name: carer ?? keptName, relationship: null };
  return family.row.isBorn ? { is: "child", carerId: null, name: childsNameOf(family), relationship: null } : undefined;
};

async function packsOf(records: Records, families: readonly Family[], way: LetterWay): Promise<readonly Pack[]> {
  const toLook = await familiesToLook(
    records,
    families.map(({ row }) => row.childId),
  );
  const due = families.flatMap((family) => partsToGive(family).map(({ tellingId }) => tellingId));
  // also what the caller may not open: it says on which day and by whom, and nothing of where it went
  const went = await areaWide(records.tx, () => lettersSentOf(records, due));
  const packs: Pack[] = [];
  for (const family of families) {
    const made: (Part | undefined)[] = [];
    for (const row of partsToGive(family)) {
      const { tellingId } = row;
      const to = oneOf(family, row);
      if (to === undefined) continue;
      const before = went.get(tellingId);
      const paper = familyPaperFor(records, family, { to, way, withCard: false, before });
      const looked =
        paper === undefined ? undefined : await lookedThrough(records, toLook, paper, { way, clearings: [] });
      made.push(looked && { to, tellingId, isGiven: isGiven(row), looked });
    }
    const parts = made.flatMap((part) => (made.includes(undefined) || part === undefined ? [] : [part]));
    const sha256 = sha256Of(new TextEncoder().encode(parts.map(({ looked }) => looked.sha256).join(" ")));
    packs.push({ family, parts, without: await withoutPage(records, family), sha256 });
  }
  return packs;
}

/** Who came on record, or was born, after the person was named: they get theirs by itself. */
async function withoutPage(records: Records, family: Family): Promise<readonly OneOfFamily[]> {
  const without: OneOfFamily[] = [];
  for (const one of mayGetPaper(family))
    if (tellingOf(family, one) === undefined && !(await hasTheirs(records, family, one))) without.push(one);
  return without;
}

/** They were given a page by itself, or were told before a list brought them anew. */
async function hasTheirs(records: Records, family: Family, one: OneOfFamily): Promise<boolean> {
  if ((await wentBeforeTo(records, family, one)) !== undefined) return true;
  const { childId, namedPerson } = family.row;
  const { carerId } = one;
  if (carerId === null || namedPerson === null) return false;
  const { practitionerId } = namedPerson;
  return areaWide(records.tx, () => wasToldBefore(records, { childId, carerId, practitionerId }));
}

const isGiven = (row: ReturnType<typeof partsToGive>[number]): boolean => {
  const { givenOn, notGivenBecause } = partOf(row);
  return givenOn !== undefined || notGivenBecause !== undefined;
};

/** Every part of it went or was given already: it is not made again with the others. */
const isDone = ({ family, parts, without }: Pack): boolean =>
  without.length === 0 &&
  (parts.length > 0 || (partsToGive(family).length === 0 && mayGetPaper(family).length > 0)) &&
  parts.every((part) => part.isGiven || part.looked.wentBefore !== undefined);

/** Why somebody looks at a family's pack by itself before any of it goes. */
const whyOneByOne = ({ parts, without }: Pack): readonly string[] => [
  ...without.map(({ name }) => `There is no page for ${name} in it: give it by itself.`),
  ...new Set(
    parts.flatMap(({ isGiven, looked: { problem, left, askedAgain, wentBefore, adultsToThinkOf, reminded } }) => [
      ...(isGiven ? ["A part of it was given already: give the rest by itself."] : []),
      ...(wentBefore === undefined ? [] : [wentBefore]),
      ...(problem === undefined ? [] : [problem]),
      ...left.map(({ kind }) => copyFindings[kind].label),
      ...(askedAgain === undefined ? [] : [askedAgain]),
      ...(adultsToThinkOf.length === 0
        ? []
        : ["An adult must not be brought near the child: make sure of the address"]),
      ...(reminded?.of === "other-way" ? [reminded.because] : []),
    ]),
  ),
];

const ofChild = (family: Family) => ({ childId: family.row.childId, child: childsNameOf(family) });

/**
 * The packs of a roll or of a class, each exactly as it would go: what goes as it is, and what is looked at first (HIG-66). Those
 * that went or were given already are counted, and not made again.
 */
const run = practitionerProcedure("family-pack.list")
  .input(PacksOf.extend({ way: LetterWay }))
  .output(PacksToSendView)
  .query(({ ctx, input: { way, ...of } }) =>
    ctx.read(async (records) => {
      const silence = silenceOf(records);
      const { families, hasMore } = await familiesOfRoll(records, of, "papers");
      if (silence) return silence;
      const packs = await packsOf(
        records,
        families.filter((one) => !hasNobody(one)),
        way,
      );
      const open = packs.filter((pack) => !isDone(pack));
      const all = open.map((pack) => ({ pack, why: whyOneByOne(pack) }));
      const ready = all.flatMap(({ pack, why }) => (why.length === 0 && pack.parts.length > 0 ? [pack] : []));
      return {
        known: true as const,
        ready: ready.map(({ family, parts, sha256 }) => ({
          ...ofChild(family),
          hash: sha256,
          parts: parts.map(({ to }) => to.name),
          isToSafeContact: family.kept !== undefined,
        })),
        sheet: sheetOf(
          "Packs",
          ready.flatMap(({ parts }) => parts.map(({ looked }) => new TextDecoder().decode(looked.bytes))),
        ),
        oneByOne: all.flatMap(({ pack: { family }, why }) =>
          why.length === 0 ? [] : [{ ...ofChild(family), why: [...why] }],
        ),
        without: [
          ...families.filter(hasNobody).map((family) => ({ ...ofChild(family), why: "Nobody is named yet" })),
          ...open
            .filter((pack) => pack.parts.length === 0 && whyOneByOne(pack).length === 0)
            .map(({ family }) => ({ ...ofChild(family), why: "Nobody on record may have one" })),
        ],
        done: packs.length - open.length,
        hasMore,
      };
    }),
  );

/**
 * Sends packs: exactly those that were shown, every part of each. Each is made anew here; one that reads otherwise now, or goes
 * elsewhere, stays behind whole, so that no child's part goes missing.
 */
const send = practitionerProcedure("family-pack.list")
  .input(SendPacks)
  .output(PacksSentView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { establishmentId, way } = input;
      const asked = new Map(input.packs.map(({ childId, hash }) => [childId, hash]));
      await lockFamilies(records, [...asked.keys()]);
      const families = await familiesChosen(records, { establishmentId, childIds: [...asked.keys()] });
      const named = families.filter((one) => !hasNobody(one));
      const going = (await packsOf(records, named, way)).filter(
        (pack) =>
          pack.parts.length > 0 && asked.get(pack.family.row.childId) === pack.sha256 && whyOneByOne(pack).length === 0,
      );
      const parts = going.flatMap(({ family, parts: all }) => all.map((part) => goingOf(family, part)));
      const sentCopyIds = parts.length === 0 ? [] : await keepToFamily(records, { kind: "pack", way }, parts);
      await markPrinted(
        records,
        parts.flatMap(({ tellingId }) => tellingId ?? []),
      );
      const gone = new Set(going.map(({ family }) => family.row.childId));
      return {
        sentCopyId: sentCopyIds[0] ?? null,
        sent: going.length,
        changed: [...asked.keys()].filter((childId) => !gone.has(childId)),
      };
    }),
  );

const goingOf = ({ row, kept }: Family, { to, tellingId, looked }: Part): GoingToFamily => ({
  looked,
  childId: row.childId,
  to,
  isKept: kept !== undefined,
  clearings: [],
  addressConfirmed: false,
  purpose: toldByPaper,
  tellingId,
});

export const packs = router({ run, send });
