import {
  AddToReferral,
  type Decision,
  deniedBecause,
  IdSchema,
  KeepReferralRoute,
  RecordReferral,
  type ReferralFacts,
  referralWays,
  referralWords,
} from "@linchpin/domain";
import { z } from "zod";
import { linkTo } from "../../links.ts";
import { mayOpen } from "../../may-open.ts";
import { tell } from "../../outbox.ts";
import { ownAgency } from "../../own-agency.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { decisionView } from "../record/views.ts";
import {
  addReferral,
  addWord,
  keepRoute,
  nameOf,
  openAbout,
  referralOf,
  referralsOf,
  routeOf,
  wordsOf,
} from "./referral-store.ts";
import { ReferralDone, ReferralsView, RouteKept, RouteView } from "./referral-views.ts";
import { aboutWhom, answeringFor } from "./store.ts";

/**
 * The way to safeguarding (WIG-4b). The referral itself is made outside Linchpin, by telephone or as the area has it;
 * here people read whom to ask, and write down that they did. Nothing in Linchpin is asked first, and nothing waits.
 */

const given = <T>(value: T | null): T | undefined => value ?? undefined;

const route = practitionerProcedure("referral.route.read")
  .output(RouteView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const found = await routeOf(records);
      const denial = deniedBecause("referral.route.keep", records.who.role);
      return {
        area: records.area.name,
        route:
          found === undefined
            ? null
            : {
                team: found.route.team,
                phone: found.route.phone,
                hours: given(found.route.hours),
                afterHoursTeam: given(found.route.afterHoursTeam),
                afterHoursPhone: found.route.afterHoursPhone,
                writeTo: given(found.route.writeTo),
                words: given(found.route.words),
                version: found.route.version,
                recordedBy: found.recordedBy,
                recordedAt: found.route.recordedAt,
              },
        keep: denial === undefined ? { may: true } : { may: false, why: denial.words },
      };
    }),
  );

const keep = practitionerProcedure("referral.route.keep")
  .input(KeepReferralRoute)
  .output(RouteKept)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const version = await keepRoute(records, input);
      await records.audit("changed", "referral.route.kept");
      return { version };
    }),
  );

/** What the rulebook says of a referral now. It is told what is open as far as the caller may know it, and never says no. */
async function askReferral(
  records: Records,
  childId: string,
  held: readonly string[],
  said: Pick<ReferralFacts, "reasonGiven">,
): Promise<Decision | undefined> {
  const { book } = records.book();
  if (book.silence("concern.referral") !== undefined) return undefined;
  const knows = mayOpen(records, "plan.read", held) && mayOpen(records, "consent.read", held);
  const open = knows ? await openAbout(records, childId) : ({ consent: "not-recorded", waitingFor: [] } as const);
  return book.gate(
    "concern.referral",
    { child: { id: childId }, by: records.who.practitionerId, ...said, ...open },
    records.asAt,
  );
}

const ofChild = practitionerProcedure("referral.read")
  .input(z.object({ childId: IdSchema }))
  .output(ReferralsView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const childName = await nameOf(records, childId);
      const rows = await referralsOf(records, childId);
      const words = await wordsOf(
        records,
        rows.map(({ of }) => of.referralId),
      );
      const decision = await askReferral(records, childId, held, { reasonGiven: true });
      const denial = deniedBecause("referral.record", records.who.role, held);
      return {
        childId,
        childName,
        ...(decision === undefined ? {} : { decision: await decisionView(records, decision) }),
        referrals: rows.map(({ of, madeBy }) => ({
          referralId: of.referralId,
          madeOn: of.madeOn,
          madeAt: given(of.madeAt),
          madeBy,
          toWhom: of.toWhom,
          way: { code: of.way, label: referralWays[of.way].label },
          whatFor: given(of.whatFor),
          isAboutStaff: of.isAboutStaff,
          words: words
            .filter((word) => word.of.referralId === of.referralId)
            .map(({ of: word, recordedBy }) => ({
              wordId: word.wordId,
              kind: { code: word.kind, label: referralWords[word.kind].label },
              on: word.saidOn,
              by: given(word.saidBy),
              words: word.words,
              recordedBy,
            })),
        })),
        record: denial === undefined ? { may: true } : { may: false, why: denial.words },
        opens: mayOpen(records, "child.read", held),
      };
    }),
  );

/**
 * Records that a referral was made. It is in its maker's file: no step of the chronology, no paper and no copy says it,
 * and those to whom worries come hear of it, unless it is about somebody who works with the child.
 */
const record = practitionerProcedure("referral.record")
  .input(RecordReferral)
  .output(ReferralDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, madeOn, isAboutStaff } = input;
      const held = await records.authorise(childId);
      notToCome(records, "madeOn", madeOn);
      const decision = await askReferral(records, childId, held, { reasonGiven: input.whatFor !== undefined });
      const decisionId =
        decision === undefined ? undefined : await records.keepDecision(decision, isAboutStaff ? {} : { childId });
      const { agencyId } = await ownAgency(records);
      const referralId = await addReferral(records, input, { agencyId, decisionId });
      await records.audit("changed", "referral.recorded", { childId, detail: { referral: referralId } });
      if (!isAboutStaff) await tellWhoAnswers(records, childId);
      return { referralId };
    }),
  );

/** Adds what was said back, or what it was made for. */
const add = practitionerProcedure("referral.record")
  .input(AddToReferral)
  .output(ReferralDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { referralId, kind, on, by, words } = input;
      const { childId, madeOn } = await referralOf(records, referralId);
      await records.authorise(childId);
      notToCome(records, "on", on);
      if (on < madeOn) refuseInput("on", "Enter a day that is not before the referral was made");
      await addWord(records, { referralId, childId, kind, saidOn: on, saidBy: by ?? null, words });
      await records.audit("changed", "referral.added-to", { childId, detail: { referral: referralId } });
      return { referralId };
    }),
  );

function notToCome({ today }: Records, path: string, day: string): void {
  if (day > today) refuseInput(path, "Enter a day that is not in the future");
}

async function tellWhoAnswers(records: Records, childId: string): Promise<void> {
  const answering = await answeringFor(records, childId);
  await tell(
    records,
    answering
      .filter(({ practitionerId }) => practitionerId !== records.who.practitionerId)
      .map(({ practitionerId, as }) => ({
        practitionerId,
        childId,
        act: "referral.recorded",
        words: `A safeguarding referral was made ${aboutWhom[as]}`,
        link: linkTo.safeguarding(childId),
      })),
  );
}

export const referrals = router({ route, keep, ofChild, record, add });
