import { type LocalDate, localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import type { Database } from "../db/database.ts";
import { restriction } from "../db/schema/access.ts";
import { carer } from "../db/schema/child.ts";
import { namedPerson } from "../db/schema/named-person.ts";
import { aMonday, type TestPerson } from "./area.ts";
import { aCase } from "./case.ts";

export const roryWasBorn = localDate("2024-03-03");

/** Isla, whose named person is Mr Bain, and her brother Rory, whose health visitor is Nan Sim: one mother, by her phone. */
export async function islaAndRory(database: Database, { isTied = true, edition = "highland" } = {}) {
  const of = await aCase(database, { edition, bornOn: localDate("2017-03-09") });
  const { area, agencies, teacher: bain, childId: isla } = of;
  const clinic = await area.addEstablishment(agencies.health, "clinic", "Ness Clinic");
  const nan = await area.addPractitioner({
    name: "Nan Sim",
    agencyId: agencies.health,
    title: "Health visitor",
    establishmentId: clinic,
    lineManagerId: of.helen.practitionerId,
  });
  const rory = await area.addChild({ givenName: "Rory", familyName: "Ashdown", bornOn: roryWasBorn });
  await area.write((tx) =>
    tx.insert(namedPerson).values({
      areaId: area.areaId,
      namedPersonId: newId(),
      childId: rory,
      practitionerId: nan.practitionerId,
      stage: "pre-school",
      settledBy: "by-name",
      during: { from: "2026-01-05T00:00:00.000Z" },
      recordedBy: nan.practitionerId,
      recordedAt: aMonday.toISOString(),
    }),
  );
  await area.relate(nan, rory, "named-person");
  const mother = (childId: string, name = "Ana Reid", phone = "01632 960777") =>
    area.write((tx) =>
      tx.insert(carer).values({
        areaId: area.areaId,
        carerId: newId(),
        childId,
        name,
        relationship: "mother",
        phone,
        position: "0",
        recordedAt: aMonday.toISOString(),
      }),
    );
  await mother(isla);
  await mother(rory, "Ana Reid", isTied ? undefined : "01632 960778");
  /** Somebody else's boy of the same name and day, whose mother has that phone too. */
  const anotherRory = async () =>
    mother(await area.addChild({ givenName: "Rory", familyName: "Reid", bornOn: roryWasBorn }));
  const siblings = (who: TestPerson) => area.as(who).people.siblings;
  const say = (who = bain, over: object = {}) =>
    siblings(who).record({
      idempotencyKey: newId(),
      childId: isla,
      is: "brother",
      givenName: "Rory",
      bornOn: roryWasBorn as LocalDate | undefined,
      toldBy: "Mother",
      ...over,
    });
  const seen = async (who = bain, childId = isla) => (await siblings(who).get({ childId })).siblings;
  const restrict = (childId: string, kind: "whereabouts" | "contact-risk", adult?: string) =>
    area.write((tx) =>
      tx.insert(restriction).values({
        areaId: area.areaId,
        restrictionId: newId(),
        childId,
        kind,
        ownerId: nan.practitionerId,
        reason: "An order of the court",
        reviewOn: localDate("2027-02-01"),
        during: { from: aMonday.toISOString() },
        recordedBy: nan.practitionerId,
        recordedAt: aMonday.toISOString(),
        ...(adult === undefined ? {} : { adult }),
      }),
    );
  return { ...of, bain, nan, isla, rory, anotherRory, siblings, say, seen, restrict };
}
