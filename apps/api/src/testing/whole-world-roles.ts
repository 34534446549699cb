import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { departure } from "../db/schema/area.ts";
import { post, seniorManager } from "../db/schema/practitioner.ts";
import { aMonday } from "./area.ts";
import type { TestCase } from "./case.ts";

/** Who is at the head of the area's services and of one organisation, and a senior manager whom the latter named. */
export async function withRoles({ area, agencies, nurse }: TestCase) {
  const { areaId } = area;
  const director = await area.addPractitioner({
    name: "Dee Rook",
    agencyId: agencies.socialWork,
    role: "director",
    title: "Director",
  });
  const chief = await area.addPractitioner({
    name: "Ophelia Hart",
    agencyId: agencies.health,
    role: "chief-officer",
    title: "Chief officer",
  });
  const [namingId, postId] = [newId(), newId()];
  const of = { areaId, practitionerId: nurse.practitionerId, agencyId: agencies.health, postId };
  const during = { from: localDate("2026-11-23") };
  await area.write(async (tx) => {
    await tx
      .insert(seniorManager)
      .values({ ...of, namingId, namedBy: chief.practitionerId, during, recordedAt: aMonday.toISOString() });
    await tx.insert(post).values({ ...of, title: "Senior manager", role: "service-manager", hours: 0, during });
  });
  const departureId = newId();
  await area.write((tx) =>
    tx.insert(departure).values({
      areaId,
      departureId,
      rule: "england.departure-reason",
      title: "A departure keeps its reason",
      source: "CWDC",
      at: "status of the guide",
      strength: "good practice",
      takes: "reason",
      reason: "A pilot with the voluntary sector",
      startsOn: localDate("2026-12-01"),
      askedBy: nurse.practitionerId,
      recordedAt: aMonday.toISOString(),
    }),
  );
  return { people: [director, chief], namingId, departureId };
}
