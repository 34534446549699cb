import { type LocalDate, localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { carer, place } from "../db/schema/child.ts";
import { aMonday, type TestArea, type TestPerson } from "./area.ts";

/** A primary school of a test's area with its head, its office, two teachers, and nobody on its roll. */
export async function aSchool(
  area: TestArea,
  of: { readonly kind?: "primary" | "secondary"; readonly name?: string } = {},
) {
  const agencyId = await area.addAgency("education", `Education of ${of.name ?? "Tern Lane School"}`);
  const establishmentId = await area.addEstablishment(agencyId, of.kind ?? "primary", of.name ?? "Tern Lane School");
  const employ = (name: string, role: "head" | "record-keeper" | "practitioner", kind: string, title: string) =>
    area.addPractitioner({ name, agencyId, establishmentId, role, kind, title });
  const [head, office, bain, ross] = [
    await employ("Mrs Shaw", "head", "head-teacher", "Head teacher"),
    await employ("Una Keir", "record-keeper", "school-support-staff", "School office"),
    await employ("Mr Bain", "practitioner", "teacher", "Class teacher"),
    await employ("Ms Ross", "practitioner", "teacher", "Class teacher"),
  ];
  /** A child on the roll, whom the office and the head may see, as an import leaves it. */
  const addPupil = async (
    given: {
      readonly givenName?: string;
      readonly familyName?: string;
      readonly group?: string;
      readonly house?: string;
      readonly bornOn?: LocalDate;
      readonly from?: LocalDate;
      readonly carers?: number;
    } = {},
  ) => {
    const childId = await area.addChild(given);
    await area.addPlace(childId, establishmentId, {
      ...(given.group ? { group: given.group } : {}),
      ...(given.from ? { from: given.from } : {}),
    });
    if (given.house)
      await area.write((tx) => tx.update(place).set({ house: given.house }).where(eq(place.childId, childId)));
    await area.relate(office, childId, "record-keeper");
    await area.relate(head, childId, "head");
    for (let at = 1; at <= (given.carers ?? 0); at += 1) await addCarer(area, childId, `Carer ${at}`);
    return childId;
  };
  return { agencyId, establishmentId, head, office, bain, ross, addPupil };
}

export async function addCarer(area: TestArea, childId: string, name: string): Promise<string> {
  const carerId = newId();
  await area.write((tx) =>
    tx.insert(carer).values({
      areaId: area.areaId,
      carerId,
      childId,
      name,
      relationship: "mother",
      position: "1",
      recordedAt: aMonday.toISOString(),
    }),
  );
  return carerId;
}

/** A clinic with a health visitor and its office. */
export async function aClinic(area: TestArea, kind: "clinic" | "midwifery-team" = "clinic") {
  const agencyId = await area.addAgency("health", `Health of ${kind}`);
  const establishmentId = await area.addEstablishment(
    agencyId,
    kind,
    kind === "clinic" ? "Harbour Clinic" : "North midwives",
  );
  const post = { agencyId, establishmentId };
  const visitor = await area.addPractitioner({
    ...post,
    name: "Nan Sim",
    kind: "health-visitor",
    title: "Health visitor",
  });
  const midwife = await area.addPractitioner({ ...post, name: "Fiona Roy", kind: "midwife", title: "Midwife" });
  const office = await area.addPractitioner({
    ...post,
    name: "Iona Gow",
    kind: "other",
    role: "record-keeper",
    title: "Clinic office",
  });
  const addToCaseload = async (given: { readonly givenName?: string; readonly bornOn?: LocalDate } = {}) => {
    const childId = await area.addChild({ bornOn: localDate("2024-05-03"), ...given });
    await area.addPlace(childId, establishmentId, { from: given.bornOn ?? localDate("2024-05-03") });
    await area.relate(office, childId, "record-keeper");
    return childId;
  };
  return { agencyId, establishmentId, visitor, midwife, office, addToCaseload };
}

/** The command that names somebody for a child: from the day the invented world stands still on, where nobody is named yet. */
export const assigning = (
  childId: string,
  person: TestPerson,
  of: { readonly from?: string; readonly insteadOfId?: string | null; readonly reason?: string } = {},
) => ({
  idempotencyKey: newKey(),
  childId,
  practitionerId: person.practitionerId,
  from: localDate(of.from ?? "2026-11-23"),
  insteadOfId: of.insteadOfId ?? null,
  ...(of.reason === undefined ? {} : { reason: of.reason }),
});

/** The view of an area whose documents know a named person. */
export function known<T extends { known: boolean }>(view: T): Extract<T, { known: true }> {
  if (!view.known) throw new Error("the documents of this area know no named person");
  return view as Extract<T, { known: true }>;
}
