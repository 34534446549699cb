import { DomainError, GivePacks, inWords, waysOfTelling } from "@linchpin/domain";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { familiesChosen, familiesOfRoll, hasNobody } from "./families-of-roll.ts";
import { OfChild, PacksOf } from "./inputs.ts";
import { familiesOf, packOf, paperOf, partsToGive } from "./paper-of-family.ts";
import { familyRows } from "./paper-store.ts";
import { FamilyPaperView, GivenView, PacksView } from "./paper-views.ts";
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

/** Keeps that packs were given: both parts, or one; a pack without the child's part stays incomplete (HIG-66). */
const give = practitionerProcedure("telling.record")
  .input(GivePacks)
  .output(GivenView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      if (input.givenOn > records.today) refuseInput("givenOn", "Enter a day that is not in the future");
      const families = await familiesChosen(records, input);
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

export const paper = router({ ofChild, packs, give });
