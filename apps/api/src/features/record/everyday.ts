import {
  agencyKinds,
  DomainError,
  deniedBecause,
  IdSchema,
  LogDiscussion,
  LogDiscussionOfChild,
  RecordRoutineCheck,
  routineChecks,
} from "@linchpin/domain";
import { z } from "zod";
import { mayOpen } from "../../may-open.ts";
import { ownAgency } from "../../own-agency.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { ControlView, TermView } from "../../views.ts";
import { addCheck, addDiscussion, checksOf, discussionsOf, lockChildren } from "./everyday-store.ts";

/** Small notes of a named person's ordinary work: routine checks (HIG-14) and informal discussions (HIG-6). They open no case. */

const somebody = "Somebody who has left";
const OfChild = z.object({ childId: IdSchema });

const ChecksView = z.object({
  checks: z.array(
    z.object({ checkId: z.string(), kind: TermView, doneOn: z.string(), outcome: z.string(), by: z.string() }),
  ),
  record: ControlView,
});
const Discussion = z.object({
  discussionId: z.string(),
  heldOn: z.string(),
  people: z.string(),
  agencies: z.array(TermView),
  suggested: z.string(),
});
const DiscussionsView = z.object({
  discussions: z.array(Discussion.extend({ by: z.string() })),
  log: ControlView,
});
const OwnDiscussionsView = z.object({
  discussions: z.array(
    /** The child, where they were identified; left out where they were not. */
    Discussion.extend({ child: z.object({ childId: z.string(), name: z.string(), opens: z.boolean() }).optional() }),
  ),
});
const CheckDone = z.object({ checkId: z.string() });
const DiscussionDone = z.object({ discussionId: z.string() });

const otherAgency = "Routine checks are written by the health service that is named person of the child.";

const checks = practitionerProcedure("health-check.read")
  .input(OfChild)
  .output(ChecksView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const rows = await checksOf(records, childId);
      const denial = deniedBecause("health-check.record", records.who.role, held)?.words;
      const why = denial ?? ((await ownAgency(records)).kind === "health" ? undefined : otherAgency);
      return {
        checks: rows.map(({ kind, by, ...row }) => ({
          ...row,
          kind: { code: kind, label: routineChecks[kind].label },
          by: by ?? somebody,
        })),
        record: why === undefined ? { may: true } : { may: false, why },
      };
    }),
  );

/**
 * Records a routine check and its outcome. It is its agency's item: the chronology, which others read, does not say it, and
 * to another agency it crosses as a release.
 */
const recordCheck = practitionerProcedure("health-check.record")
  .input(RecordRoutineCheck)
  .output(CheckDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, kind, doneOn, outcome } = input;
      await records.authorise(childId);
      const { agencyId, kind: agency } = await ownAgency(records);
      if (agency !== "health")
        throw new DomainError({ kind: "not-allowed", action: "health-check.record", why: otherAgency });
      notToCome(records, "doneOn", doneOn);
      await lockChildren(records, [childId]);
      const checkId = await addCheck(records, { childId, agencyId, kind, doneOn, outcome });
      await records.audit("changed", "health-check.recorded", { childId, detail: { check: checkId } });
      return { checkId };
    }),
  );

const termsOf = (kinds: readonly (keyof typeof agencyKinds)[]) =>
  kinds.map((code) => ({ code, label: agencyKinds[code].label }));

const discussions = practitionerProcedure("discussion.read")
  .input(OfChild)
  .output(DiscussionsView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const rows = await discussionsOf(records, { childId });
      const denial = deniedBecause("discussion.log", records.who.role, held);
      return {
        discussions: rows.map(({ discussionId, heldOn, people, agencies, suggested, by }) => ({
          discussionId,
          heldOn,
          people,
          agencies: termsOf(agencies),
          suggested,
          by: by ?? somebody,
        })),
        log: denial === undefined ? { may: true } : { may: false, why: denial.words },
      };
    }),
  );

/** What the caller logged, with and without a child; of a child whom they do not see any more, nothing. */
const ownDiscussions = practitionerProcedure("discussion.own.read")
  .output(OwnDiscussionsView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const rows = await discussionsOf(records, "mine");
      const found = [];
      for (const { discussionId, heldOn, people, agencies, suggested, childId, givenName, familyName } of rows) {
        const held = childId === null ? [] : await records.relationsTo(childId);
        if (childId !== null) records.saw([childId], held.join(" "));
        found.push({
          discussionId,
          heldOn,
          people,
          agencies: termsOf(agencies),
          suggested,
          ...(childId === null
            ? {}
            : {
                child: {
                  childId,
                  name: [givenName, familyName].filter(Boolean).join(" "),
                  opens: mayOpen(records, "discussion.read", held),
                },
              }),
        });
      }
      return { discussions: found };
    }),
  );

/** Logs a talk about a child whom nobody named: it is the writer's alone, and of no record. */
const logDiscussion = practitionerProcedure("discussion.own.log")
  .input(LogDiscussion)
  .output(DiscussionDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { heldOn, people, agencies, suggested } = input;
      notToCome(records, "heldOn", heldOn);
      const { agencyId } = await ownAgency(records);
      const discussionId = await addDiscussion(records, { agencyId, heldOn, people, agencies, suggested });
      await records.audit("changed", "discussion.logged", { detail: { discussion: discussionId } });
      return { discussionId };
    }),
  );

/** Logs a talk about a child who was identified: their agency's item on that child's record. It opens no case. */
const logDiscussionOfChild = practitionerProcedure("discussion.log")
  .input(LogDiscussionOfChild)
  .output(DiscussionDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, heldOn, people, agencies, suggested } = input;
      await records.authorise(childId);
      notToCome(records, "heldOn", heldOn);
      await lockChildren(records, [childId]);
      const { agencyId } = await ownAgency(records);
      const discussionId = await addDiscussion(records, { childId, agencyId, heldOn, people, agencies, suggested });
      await records.audit("changed", "discussion.logged", { childId, detail: { discussion: discussionId } });
      return { discussionId };
    }),
  );

function notToCome({ today }: Records, path: string, day: string): void {
  if (day > today) refuseInput(path, "Enter a day that is not in the future");
}

export const everyday = router({
  checks,
  recordCheck,
  discussions,
  ownDiscussions,
  logDiscussion,
  logDiscussionOfChild,
});
