import { addDays, localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import type { z } from "zod";
import type { Database } from "../db/database.ts";
import { establishment } from "../db/schema/area.ts";
import { notice } from "../db/schema/change.ts";
import { carer, childAddress, place } from "../db/schema/child.ts";
import { commonEntry, recordStage, siblingFlagHold, siblingSaid } from "../db/schema/common-element.ts";
import { concern } from "../db/schema/concern.ts";
import { practitioner } from "../db/schema/practitioner.ts";
import { chronologyEntry } from "../db/schema/record.ts";
import { aMonday, type TestPerson } from "./area.ts";
import { defOf, type Known, samplesOf } from "./hostile.ts";
import { whereKept } from "./kept-child.ts";
import { toldTo } from "./told.ts";
import { aWholeWorld, mayAsk, procedures } from "./whole-world.ts";

/** One of a kind, in each field that says where a child is or who cares for them. */
const canaries = {
  line1: "77 Quillfold Row",
  town: "Zephyrham",
  postcode: "QZ9 9ZQ",
  carer: "Zelda Quillkin",
  phone: "01632 960888",
  email: "zelda@quillkin.example",
  school: "Quillmarsh Academy",
  class: "Kestrel 7Q",
  house: "Quillhouse",
  workEmail: "desk@quillmarsh.sch.example",
  workPhone: "01632 960889",
} as const;
type Field = keyof typeof canaries;
const fields = Object.keys(canaries) as Field[];

const plain = (text: string): string => text.toLowerCase().replace(/[\s().-]+/g, "");
const foundOf = <F extends string>(words: Readonly<Record<F, string>>, said: unknown): readonly F[] => {
  const text = plain(JSON.stringify(said) ?? "");
  return (Object.keys(words) as F[]).filter((field) => text.includes(plain(words[field])));
};
const foundIn = (said: unknown): readonly Field[] => foundOf(canaries, said);
/** Of the second child whose whereabouts are kept: each field of theirs, by a name of its own. */
const foundOfKept = (said: unknown) => foundOf(whereKept, said).map((field) => `the other child's ${field}` as const);

/** The whole world, in which it is kept private where one child is, and what is written down of that child quotes it. */
async function aWorldThatKeeps(database: Database, edition: string) {
  const world = await aWholeWorld(database, edition);
  const { area, teacher, head, nurse, helen, agencies, childId } = world.of;
  const { areaId } = area;
  const at = aMonday.toISOString();
  const about = { areaId, childId, recordedAt: at };
  const quoted = `Lives at ${canaries.line1}, ${canaries.postcode}, with ${canaries.carer} (${canaries.phone}); ${canaries.school}, ${canaries.class}; ${canaries.workEmail}, ${canaries.workPhone}.`;
  const school = await area.addEstablishment(agencies.education, "primary", canaries.school);
  await area.addPost(teacher, { agencyId: agencies.education, establishmentId: school });
  const [decided] = await area.write(async (tx) => {
    await tx
      .update(practitioner)
      .set({ phone: canaries.workPhone, email: canaries.workEmail })
      .where(eq(practitioner.practitionerId, teacher.practitionerId));
    await tx.update(establishment).set({ phone: canaries.phone }).where(eq(establishment.establishmentId, school));
    await tx.update(place).set({ supersededAt: at }).where(eq(place.childId, childId));
    await tx.insert(place).values({
      ...about,
      placeId: newId(),
      establishmentId: school,
      group: canaries.class,
      house: canaries.house,
      fullTime: true,
      during: { from: localDate("2026-08-18") },
    });
    const { line1, town, postcode } = canaries;
    await tx.insert(childAddress).values({ ...about, addressId: newId(), line1, town, postcode });
    const { phone, email } = canaries;
    await tx.insert(carer).values({ ...about, carerId: newId(), name: canaries.carer, phone, email, position: "0" });
    await tx.update(concern).set({ noticed: quoted }).where(eq(concern.childId, childId));
    // Of an agency that shares it, so that nothing but the restriction keeps it from anybody.
    const by = { areaId, recordedBy: teacher.practitionerId, recordedAt: at };
    for (const part of ["key-events", "milestones"] as const) {
      const liveFrom = localDate("2026-01-01");
      await tx.insert(recordStage).values({ ...by, stageId: newId(), agencyId: agencies.education, part, liveFrom });
      await tx.insert(commonEntry).values({
        ...{ ...by, childId, part, entryId: newId(), agencyId: agencies.education, words: quoted },
        ...{ kind: "other", writtenOn: liveFrom, on: liveFrom, isTakenBack: false },
      });
    }
    const sibling = { is: "brother", givenName: "Tam", toldBy: canaries.carer } as const;
    await tx.insert(siblingSaid).values({ ...by, ...sibling, childId, linkId: newId() });
    const heldFrom = { childId, practitionerId: helen.practitionerId, because: quoted };
    await tx.insert(siblingFlagHold).values({ ...by, ...heldFrom, holdId: newId() });
    await tx.insert(chronologyEntry).values({
      ...about,
      entryId: newId(),
      act: "roll-in.changed",
      title: `Moved to ${canaries.line1}`,
      detail: quoted,
      byId: teacher.practitionerId,
      byName: teacher.practitionerName,
      happenedAt: at,
    });
    return tx
      .select({ decisionId: chronologyEntry.decisionId })
      .from(chronologyEntry)
      .where(eq(chronologyEntry.childId, childId));
  });
  const other = await area.addChild({ givenName: "Sorrel", familyName: "Vexley" });
  for (const person of [nurse, head, helen]) await area.relate(person, other, "plan-practitioner");
  await area.write((tx) =>
    tx.insert(notice).values(
      [...world.people, world.of.worker].flatMap(({ practitionerId }) =>
        [childId, other].map((about) => ({
          areaId,
          noticeId: newId(),
          practitionerId,
          childId: about,
          act: "concern.recorded",
          words: about === childId ? `A concern was recorded. ${quoted}` : "A concern was recorded.",
          at,
        })),
      ),
    ),
  );
  const { restrictions } = await area.as(teacher).restriction.record({
    idempotencyKey: newKey(),
    childId,
    kind: "whereabouts",
    safeContact: { name: "Gail Moor", phone: "01632 960111" },
    ownerId: teacher.practitionerId,
    reason: "Somebody looks for the family",
    reviewOn: addDays(localDate("2026-11-23"), 60),
    readers: [],
  });
  const otherOffice = await area.addPractitioner({
    name: "Ola Finch",
    agencyId: agencies.education,
    role: "record-keeper",
    establishmentId: await area.addEstablishment(agencies.education, "primary", "Birch Lane School"),
  });
  const mayNot = [...world.people, world.of.worker, world.of.gary, otherOffice].filter(
    ({ practitionerId, role }) =>
      practitionerId !== teacher.practitionerId &&
      (role !== "record-keeper" || practitionerId === otherOffice.practitionerId),
  );
  const known: Known = {
    ...world.known,
    childId: [childId],
    decisionId: [decided?.decisionId ?? newId()],
    restrictionId: [restrictions[0]?.restrictionId],
    text: ["Ashdown", canaries.line1, canaries.phone, canaries.postcode],
    search: ["", canaries.school],
  };
  return { known, kept: world.kept.known, teacher, mayNot };
}

/** Gives the name of every school of the area, whoever asks: that of one child's school is told by none of them. */
const namesEverySchool: ReadonlySet<string> = new Set(["concern.worries.form"]);

/** Whether an input names something of the child whose these are. */
const isAbout = (schema: z.core.$ZodType, of: Known): boolean =>
  Object.keys(of).some((key) => key in (defOf(schema).shape ?? {}));

/** Every procedure asked as everybody from whom it is kept, and as whoever may know. */
export async function canariesTold(database: Database, edition: string, samples: number) {
  const { known, kept, teacher, mayNot } = await aWorldThatKeeps(database, edition);
  const leaks = new Set<string>();
  const told = new Set<Field>();
  let surfaces = 0;
  for (const [path, { _def }] of procedures) {
    const [schema] = _def.inputs ?? [];
    const ofKept = schema === undefined || !isAbout(schema, kept) ? [] : samplesOf(schema, { ...known, ...kept });
    const inputs =
      schema === undefined ? [undefined] : [...samplesOf(schema, known).slice(0, samples), ...ofKept.slice(0, samples)];
    const asks = (who: TestPerson) => mayAsk(_def.meta?.act, who);
    for (const input of inputs) {
      const saysSo = foundIn(input).length > 0;
      if (asks(teacher) && !saysSo)
        for (const field of foundIn(await toldTo(database, { path, who: teacher, input, at: aMonday })))
          told.add(field);
      for (const who of mayNot.filter(asks)) {
        surfaces += 1;
        const said = await toldTo(database, { path, who, input, at: aMonday });
        for (const field of [...foundIn(said), ...foundOfKept(said)])
          if (!field.endsWith("school") || !namesEverySchool.has(path))
            leaks.add(`${path} as ${who.practitionerName}, ${who.role}: ${field}`);
      }
    }
  }
  console.info(`${edition}: canaries found where they may not be, ${leaks.size} of ${surfaces} surfaces`);
  return { leaks: [...leaks], told: [...told].sort(), surfaces, fields: [...fields].sort() };
}
