import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import type { Database } from "../db/database.ts";
import type { TestPerson } from "./area.ts";
import { aCase, type TestCase } from "./case.ts";

/** A case in an area whose group is complete: a co-ordinator, four area managers, and deputies for health and police. */
export async function aGroup(database: Database) {
  const of = await aCase(database);
  const { area, agencies, helen } = of;
  const police = await area.addAgency("police", "Northern division");
  const add = (
    name: string,
    agencyId: string,
    role: Parameters<typeof area.addPractitioner>[0]["role"],
    title: string,
  ) => area.addPractitioner({ name, agencyId, title, ...(role ? { role } : {}) });
  const people = {
    grant: await add("M. Grant", agencies.education, "coordinator", "Integrated Services Co-ordinator"),
    chief: await add("Una Chief", agencies.socialWork, "service-manager", "Head of children's services"),
    health: await add("Hal Reid", agencies.health, "service-manager", "Area manager, health"),
    education: await add("Edie Ross", agencies.education, "service-manager", "Area manager, education"),
    socialWork: await add("Sol Weir", agencies.socialWork, "service-manager", "Area manager, social work"),
    police: await add("Pol Innes", police, "service-manager", "Area commander"),
    healthDeputy: await add("Dot Hay", agencies.health, "team-manager", "Team manager"),
  };
  await area.relate(helen, of.childId, "line-manager");
  return { ...of, ...people };
}
export type TestGroup = Awaited<ReturnType<typeof aGroup>>;

export const nameSeat = (
  { area }: Pick<TestCase, "area">,
  by: TestPerson,
  who: TestPerson,
  seat: "coordinator" | "police" | "health" | "education" | "social-work",
  holding: "holder" | "deputy" = "holder",
  at?: Date,
) => area.as(by, at).dispute.seats.name({ idempotencyKey: newId(), seat, holding, practitionerId: who.practitionerId });

/** The co-ordinator and everybody who sits are named. */
export async function named(of: TestGroup): Promise<void> {
  await nameSeat(of, of.chief, of.grant, "coordinator");
  for (const [who, seat] of [
    [of.police, "police"],
    [of.health, "health"],
    [of.education, "education"],
    [of.socialWork, "social-work"],
  ] as const)
    await nameSeat(of, of.grant, who, seat);
  await nameSeat(of, of.grant, of.healthDeputy, "health", "deputy");
}

type Asking = Parameters<ReturnType<TestCase["area"]["as"]>["dispute"]["items"]["ask"]>[0];

/** What the lead asks: a post is vacant, and what was tried is said. */
export const asking = (
  { planId, childId }: Pick<TestCase, "planId" | "childId">,
  more: Partial<Asking> = {},
): Asking => ({
  idempotencyKey: newId(),
  planId,
  childId,
  body: "service-managers-group",
  reason: "beyond-area-resources",
  about: "A residential school outside the area",
  youngOffender: "none",
  triedLocally: "Three schools here, and a shared placement",
  tried: [],
  ...more,
});

export const meetingDay = localDate("2026-12-02");
