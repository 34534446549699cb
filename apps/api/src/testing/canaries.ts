import { addDays, localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import type { z } from "zod";
import { callsOn } from "../calls.ts";
import type { Database, Handle } from "../db/database.ts";
import { establishment } from "../db/schema/area.ts";
import { notice } from "../db/schema/change.ts";
import { carer, childAddress, place } from "../db/schema/child.ts";
import { commonEntry, recordStage, siblingFlagHold, siblingSaid } from "../db/schema/common-element.ts";
import { concern } from "../db/schema/concern.ts";
import { practitioner } from "../db/schema/practitioner.ts";
import { chronologyEntry } from "../db/schema/record.ts";
import { demonstrationIssuer } from "../demo-issuer/demo-issuer.ts";
import { atTheTop } from "../paging.ts";
import { aMonday } from "./area.ts";
import type { Browser } from "./browser.ts";
import { onItsWay, type Standing, standingsOf, type WordsKept, withWordsKept, wordsKept } from "./canaries-of-words.ts";
import { defOf, type Known, samplesOf } from "./hostile.ts";
import { whereKept } from "./kept-child.ts";
import { callFrom } from "./over-http.ts";
import { openHouse, signIn } from "./sign-in.ts";
import { toldTo } from "./told.ts";
import { undoing } from "./undoing.ts";
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
    safeContact: { name: wordsKept["the safe contact"], address: wordsKept["the safe contact's address"] },
    ownerId: teacher.practitionerId,
    reason: wordsKept["why it is kept where the child is"],
    reviewOn: addDays(localDate("2026-11-23"), 60),
    readers: [],
  });
  const otherOffice = await area.addPractitioner({
    name: "Ola Finch",
    agencyId: agencies.education,
    role: "record-keeper",
    establishmentId: await area.addEstablishment(agencies.education, "primary", "Birch Lane School"),
  });
  const { may, opener, sealedId } = await withWordsKept(world);
  const everybody = [...world.people, world.of.worker, world.of.gary, otherOffice, opener];
  const people = await standingsOf(world.of, [...new Map(everybody.map((one) => [one.practitionerId, one])).values()]);
  const mayNot = people.filter(
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
  return { area, known, kept: world.kept.known, sealedId, teacher, people, mayNot, may };
}

/** Gives the name of every school of the area, whoever asks, or how many are on its roll: that of one child's school is told by none of them. */
const namesEverySchool: ReadonlySet<string> = new Set(["concern.worries.form", "namedPerson.missing"]);

/** Whether an input names something of the child whose these are. */
const isAbout = (schema: z.core.$ZodType, of: Known): boolean =>
  Object.keys(of).some((key) => key in (defOf(schema).shape ?? {}));

/** Every procedure asked as everybody from whom something is kept, and as whoever may know. */
export async function canariesTold(database: Database, edition: string, samples: number) {
  const world = await aWorldThatKeeps(database, edition);
  const { area, known, kept, sealedId, teacher, people, mayNot, may } = world;
  const leaks = new Set<string>();
  const told = new Set<Field | WordsKept>();
  const surfaces = { answers: 0, onTheWay: 0, overHttp: 0, linesOfTheLog: 0 };
  /** Of one answer to somebody: the words that they may not read are leaks, those that they may are told. */
  const hears = (who: Standing, path: string, said: unknown) => {
    for (const words of foundOf(wordsKept, said)) {
      if (may[words](who)) told.add(words);
      else leaks.add(`${path} as ${who.practitionerName}, ${who.role}: ${words}`);
    }
  };
  const onTheWay = async (path: string, since: string, tx: Handle) => {
    const said = await onItsWay(tx, area.areaId, since);
    if (said !== "") surfaces.onTheWay += 1;
    for (const one of [...foundOf(wordsKept, said), ...foundIn(said), ...foundOfKept(said)])
      leaks.add(`on its way or in the audit after ${path}: ${one}`);
  };
  await area.write((tx) => onTheWay("all that was done before", atTheTop.id, tx));
  for (const [path, { _def }] of procedures) {
    const [schema] = _def.inputs ?? [];
    const ofKept = schema === undefined || !isAbout(schema, kept) ? [] : samplesOf(schema, { ...known, ...kept });
    const ofSealed =
      samples === 1 || schema === undefined || !isAbout(schema, { childId: [] })
        ? []
        : samplesOf(schema, { ...known, childId: [sealedId] });
    const inputs =
      schema === undefined
        ? [undefined]
        : [samplesOf(schema, known), ofKept, ofSealed].flatMap((some) => some.slice(0, samples));
    for (const input of inputs) {
      const saysSo = foundIn(input).length > 0;
      for (const who of people.filter((one) => mayAsk(_def.meta?.act, one))) {
        const since = newId();
        const look = (tx: Handle) => onTheWay(path, since, tx);
        const asked = { path, who, input, at: aMonday, ...(_def.type === "mutation" ? { look } : {}) };
        const said = await toldTo(database, asked);
        surfaces.answers += 1;
        hears(who, path, said);
        if (who.practitionerId === teacher.practitionerId && !saysSo)
          for (const field of foundIn(said)) told.add(field);
        if (mayNot.includes(who))
          for (const field of [...foundIn(said), ...foundOfKept(said)])
            if (!field.endsWith("school") || !namesEverySchool.has(path))
              leaks.add(`${path} as ${who.practitionerName}, ${who.role}: ${field}`);
      }
    }
  }
  const overHttp = await canariesOverHttp(database, world);
  for (const leak of overHttp.leaks) leaks.add(leak);
  Object.assign(surfaces, overHttp.surfaces);
  const all = Object.values(surfaces).reduce((sum, some) => sum + some, 0);
  console.info(`${edition}: canaries found where they may not be, ${leaks.size} of ${all} surfaces`, surfaces);
  const mayBeTold = [...fields, ...(Object.keys(wordsKept) as WordsKept[])].filter((one) => one !== toldToNobody);
  return { leaks: [...leaks], told: [...told].sort(), surfaces, fields: mayBeTold.sort() };
}

const toldToNobody = "the name of a record that is sealed" satisfies WordsKept;

/**
 * The same from browsers: what a browser is sent in answer to a call, whole, the pages that the server draws, and every
 * line of the log meanwhile, which nobody may find any of it in.
 */
async function canariesOverHttp(
  database: Database,
  { area, known, mayNot, may }: Awaited<ReturnType<typeof aWorldThatKeeps>>,
) {
  const leaks = new Set<string>();
  const surfaces = { overHttp: 0, linesOfTheLog: 0 };
  const house = await openHouse({ over: database, trpc: callsOn(undoing(database)) });
  house.forward(61); // past the day's first rows
  const browsers: { readonly who: Standing; readonly browser: Browser }[] = [];
  for (const role of new Set(mayNot.map((one) => one.role))) {
    const who = mayNot.find((one) => one.role === role && one.agencies.length === 1); // with two posts they would have to choose
    if (who === undefined) continue;
    await area.write((tx) =>
      tx
        .update(practitioner)
        .set({ issuer: demonstrationIssuer, subject: who.practitionerId, hint: "Try it." })
        .where(eq(practitioner.practitionerId, who.practitionerId)),
    );
    browsers.push({ who, browser: (await signIn(house, who.practitionerId)).browser });
  }
  const hears = (who: Standing, where: string, said: unknown) => {
    surfaces.overHttp += 1;
    const words = foundOf(wordsKept, said).filter((one) => !may[one](who));
    for (const one of [...words, ...foundIn(said), ...foundOfKept(said)])
      if (!one.endsWith("school") || !namesEverySchool.has(where))
        leaks.add(`${where} over HTTP as ${who.practitionerName}, ${who.role}: ${one}`);
  };
  for (const [place, [path, { _def }]] of procedures.entries()) {
    const turn = browsers.filter(({ who }) => mayAsk(_def.meta?.act, who));
    const one = turn[place % Math.max(1, turn.length)];
    if (one === undefined) continue;
    const [schema] = _def.inputs ?? [];
    const input = schema === undefined ? {} : samplesOf(schema, known)[0];
    const { status, said } = await callFrom(one.browser, house.origin)(path, input);
    if (status === 401) throw new Error(`${path}: ${one.who.practitionerName} is not signed in`);
    if (foundIn(input).length === 0) hears(one.who, path, said);
  }
  for (const { who, browser } of browsers)
    for (const page of [
      "/",
      "/named-person/",
      `/named-person/children/${String(known.childId?.[0])}`,
      "/manager/looks",
      "/nowhere",
    ])
      hears(who, page, await (await browser.ask(`${house.origin}${page}`, {})).text());
  for (const line of house.log) {
    surfaces.linesOfTheLog += 1;
    for (const found of [...foundOf(wordsKept, line), ...foundIn(line), ...foundOfKept(line)])
      leaks.add(`a line of the log: ${found}`);
  }
  await house.close();
  return { leaks, surfaces };
}
