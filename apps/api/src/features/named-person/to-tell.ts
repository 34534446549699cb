import { acts } from "@linchpin/domain";
import { pageByName } from "../../paging.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { ToTellOf } from "./inputs.ts";
import { silenceOf } from "./silence.ts";
import { calledToFamily, lettersSentOf, openTellings, tellings, type WentBefore } from "./telling-store.ts";
import { tellingViews } from "./telling-view.ts";
import { ToTellView } from "./views.ts";

const letterOf = (went: WentBefore | undefined) =>
  went === undefined ? null : { ...went, what: calledToFamily[went.kind] };

/** Children and carers who have to be told who the named person is, or who leads, with what the paper says (HIG-63, GIR-25, HIG-131). */
export const toTell = practitionerProcedure("telling.record")
  .input(ToTellOf)
  .output(ToTellView)
  .query(({ ctx, input: { cursor, state = "open", ...of } }) =>
    ctx.read(async (records) => {
      records.saw([], "list");
      const asked = { ...of, state, bases: acts["telling.record"].relations };
      const { page, nextCursor } = pageByName(await tellings(records, asked, cursor), ({ searchName, tellingId }) => ({
        name: searchName,
        id: tellingId,
      }));
      // where the documents know no named person there may still be somebody who leads
      const silence = silenceOf(records);
      if (silence && page.length === 0) return silence;
      const rows = silence ? page.map((row) => ({ ...row, stillNamed: null })) : page;
      const views = await tellingViews(records, rows);
      const sent = await lettersSentOf(
        records,
        page.map(({ tellingId }) => tellingId),
      );
      return {
        known: true as const,
        open: await openTellings(records, asked),
        tellings: views.map((view) => ({ ...view, letter: letterOf(sent.get(view.tellingId)) })),
        nextCursor,
      };
    }),
  );
