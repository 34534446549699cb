import {
  type Act,
  acts,
  closesAt,
  DomainError,
  type EmergencyReason,
  emergency,
  inWords,
  OpenInEmergency,
  ReviewEmergency,
  reviewLateFrom,
  timeOf,
} from "@linchpin/domain";
import { z } from "zod";
import { clockOf, dueOf } from "../../clock-view.ts";
import type { Context } from "../../context.ts";
import { managersOf } from "../../line-managers.ts";
import { linkTo } from "../../links.ts";
import { mayOpen } from "../../may-open.ts";
import { type Notice, tell } from "../../outbox.ts";
import { CursorSchema, pageOf, placeOf } from "../../paging.ts";
import type { Records, SignedIn } from "../../records.ts";
import { throttleIn } from "../../sign-in/throttle.ts";
import { practitionerProcedure } from "../../trpc.ts";
import {
  keepFinding,
  keepOpening,
  type OpeningRow,
  openings,
  openUntil,
  reasonInWords,
  toTellOfOpening,
} from "./emergency-store.ts";
import { exactChildren } from "./exact-child-store.ts";
import { EmergencyAccessView, EmergencyListView, OpenedView } from "./views.ts";

/**
 * Opens a child's record for an hour without a part in the child's care. Nobody of these details, several, and somebody
 * from whom the caller is held back read the same. Each try counts, found or not.
 */
export const openInEmergency = practitionerProcedure("emergency.open")
  .input(OpenInEmergency)
  .output(OpenedView)
  .mutation(async ({ ctx, input }) => {
    await countTry(ctx, ctx.who);
    return ctx.change(input, async (records) => {
      const [childId, ...others] = await exactChildren(records, input.child);
      if (childId === undefined || others.length > 0) throw new DomainError({ kind: "not-visible", what: "child" });
      const held = await records.relationsTo(childId);
      if (held.includes("emergency")) {
        records.saw([childId], "emergency");
        return { childId, openUntil: (await openUntil(records, childId)) ?? records.now };
      }
      if (reads.every((act) => mayOpen(records, act, held)))
        throw new DomainError({
          kind: "already",
          because: "You have a part in this child's care, and the record is open to you. Search for the child.",
        });
      return open(records, childId, input);
    });
  });

/** What an emergency opens; whoever may do all of it has no need of one. */
const reads: readonly Act[] = ["child.read", "plan.read", "concern.read", "record.chronology.read"];

async function countTry({ database, clock }: Pick<Context, "database" | "clock">, who: SignedIn): Promise<void> {
  const seconds = await throttleIn(database, clock).count("emergency", who.areaId, who.practitionerId);
  if (seconds === undefined) return;
  throw new DomainError({
    kind: "not-allowed",
    action: "emergency.open",
    why: `You have tried this ${emergency.triesADay} times in a day. Call the child's school or clinic, or speak to your manager.`,
  });
}

async function open(records: Records, childId: string, { reason, words }: Pick<OpenInEmergency, "reason" | "words">) {
  const { asAt, area, who, now } = records;
  const until = closesAt(asAt);
  const reviewBy = reviewLateFrom(asAt, area.calendar);
  const during = { from: now, until: until.at };
  const emergencyAccessId = await keepOpening(records, { childId, reason, words, during, reviewBy: reviewBy.at });
  records.saw([childId], "emergency");
  await records.keep({
    childId,
    act: "access.opened-in-emergency",
    title: `${who.practitionerName} opened the record in an emergency`,
    detail: `${reasonInWords(reason)}. Open to read until ${timeOf(until)}. A privacy officer looks at whether it was right.`,
  });
  await records.audit("changed", "emergency.open", {
    childId,
    basis: "emergency",
    detail: { emergencyAccessId, reason },
  });
  await tellOfOpening(records, childId, reason, timeOf(until));
  return { childId, openUntil: until.at };
}

/** At once: whoever answers for the record, and the privacy officers; where there is none, the service managers. */
async function tellOfOpening(records: Records, childId: string, reason: EmergencyReason, until: string): Promise<void> {
  const { practitionerName: name } = records.who;
  const people = await toTellOfOpening(records, childId);
  const of = (as: (typeof people)[number]["as"]) => people.filter((one) => one.as === as);
  const officers = of("privacy-officer");
  const why = reasonInWords(reason);
  const notices: Notice[] = [
    ...of("owner").map(({ practitionerId }) => ({
      practitionerId,
      childId,
      act: "access.opened-in-emergency",
      words: `${name}, who has no part in this child's care, opened the record in an emergency: ${why}. It is open to them until ${until}.`,
      link: linkTo.child(childId),
    })),
    ...(officers.length > 0 ? officers : of("service-manager")).map(({ practitionerId }) => ({
      practitionerId,
      act: "access.opened-in-emergency",
      words:
        officers.length > 0
          ? `${name} opened a child's record in an emergency: ${why}. Look at whether it was right.`
          : `${name} opened a child's record in an emergency: ${why}. This area has no other privacy officer to look at it. Name one.`,
      ...(officers.length > 0 ? { link: linkTo.emergencyAccess } : {}),
    })),
  ];
  await tell(records, notices);
}

/** Records that were opened in an emergency: those that wait for a review, nearest clock first, or those that had it. */
export const emergencies = practitionerProcedure("emergency.list")
  .input(z.object({ show: z.enum(["waiting", "reviewed"]), cursor: CursorSchema.optional() }))
  .output(EmergencyListView)
  .query(({ ctx, input: { show, cursor } }) =>
    ctx.read(async (records) => {
      const rows = await openings(records, { show, after: cursor === undefined ? undefined : placeOf(cursor) });
      const { page, nextCursor } = pageOf(rows, ({ reviewBy, reviewedAt, emergencyAccessId }) => ({
        at: show === "reviewed" ? (reviewedAt ?? "") : reviewBy,
        id: emergencyAccessId,
      }));
      return { openings: page.map((row) => viewOf(records, row)), nextCursor: nextCursor ?? null };
    }),
  );

/** Says whether an opening was right. Nobody says it of their own. */
export const reviewEmergency = practitionerProcedure("emergency.review")
  .input(ReviewEmergency)
  .output(EmergencyAccessView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { emergencyAccessId, finding, words } = input;
      const [found] = await openings(records, { emergencyAccessId });
      if (found === undefined) throw new DomainError({ kind: "not-visible", what: "emergency access" });
      if (found.practitionerId === records.who.practitionerId)
        throw new DomainError({ kind: "not-allowed", action: "emergency.review", why: ownReview });
      if (!(await keepFinding(records, { emergencyAccessId, finding, words })))
        throw new DomainError({ kind: "already", because: "Somebody has looked at this already. Reload the page." });
      const { childId, practitionerId, name, openedAt } = found;
      await records.audit("changed", "emergency.review", { childId, detail: { emergencyAccessId, finding } });
      await tellOfFinding(records, { practitionerId, name, finding, day: inWords(dueOf(openedAt).day) });
      const [kept] = await openings(records, { emergencyAccessId });
      if (kept === undefined) throw new Error("an emergency access that was just looked at is not there");
      return viewOf(records, kept);
    }),
  );

const ownReview = "Somebody else looks at a record that you opened.";

async function tellOfFinding(
  records: Records,
  of: { readonly practitionerId: string; readonly name: string; readonly finding: string; readonly day: string },
): Promise<void> {
  const act = "emergency.review";
  const { practitionerId, name, day } = of;
  const isRight = of.finding === "right";
  const managers = isRight ? [] : ((await managersOf(records, [practitionerId])).get(practitionerId) ?? []);
  await tell(records, [
    {
      practitionerId,
      act,
      words: `The record that you opened in an emergency on ${day} was looked at: it was ${isRight ? "right" : "not right"} to open it.`,
    },
    ...managers.map((managerId) => ({
      practitionerId: managerId,
      act,
      words: `${name} opened a child's record in an emergency on ${day}, and it was found not right. Speak with ${name}, and with the privacy officer.`,
    })),
  ]);
}

/** What an emergency opens, as the page that shows it is called. */
const pagesRead: Readonly<Partial<Record<Act, string>>> = {
  "child.read": "the child's page",
  "plan.read": "the plan",
  "concern.read": "concerns",
  "record.chronology.read": "the chronology",
  "named-person.history.read": "who has been the named person",
};
const lookedAt = (act: string): string => pagesRead[act as Act] ?? (act in acts ? acts[act as Act].words : act);

function viewOf(records: Records, row: OpeningRow): EmergencyAccessView {
  records.saw([row.childId], "privacy-officer");
  const { reviewedAt, reviewedByName, finding, findingWords } = row;
  const isOwn = row.practitionerId === records.who.practitionerId;
  return {
    emergencyAccessId: row.emergencyAccessId,
    child: { visibility: "full", childId: row.childId, name: row.childName },
    by: { practitionerId: row.practitionerId, name: row.name },
    postTitle: row.postTitle ?? "",
    agency: row.agency ?? "",
    reason: { code: row.reason, label: reasonInWords(row.reason) },
    words: row.words,
    openedAt: row.openedAt,
    openUntil: row.openUntil,
    looked: row.looked.map(lookedAt),
    isEscalated: row.escalatedAt !== null,
    ...(reviewedAt === null || finding === null
      ? { clock: clockOf(dueOf(row.reviewBy), records.asAt, records.area.calendar) }
      : { review: { finding, words: findingWords ?? "", by: reviewedByName ?? "", at: reviewedAt } }),
    may: { review: isOwn ? { may: false, why: ownReview } : { may: reviewedAt === null } },
  };
}
