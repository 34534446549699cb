import {
  addDays,
  DomainError,
  EndPost,
  IdSchema,
  inWords,
  type LocalDate,
  lastDayOf,
  localDate,
  untilAfter,
} from "@linchpin/domain";
import { z } from "zod";
import { childInList } from "../../child-in-list.ts";
import { lineTo } from "../../line-managers.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { seatFollowsPost } from "../dispute/follows.ts";
import { toldOf } from "./exception-store.ts";
import {
  cutPost,
  heldBy,
  ledPlansOf,
  lockPost,
  managedLast,
  namedChildrenOf,
  type PostRow,
  postsOf,
} from "./post-store.ts";
import { namesOf } from "./standing-store.ts";
import { LeavingView } from "./views.ts";

/** How far back and ahead a last day may be. */
const days = { back: 31, ahead: 365 };

/** Somebody's posts, and what they hold: what stays open once a post ends. */
export const leaving = practitionerProcedure("workforce.post.end")
  .input(z.object({ practitionerId: IdSchema }))
  .output(LeavingView)
  .query(({ ctx, input: { practitionerId } }) =>
    ctx.read(async (records) => {
      await managerOrNothing(records, practitionerId);
      await records.audit("read", "workforce.post.end", { detail: { practitionerId } });
      return leavingView(records, practitionerId);
    }),
  );

/**
 * Ends somebody's post. What they hold stays theirs on record until another holds it, and from the day after shows on
 * the lists of children without a named person and of plans without a lead; they can no longer sign in at the post.
 */
export const endPost = practitionerProcedure("workforce.post.end")
  .input(EndPost)
  .output(LeavingView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const held = await lockPost(records, input.postId);
      if (held === undefined) throw new DomainError({ kind: "not-visible", what: "post" });
      await managerOrNothing(records, held.practitionerId);
      checkDay(records, held, input.lastDay);
      await cutPost(records, held, {
        version: input.version,
        until: untilAfter(input.lastDay),
        because: input.reason,
      });
      await seatFollowsPost(records, held.practitionerId);
      await records.audit("changed", "workforce.post.end", {
        detail: { practitionerId: held.practitionerId, postId: held.postId, lastDay: input.lastDay },
      });
      const view = await leavingView(records, held.practitionerId);
      await tellOf(records, held, input.lastDay, view);
      return view;
    }),
  );

async function managerOrNothing(records: Records, practitionerId: string): Promise<void> {
  const line = await lineTo(records, practitionerId);
  if (line === "none" && !(await managedLast(records, practitionerId)))
    throw new DomainError({ kind: "not-visible", what: "practitioner" });
  if (line === "self")
    throw new DomainError({
      kind: "not-allowed",
      action: "workforce.post.end",
      why: "Your own line manager ends your post.",
    });
}

function checkDay({ today }: Records, { during }: PostRow, lastDay: LocalDate): void {
  if (during.until !== undefined && during.until <= today)
    throw new DomainError({ kind: "already", because: `This post ended on ${inWords(lastDayOf(during.until))}.` });
  if (lastDay < during.from)
    refuseInput("lastDay", `Enter a day that is not before the post began, ${inWords(during.from)}`);
  if (lastDay < addDays(today, -days.back))
    refuseInput("lastDay", `Enter a day within the last ${days.back} days, or a day to come`);
  if (lastDay > addDays(today, days.ahead)) refuseInput("lastDay", "Enter a day within the next year");
}

async function leavingView(records: Records, practitionerId: string): Promise<LeavingView> {
  const name = (await namesOf(records, [practitionerId])).get(practitionerId) ?? "";
  const posts = await postsOf(records, practitionerId);
  const children = await namedChildrenOf(records, practitionerId);
  const plans = await ledPlansOf(records, practitionerId);
  return {
    practitionerId,
    name,
    posts: posts.map(({ postId, title, agencyName, during, version }) => ({
      postId,
      title,
      agencyName,
      version,
      from: during.from,
      ...(during.until === undefined ? {} : { lastDay: lastDayOf(during.until) }),
    })),
    holds: await heldBy(records, practitionerId),
    namedPersonFor: children.map((child) =>
      childInList(records, {
        ...child,
        bornOn: child.bornOn === null ? null : localDate(child.bornOn),
        bases: child.bases ?? [],
      }),
    ),
    leads: plans.map(({ planId, seen }) => ({ planId, child: childInList(records, seen) })),
  };
}

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

async function tellOf(
  records: Records,
  held: PostRow,
  lastDay: LocalDate,
  { name, holds }: LeavingView,
): Promise<void> {
  const left = [
    ...(holds.namedPersonFor > 0 ? [`named person for ${many(holds.namedPersonFor, "child", "children")}`] : []),
    ...(holds.leads > 0 ? [`lead of ${many(holds.leads, "plan", "plans")}`] : []),
    ...(holds.manages > 0 ? [`manager of ${many(holds.manages, "person", "people")}`] : []),
  ];
  const words = `The post of ${name}, ${held.title}, ends with ${inWords(lastDay)}.${left.length === 0 ? "" : ` Somebody else has to take over what is still open: ${left.join(", ")}.`}`;
  const told = await toldOf(records, held.practitionerId);
  await tell(
    records,
    told.map((practitionerId) => ({
      practitionerId,
      act: "workforce.post.end",
      words,
      link: linkTo.leaver(held.practitionerId),
    })),
  );
}
