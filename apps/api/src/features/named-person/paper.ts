import { DomainError, deniedBecause, GivePacks, inWords, PrintPacks, waysOfTelling } from "@linchpin/domain";
import type { z } from "zod";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { OfChild, PacksOf } from "./inputs.ts";
import { type Family, familiesOf, packOf, paperOf, partsToGive } from "./paper-of-family.ts";
import { establishmentKept, familyRows, markPrinted, mostPapers } from "./paper-store.ts";
import { FamilyPaperView, GivenView, PacksView, PrintedView, SheetsView } from "./paper-views.ts";
import { silenceOf } from "./silence.ts";
import { recordTellings } from "./telling-store.ts";

const nobodyNamed = "There is nobody to name yet, so there is no paper to print.";

/** The paper for one family, at any time: whom to turn to, what for and how (HIG-65). */
const ofChild = practitionerProcedure("family-paper.print")
  .input(OfChild)
  .output(FamilyPaperView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      await records.authorise(childId);
      const [family] = await familiesOf(records, await familyRows(records, { childId }));
      if (family === undefined) throw new DomainError({ kind: "not-visible", what: "child" });
      const paper = paperOf(family, records);
      if (paper !== undefined) return { known: true as const, paper };
      return { known: false as const, because: silenceOf(records)?.because ?? nobodyNamed };
    }),
  );

type Asked = z.infer<typeof PacksOf>;

/** The families of a roll that the caller keeps or heads, by the child's name. */
async function familiesOfRoll(records: Records, asked: Asked, basis: string) {
  await establishmentKept(records, asked.establishmentId);
  const rows = await familyRows(records, asked);
  const shown = rows.slice(0, mostPapers);
  records.saw(
    shown.map(({ childId }) => childId),
    basis,
  );
  return { families: await familiesOf(records, shown), hasMore: rows.length > mostPapers };
}

const hasNobody = ({ row }: Family): boolean => row.namedPerson === null;

/** Which families have their pack, and which not yet; children with nobody named come first (HIG-66). */
const packs = practitionerProcedure("family-pack.list")
  .input(PacksOf)
  .output(PacksView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const silence = silenceOf(records);
      const { families, hasMore } = await familiesOfRoll(records, input, "packs");
      if (silence) return silence;
      const all = families.filter((one) => !hasNobody(one)).map((one) => packOf(one, records));
      return {
        known: true as const,
        without: families.filter(hasNobody).map((one) => packOf(one, records)),
        open: all.filter(({ state }) => state.code !== "given").sort((a, b) => Number(b.isLate) - Number(a.isLate)),
        given: all.filter(({ state }) => state.code === "given"),
        hasMore,
      };
    }),
  );

/** The pages themselves, each family's own; whoever has nobody named is listed and not printed. */
const sheets = practitionerProcedure("family-pack.list")
  .input(PacksOf)
  .output(SheetsView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const silence = silenceOf(records);
      const { families, hasMore } = await familiesOfRoll(records, input, "papers");
      if (silence) return silence;
      return {
        known: true as const,
        without: families.filter(hasNobody).map((one) => packOf(one, records)),
        papers: families.filter((one) => !hasNobody(one)).flatMap((one) => paperOf(one, records) ?? []),
        hasMore,
      };
    }),
  );

/** Those of some children who are on the caller's roll and may be told; one who is not refuses the whole. */
async function chosen(
  records: Records,
  { establishmentId, childIds }: Pick<GivePacks, "establishmentId" | "childIds">,
) {
  await establishmentKept(records, establishmentId);
  const rows = await familyRows(records, { establishmentId, childIds });
  if (rows.length !== new Set(childIds).size) throw new DomainError({ kind: "not-visible", what: "child" });
  for (const { bases } of rows) {
    const denial = deniedBecause("telling.record", records.who.role, bases);
    if (denial) throw new DomainError({ kind: "not-allowed", action: denial.act, why: denial.words });
  }
  records.saw(childIds, "packs");
  return familiesOf(records, rows);
}

/** Keeps that packs were printed, today and by whom. */
const printed = practitionerProcedure("family-pack.list")
  .input(PrintPacks)
  .output(PrintedView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const families = await chosen(records, input);
      await markPrinted(
        records,
        families.flatMap((one) => partsToGive(one).map(({ tellingId }) => tellingId)),
      );
      return { children: families.length };
    }),
  );

/** Keeps that packs were given: both parts, or one; a pack without the child's part stays incomplete (HIG-66). */
const give = practitionerProcedure("telling.record")
  .input(GivePacks)
  .output(GivenView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      if (input.givenOn > records.today) refuseInput("givenOn", "Enter a day that is not in the future");
      const families = await chosen(records, input);
      const wanted = families.flatMap((one) =>
        partsToGive(one)
          .filter(({ recipient }) => input.parts.includes(recipient === "child" ? "child" : "carer"))
          .map(({ tellingId }) => tellingId),
      );
      const done = await recordTellings(records, wanted, { toldOn: input.givenOn, how: input.how });
      const byChild = new Map<string, Set<string>>();
      for (const { childId, recipient } of done)
        byChild.set(childId, (byChild.get(childId) ?? new Set()).add(recipient === "child" ? "child" : "carer"));
      await records.keepMany(
        [...byChild].map(([childId, parts]) => ({
          childId,
          act: "family-pack.given",
          title: `Pack about the named person given: ${partsInWords(parts)}`,
          detail: `${waysOfTelling[input.how].label}, ${inWords(input.givenOn)}.`,
        })),
      );
      return { children: byChild.size, parts: done.length };
    }),
  );

const partsInWords = (parts: ReadonlySet<string>): string =>
  [
    ...(parts.has("child") ? ["the child's part"] : []),
    ...(parts.has("carer") ? ["the part for parents and carers"] : []),
  ].join(" and ");

export const paper = router({ ofChild, packs, sheets, printed, give });
