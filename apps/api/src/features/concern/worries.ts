import {
  DomainError,
  fullName,
  IdSchema,
  limits,
  line,
  type OnRoll,
  optional,
  PassWorryOn,
  PlaceWorry,
  PlaceWorryElsewhere,
  whomItFits,
} from "@linchpin/domain";
import { z } from "zod";
import { areaWide } from "../../db/asked.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { answeringFor } from "./store.ts";
import { arrive, standOnRecord } from "./worry-arrives.ts";
import {
  addWorry,
  markElsewhere,
  ownPlaceOf,
  placesWithRoll,
  rollOf,
  type ToPlace,
  worriesToPlace,
} from "./worry-store.ts";
import { PassedOnView, WorriesToPlaceView, WorryFormView, WorryPlacedView, WorryToPlaceView } from "./worry-views.ts";

/** What the form asks: the places with a roll, and of them the caller's own. */
const form = practitionerProcedure("worry.pass-on")
  .output(WorryFormView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const places = [...(await placesWithRoll(records))];
      const own = await ownPlaceOf(records);
      return { places, ...(places.some(({ establishmentId }) => establishmentId === own) ? { own } : {}) };
    }),
  );

/**
 * Passes a worry on in one step, by anybody on the staff, without a part in the child's care (HIG-70). The answer is the
 * same whether it fits one child, several or none: it says that it was passed on, and nothing else.
 */
const passOn = practitionerProcedure("worry.pass-on")
  .input(PassWorryOn)
  .output(PassedOnView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      await refuseUnlessRoll(records, input.establishmentId);
      const worryId = await addWorry(records, input);
      await areaWide(records.tx, () => arrive(records, { ...input, worryId }));
      await records.audit("changed", "worry.pass-on");
      return { passedOn: true as const };
    }),
  );

async function refuseUnlessRoll(records: Records, establishmentId: string): Promise<void> {
  const places = await placesWithRoll(records);
  if (!places.some((place) => place.establishmentId === establishmentId))
    refuseInput("establishmentId", "Choose the school, nursery or clinic");
}

const waiting = ({ worryId, version, about, group, establishment, sender, isMine, at }: ToPlace) => ({
  worryId,
  version,
  about,
  establishment,
  sender,
  isMine,
  at,
  ...(group === null ? {} : { group }),
});

/** What waits for the caller to say whom it is about: the name as it was written, never what the worry says. */
const toPlace = practitionerProcedure("worry.place")
  .output(WorriesToPlaceView)
  .query(({ ctx }) => ctx.read(async (records) => ({ worries: (await worriesToPlace(records)).map(waiting) })));

/** One of them, by the caller's own right; any other reads as none. */
async function mineToPlace(records: Records, worryId: string): Promise<ToPlace> {
  const found = (await worriesToPlace(records)).find((row) => row.worryId === worryId);
  if (found === undefined) throw new DomainError({ kind: "not-visible", what: "worry" });
  return found;
}

const most = 50;

/** The children of the roll who may be meant: by name and class, else by name, else those of the class. */
function whoMayBeMeant(roll: readonly OnRoll[], about: string, group: string | undefined): readonly OnRoll[] {
  const byBoth = whomItFits({ about, group }, roll);
  if (byBoth.length > 0) return byBoth;
  const byName = whomItFits({ about }, roll);
  if (byName.length > 0 || group === undefined) return byName;
  return roll.filter((one) => whomItFits({ about: one.given, group }, [one]).length > 0);
}

const onePlacing = practitionerProcedure("worry.place")
  .input(z.object({ worryId: IdSchema, name: optional(line({ max: limits.name, enter: "Enter a name" })) }))
  .output(WorryToPlaceView)
  .query(({ ctx, input: { worryId, name } }) =>
    ctx.read(async (records) => {
      const row = await mineToPlace(records, worryId);
      const roll = await rollOf(records, row.establishmentId);
      const meant = (
        name === undefined ? whoMayBeMeant(roll, row.about, row.group ?? undefined) : whomItFits({ about: name }, roll)
      ).slice(0, most);
      records.saw(
        meant.map(({ childId }) => childId),
        "placing",
      );
      const children = [];
      for (const { childId, given, family, group } of meant)
        children.push({
          childId,
          name: fullName({ given, ...(family === "" ? {} : { family }) }),
          ...(group === undefined ? {} : { group }),
          hasReceiver: (await answeringFor(records, childId)).length > 0,
        });
      const places = (await placesWithRoll(records)).filter(
        ({ establishmentId }) => establishmentId !== row.establishmentId,
      );
      return { worry: waiting(row), children, places };
    }),
  );

/** Says which child of the roll a worry is about: it is with the named person from then on, with its clock. */
const place = practitionerProcedure("worry.place")
  .input(PlaceWorry)
  .output(WorryPlacedView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { worryId, version, childId } = input;
      const row = await mineToPlace(records, worryId);
      if (row.version !== version) throw new DomainError({ kind: "changed-since", what: "worry" });
      const isOnRoll = (await rollOf(records, row.establishmentId)).some((one) => one.childId === childId);
      if (!isOnRoll) throw new DomainError({ kind: "not-visible", what: "child" });
      records.saw([childId], "placing");
      if (!(await areaWide(records.tx, () => standOnRecord(records, worryId, childId, { byPerson: true }))))
        refuseInput("childId", "This child has no named person yet. Assign one first; the worry waits here meanwhile");
      return { worryId };
    }),
  );

/** Says that it is about no child of this roll: another place's keeper is asked, or it is set aside with what was done. */
const elsewhere = practitionerProcedure("worry.place")
  .input(PlaceWorryElsewhere)
  .output(WorryPlacedView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { worryId, establishmentId, because } = input;
      const row = await mineToPlace(records, worryId);
      if (establishmentId === row.establishmentId) refuseInput("establishmentId", "Choose another place");
      if (establishmentId !== undefined) await refuseUnlessRoll(records, establishmentId);
      await areaWide(records.tx, () =>
        markElsewhere(
          records,
          input,
          establishmentId === undefined ? { setAsideBecause: because } : { establishmentId },
        ),
      );
      if (establishmentId !== undefined)
        await areaWide(records.tx, () =>
          arrive(records, { worryId, establishmentId, about: row.about, group: row.group ?? undefined }),
        );
      await records.audit("changed", "worry.place", { detail: { worryId } });
      return { worryId };
    }),
  );

export const worries = router({ form, passOn, toPlace, one: onePlacing, place, elsewhere });
