import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { siblingFlagHold } from "../db/schema/common-element.ts";
import { aMonday } from "./area.ts";
import type { TestCase } from "./case.ts";

/** What goes with the child: a key event, two milestones, a brother of whom the family spoke, and somebody from whom it is held back that something is open. */
export async function withWhatGoesAlong({ area, teacher, gary, childId }: TestCase) {
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
  // Written as it is, since some areas' documents know nothing of it.
  const holdId = newId();
  await area.write((tx) =>
    tx.insert(siblingFlagHold).values({
      areaId: area.areaId,
      holdId,
      childId,
      practitionerId: gary.practitionerId,
      because: "The family asked for it",
      recordedBy: teacher.practitionerId,
      recordedAt: aMonday.toISOString(),
    }),
  );
  return {
    eventId: [event.entryId],
    milestoneId: [swam.entryId],
    entryId: [(await milestone("Rode a bicycle")).entryId],
    holdId: [holdId],
    linkId: said.siblings.flatMap(({ linkId }) => linkId ?? []),
  };
}
