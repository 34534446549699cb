import { type Act, acts, IdSchema, type Relation, relations } from "@linchpin/domain";
import { z } from "zod";
import { CursorSchema, pageOf, placeOf } from "../../paging.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { looksAt } from "./store.ts";
import { WhoLookedView } from "./views.ts";

const did = { read: "Looked", changed: "Changed", refused: "Was refused", system: "Did by itself" } as const;

/** "open a child's record": the act's own words, which the control in the portal has too. */
const actInWords = (act: string): string => (act in acts ? acts[act as Act].words : act.replace(/[.-]/g, " "));

/** "named-person lead" → "named person, lead professional". */
const basisInWords = (basis: string): string =>
  basis
    .split(" ")
    .map((one) => (one in relations ? relations[one as Relation].label : one.replaceAll("-", " ")))
    .join(", ");

/** Who has looked at a child's record or changed it, when, at which post, doing what and on what basis. */
export const whoLooked = practitionerProcedure("record.who-looked.read")
  .input(z.object({ childId: IdSchema, cursor: CursorSchema.optional() }))
  .output(WhoLookedView)
  .query(({ ctx, input: { childId, cursor } }) =>
    ctx.read(async (records) => {
      await records.authorise(childId);
      const rows = await looksAt(records, childId, cursor === undefined ? undefined : placeOf(cursor));
      const { page, ...more } = pageOf(rows, ({ at, entryId }) => ({ at, id: entryId }));
      return {
        ...more,
        looks: page.map(
          ({ entryId, at, practitionerId, name, postTitle, agencyName, act, outcome, basis, through }) => ({
            entryId,
            at,
            by: practitionerId === null ? null : { practitionerId, name: name ?? "" },
            postTitle: postTitle ?? "",
            agencyName: agencyName ?? "",
            outcome,
            did: did[outcome],
            what: actInWords(through ?? act),
            ...(basis === null ? {} : { basis: basisInWords(basis) }),
          }),
        ),
      };
    }),
  );
