import {
  AskToSeal,
  DecideSealing,
  DomainError,
  IdSchema,
  mayDecideSealing,
  orderDayProblem,
  relations,
} from "@linchpin/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import { CursorSchema, pageOf, placeOf } from "../../paging.ts";
import type { Records, SignedIn } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { throttleIn } from "../../sign-in/throttle.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { exactChildren } from "./exact-child-store.ts";
import { keepAsked, keepNo, othersWhoDecide, partsIn, type SealingRow, seal, sealings } from "./sealing-store.ts";
import { AskedView, SealingListView, SealingView } from "./sealing-views.ts";

/** What waits to be decided, and what was decided. */
const list = practitionerProcedure("sealing.read")
  .input(z.object({ cursor: CursorSchema.optional() }))
  .output(SealingListView)
  .query(({ ctx, input: { cursor } }) =>
    ctx.read(async (records) => {
      const waiting = await sealings(records, { show: "waiting" });
      const after = cursor === undefined ? undefined : placeOf(cursor);
      const { page, nextCursor } = pageOf(
        await sealings(records, { show: "decided", after }),
        ({ decidedAt, sealingId }) => ({ at: decidedAt ?? "", id: sealingId }),
      );
      return {
        waiting: waiting.map((row) => inList(records, row)),
        decided: page.map((row) => inList(records, row)),
        nextCursor: nextCursor ?? null,
      };
    }),
  );

/** One thing that was asked. */
const get = practitionerProcedure("sealing.read")
  .input(z.object({ sealingId: IdSchema }))
  .output(SealingView)
  .query(({ ctx, input: { sealingId } }) =>
    ctx.read(async (records) => viewOf(records, await oneOf(records, sealingId))),
  );

/**
 * Asks that a record is sealed. Nobody of these details, several, one's own kin and a record that is sealed already read
 * the same. Each try counts, found or not.
 */
const ask = practitionerProcedure("sealing.ask")
  .input(AskToSeal)
  .output(AskedView)
  .mutation(async ({ ctx, input }) => {
    await countTry(ctx, ctx.who);
    return ctx.change(input, async (records) => {
      const { child, orderedOn } = input;
      const problem = orderDayProblem(orderedOn, records.today);
      if (problem !== undefined) refuseInput("orderedOn", problem);
      const [childId, ...others] = await exactChildren(records, child);
      if (childId === undefined || others.length > 0) throw new DomainError({ kind: "not-visible", what: "child" });
      const sealingId = await keepAsked(records, childId, input);
      records.saw([childId], "sealing");
      await records.audit("changed", "sealing.ask", { childId, detail: { sealingId } });
      const deciders = await othersWhoDecide(records, childId);
      await tell(
        records,
        deciders.map(({ id }) => ({
          practitionerId: id,
          act: "sealing.ask",
          words: `${records.who.practitionerName} asks that a record is sealed after an adoption order. Look at it and decide.`,
          link: linkTo.sealing(sealingId),
        })),
      );
      return { sealingId };
    });
  });

async function countTry({ database, clock }: Pick<Context, "database" | "clock">, who: SignedIn): Promise<void> {
  const seconds = await throttleIn(database, clock).count("sealing", who.areaId, who.practitionerId);
  if (seconds === undefined) return;
  throw new DomainError({
    kind: "not-allowed",
    action: "sealing.ask",
    why: "You have tried this too many times in a day. Try again tomorrow.",
  });
}

/** Decides what somebody else asked. Once sealed, the answer says no more whose record it was. */
const decide = practitionerProcedure("sealing.decide")
  .input(DecideSealing)
  .output(SealingView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { sealingId, outcome, words } = input;
      const row = await oneOf(records, sealingId);
      const { childId } = row;
      if (childId === null)
        throw new DomainError({ kind: "already", because: "Somebody has decided this already. Reload the page." });
      const why = await whyNotDecide(records, row, childId);
      if (why !== undefined) throw new DomainError({ kind: "not-allowed", action: "sealing.decide", why });
      const isDone = await (outcome === "sealed" ? seal : keepNo)(records, sealingId, words);
      if (!isDone) throw new DomainError({ kind: "changed-since", what: "what was asked" });
      await records.audit("changed", "sealing.decide", { childId, detail: { sealingId, outcome } });
      await records.audit("changed", "sealing.decide", { detail: { sealingId, outcome } });
      await tell(records, [
        {
          practitionerId: row.askedById,
          act: "sealing.decide",
          words:
            outcome === "sealed"
              ? "A record that you asked to be sealed is sealed."
              : "A record that you asked to be sealed was left as it is. See why.",
          link: linkTo.sealing(sealingId),
        },
      ]);
      return viewOf(records, await oneOf(records, sealingId));
    }),
  );

async function oneOf(records: Records, sealingId: string): Promise<SealingRow> {
  const [row] = await sealings(records, { sealingId });
  if (row === undefined) throw new DomainError({ kind: "not-visible", what: "sealing" });
  return row;
}

async function whyNotDecide(records: Records, { askedById }: SealingRow, childId: string): Promise<string | undefined> {
  const me = records.who.practitionerId;
  const own = (await partsIn(records, childId)).find(({ practitionerId }) => practitionerId === me);
  return mayDecideSealing({ askedBy: askedById, decidedBy: me, partsOfDecider: own?.parts ?? [] });
}

function inList(records: Records, row: SealingRow) {
  const { sealingId, askedById, askedByName, askedAt, childId, givenName, familyName, bornOn } = row;
  if (childId !== null) records.saw([childId], "sealing");
  const { outcome, decidedById, decidedByName, decidedAt } = row;
  return {
    sealingId,
    askedBy: { practitionerId: askedById, name: askedByName },
    askedAt,
    ...(childId === null
      ? {}
      : {
          child: {
            visibility: "full" as const,
            childId,
            name: `${givenName ?? ""} ${familyName ?? ""}`.trim(),
            ...(bornOn === null ? {} : { bornOn }),
          },
        }),
    ...(outcome === null || decidedById === null || decidedAt === null
      ? {}
      : { decided: { outcome, by: { practitionerId: decidedById, name: decidedByName ?? "" }, at: decidedAt } }),
  };
}

async function viewOf(records: Records, row: SealingRow): Promise<SealingView> {
  const { childId, orderedOn, court, reason, words, outcome } = row;
  const ends = row.ended ?? row.ends;
  const why = childId === null ? "This is decided." : await whyNotDecide(records, row, childId);
  return {
    ...inList(records, row),
    ...(childId === null || orderedOn === null || court === null || reason === null
      ? {}
      : { order: { on: orderedOn, court, reason } }),
    people:
      childId === null
        ? []
        : (await partsIn(records, childId)).map(({ practitionerId, name, parts }) => ({
            practitionerId,
            name,
            parts: parts.map((part) => relations[part].label).join(", "),
          })),
    ...(ends === null ? {} : { ends }),
    ...(words === null || outcome !== "not-sealed" ? {} : { words }),
    may: { decide: why === undefined ? { may: true } : { may: false, why } },
  };
}

export const sealing = router({ list, get, ask, decide });
