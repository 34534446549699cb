import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import type { TestCase } from "./case.ts";

/** What goes with the child: a key event, two milestones, and a brother of whom the family spoke. */
export async function withWhatGoesAlong({ area, teacher, childId }: TestCase) {
  const asTeacher = area.as(teacher);
  const { commonElement } = asTeacher.record;
  const event = await commonElement.recordKeyEvent({
    idempotencyKey: newId(),
    childId,
    kind: "moved-house",
    happenedOn: localDate("2026-05-04"),
    words: "Moved to a house with a garden",
  });
  const milestone = (words: string) =>
    commonElement.recordMilestone({
      idempotencyKey: newId(),
      childId,
      area: "out-of-school",
      words,
      reachedOn: localDate("2026-06-12"),
      source: "family",
    });
  const swam = await milestone("Swam 25 m");
  const { siblings } = asTeacher.people;
  await siblings.record({
    idempotencyKey: newId(),
    childId,
    is: "brother",
    givenName: "Tam",
    bornOn: localDate("2024-03-03"),
    toldBy: "Her mother",
  });
  const said = await siblings.get({ childId });
  return {
    eventId: [event.entryId],
    milestoneId: [swam.entryId],
    entryId: [(await milestone("Rode a bicycle")).entryId],
    linkId: said.siblings.flatMap(({ linkId }) => linkId ?? []),
  };
}
