import { addDays, localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { establishment } from "../db/schema/area.ts";
import { carer, childAddress, childIdentifier, place } from "../db/schema/child.ts";
import { concern } from "../db/schema/concern.ts";
import { planAction } from "../db/schema/plan.ts";
import { chronologyEntry } from "../db/schema/record.ts";
import { aMonday } from "./area.ts";
import { aLetterWent, handedOver, nameTeacher, openPlan, type TestCase } from "./case.ts";
import type { Known } from "./hostile.ts";

/** Where the child is from whom it is kept, each one of a kind; with what a careless expression stumbles over. */
export const whereKept = {
  line1: "31 Ousel-Tarn Way (flat 2)",
  town: "Wrenhallow",
  postcode: "QX8 8XQ",
  carer: "Oona Wren-Hallow",
  phone: "01632 960771",
  email: "oona@wrenhallow.example",
  school: "St Ousel's-on-the-Tarn (Primary)",
  class: "Ouzel 4W",
  house: "Ringtail",
} as const;

export type KeptChild = {
  readonly childId: string;
  readonly family: string;
  /** What an input about this child takes, in place of what it takes about the case's own. */
  readonly known: Known;
};

/**
 * A second child of the same people, where it is kept private where the child is: with school, address, carers, a number,
 * a plan and a copy of it, and each of them quoted in what was written down. The teacher answers for it and knows.
 */
export async function aKeptChild(of: TestCase): Promise<KeptChild> {
  const { area, teacher, head, nurse, worker, agencies } = of;
  const { areaId } = area;
  const at = aMonday.toISOString();
  const family = "Hollis-Vane";
  const childId = await area.addChild({ givenName: "Wren", familyName: family, bornOn: localDate("2016-09-07") });
  const school = await area.addEstablishment(agencies.education, "primary", whereKept.school);
  await area.addPost(teacher, { agencyId: agencies.education, establishmentId: school, hours: 10 });
  await nameTeacher(area, teacher, head, childId);
  const planId = await openPlan(area.as(teacher), childId, { head, nurse, worker });
  const { concerns } = await area.as(teacher).concern.forChild({ childId });
  const concernId = concerns[0]?.concernId ?? "";
  const { line1, town, postcode, phone, email } = whereKept;
  const quoted = `Lives at ${line1}, ${postcode}, with ${whereKept.carer} (${phone}); ${whereKept.school}, ${whereKept.class}.`;
  const about = { areaId, childId, recordedAt: at };
  const actionId = newId();
  await area.write(async (tx) => {
    await tx.update(establishment).set({ phone }).where(eq(establishment.establishmentId, school));
    await tx.insert(place).values({
      ...about,
      placeId: newId(),
      establishmentId: school,
      group: whereKept.class,
      house: whereKept.house,
      fullTime: true,
      during: { from: localDate("2026-08-18") },
    });
    await tx.insert(childAddress).values({ ...about, addressId: newId(), line1, town, postcode });
    await tx.insert(carer).values({ ...about, carerId: newId(), name: whereKept.carer, phone, email, position: "0" });
    await tx.insert(childIdentifier).values({
      ...about,
      identifierId: newId(),
      kind: "upn",
      value: "A801200001001",
      standing: "entered",
    });
    await tx.insert(planAction).values({
      areaId,
      actionId,
      planId,
      childId,
      what: `Breakfast club at ${whereKept.school}`,
      agencyId: agencies.education,
      ownerId: nurse.practitionerId,
      dueOn: localDate("2026-12-10"),
      state: "planned",
      recordedBy: teacher.practitionerId,
      recordedAt: at,
    });
    await tx.update(concern).set({ noticed: quoted }).where(eq(concern.childId, childId));
    await tx.insert(chronologyEntry).values({
      ...about,
      entryId: newId(),
      act: "roll-in.changed",
      title: `Moved to ${line1}`,
      detail: quoted,
      byId: teacher.practitionerId,
      byName: teacher.practitionerName,
      happenedAt: at,
    });
  });
  const sentCopyId = await handedOver(of, { childId, planId });
  const { tellingId, letterId } = await aLetterWent(of, childId);
  const { restrictions } = await area.as(teacher).restriction.record({
    idempotencyKey: newId(),
    childId,
    kind: "whereabouts",
    safeContact: { name: "Gail Moor", phone: "01632 960112" },
    ownerId: teacher.practitionerId,
    reason: "Somebody looks for the family",
    reviewOn: addDays(localDate("2026-11-23"), 60),
    readers: [],
  });
  return {
    childId,
    family,
    known: {
      childId: [childId],
      planId: [planId],
      concernId: [concernId],
      itemId: [concernId],
      actionId: [actionId],
      sentCopyId: [sentCopyId],
      tellingId: [tellingId],
      letterId: [letterId],
      restrictionId: [restrictions[0]?.restrictionId],
    },
  };
}
