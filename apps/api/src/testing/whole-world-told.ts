import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import type { TestCase } from "./case.ts";

/** What was told to people who work with the child: a referral, a letter that nobody has filed, what a family asked and reported. */
export async function withWhatWasTold({ area, teacher, childId }: TestCase) {
  const asked = area.as(teacher);
  const of = { childId, cameOn: localDate("2026-11-23") };
  const { referralId } = await asked.concern.referrals.record({
    idempotencyKey: newId(),
    childId,
    madeOn: localDate("2026-11-23"),
    toWhom: "The duty team",
    way: "phone",
    isAboutStaff: false,
  });
  await asked.concern.arrivals.enter({
    idempotencyKey: newId(),
    ...of,
    source: "police",
    sourceName: "PC Hay",
    way: "note",
  });
  const { arrivals } = await asked.concern.arrivals.ofChild({ childId });
  const words = [];
  for (const kind of ["question", "change"] as const)
    words.push(
      await asked.concern.familyWords.log({
        idempotencyKey: newId(),
        childId,
        kind,
        raisedBy: "Her mother",
        raisedOn: localDate("2026-11-23"),
        words: "Who comes on Thursdays now?",
      }),
    );
  return {
    referralId: [referralId],
    arrivalId: arrivals.map(({ arrivalId }) => arrivalId),
    wordId: words.map(({ wordId }) => wordId),
  };
}
