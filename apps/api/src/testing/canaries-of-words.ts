import { addDays, localDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v4 as newKey } from "uuid";
import { areaWide, rowsOf } from "../db/asked.ts";
import type { Handle } from "../db/database.ts";
import { aMonday, type TestPerson } from "./area.ts";
import { nameTeacher } from "./case.ts";
import type { WholeWorld } from "./whole-world.ts";

/**
 * One of a kind in each field of words that not everybody with a part in a child's care reads, and who may: written out from
 * the issue, the requirements and decision 23, for whom a row names, and not from what the product believes.
 */
export const wordsKept = {
  "why it is kept where the child is": "Peregrim hunts them",
  "the safe contact": "Ottiline Farthingdrake",
  "the safe contact's address": "3 Gannetstow Yard",
  "the adult kept away": "Kestor Vauntmarsh",
  "why the adult is kept away": "Vauntbroke the nursery door",
  "a note somebody keeps to themselves": "Siskinhush said at the gate",
  "a note of supervising the practice": "Dunnockstrand of practice",
  "a note of supervising the role": "Fieldfarestrand of the role",
  "why a record was opened in an emergency": "Corncrakecall from casualty",
  "an item of one agency's file": "Turnstonelog of the clinic",
  "why a level of need rests on no assessment": "Whimbrelsound of the school",
  "the name of a record that is sealed": "Zephrine Oldquill",
} as const;
export type WordsKept = keyof typeof wordsKept;

/** What ties somebody to the child, as rows have it, and at which agencies they work. */
export type Standing = TestPerson & { readonly parts: readonly string[]; readonly agencies: readonly string[] };

/** Who works with the child, and their managers: "Named person", "Lead", "Core group member", "Line manager" of Highland's table. */
const works = [
  "named-person",
  "lead",
  "acting-lead",
  "proposed-lead",
  "plan-practitioner",
  "line-manager",
  "contact-of-record",
];
/** Whoever writes to the family or lets somebody in has to know whom not: those who work with the child, who heads the school or clinic, its office, who reviews, and who opened the record in an emergency. */
const writesOrLetsIn = [...works, "head", "record-keeper", "review-officer", "emergency"];

export type MayRead = (who: Standing) => boolean;

/** The words where a person would have written them, and who may read each. */
export async function withWordsKept({ of, people }: Pick<WholeWorld, "of" | "people">): Promise<{
  readonly may: Readonly<Record<WordsKept, MayRead>>;
  readonly opener: TestPerson;
  readonly sealedId: string;
}> {
  const { area, teacher, head, helen, nurse, agencies, childId } = of;
  const key = () => ({ idempotencyKey: newKey() });
  const asTeacher = area.as(teacher);
  const contactRisk = { ownerId: teacher.practitionerId, reviewOn: addDays(localDate("2026-11-23"), 60), readers: [] };
  await asTeacher.restriction.record({
    ...{ ...key(), childId, ...contactRisk, kind: "contact-risk" },
    adult: wordsKept["the adult kept away"],
    reason: wordsKept["why the adult is kept away"],
  });
  await asTeacher.consent.notes.keep({
    ...{ ...key(), about: "A girl in the class", heardOn: localDate("2026-11-23"), childSaid: "no" },
    words: wordsKept["a note somebody keeps to themselves"],
  });
  const supervised = { practitionerId: teacher.practitionerId, heldOn: localDate("2026-11-23"), cases: [] };
  await area.as(head).supervision.arrange({
    ...{ ...key(), practitionerId: teacher.practitionerId, model: "dual" },
    ...{ practiceSupervisorId: head.practitionerId, usualEveryDays: 42 },
    ...{ leadSupervisorId: helen.practitionerId, leadEveryDays: 28 },
  });
  for (const [by, strand, note] of [
    [head, "practice", wordsKept["a note of supervising the practice"]],
    [helen, "lead", wordsKept["a note of supervising the role"]],
  ] as const)
    await area.as(by).supervision.recordSession({ ...key(), ...supervised, strand, kind: "informal", note });
  const opener = await area.addPractitioner({ name: "Dot Hale", agencyId: agencies.health, title: "Duty nurse" });
  await area.as(opener).access.emergency.open({
    ...key(),
    child: { by: "name", given: "Robin", family: "Ashdown", bornOn: localDate("2016-05-04") },
    reason: "medical-emergency",
    words: wordsKept["why a record was opened in an emergency"],
  });
  await area.as(nurse).record.everyday.logDiscussionOfChild({
    ...{ ...key(), childId, heldOn: localDate("2026-11-23"), people: "Nurse and doctor", agencies: ["health"] },
    suggested: wordsKept["an item of one agency's file"],
  });
  const { version } = await asTeacher.plan.get({ planId: of.planId });
  await asTeacher.plan.changeLevel({
    ...{ ...key(), planId: of.planId, version, to: "complex" },
    noAssessmentBecause: wordsKept["why a level of need rests on no assessment"],
    ...{ lead: "to-be-chosen", consent: "asked-again" },
  });
  const sealedId = await aSealedChild({ of, people });
  const isOne =
    (...those: readonly TestPerson[]): MayRead =>
    ({ practitionerId }) =>
      those.some((one) => one.practitionerId === practitionerId);
  const isTied =
    (by: readonly string[]): MayRead =>
    ({ parts }) =>
      parts.some((part) => by.includes(part));
  const ofHealth: MayRead = ({ agencies: at }) => at.includes(agencies.health);
  const ofSchool: MayRead = ({ agencies: at }) => at.includes(agencies.education);
  const atWork = isTied(works);
  return {
    may: {
      // "Why it is there, who may know and what was found" are for whoever is named with it (decision 23).
      "why it is kept where the child is": isOne(teacher),
      "why the adult is kept away": isOne(teacher),
      "the safe contact": isTied(writesOrLetsIn),
      "the safe contact's address": isTied(writesOrLetsIn),
      "the adult kept away": isTied(writesOrLetsIn),
      // Theirs alone who heard it: HIG-71, HD-13.
      "a note somebody keeps to themselves": isOne(teacher),
      // Each supervisor holds their own note, apart from the other's and from the child's record: CWDC-5.19c, HIG-143.
      "a note of supervising the practice": isOne(teacher, head),
      "a note of supervising the role": isOne(teacher, helen),
      // The privacy officer goes through what was opened, in the person's own words.
      "why a record was opened in an emergency": (who) => who.role === "privacy-officer" || isOne(opener)(who),
      // An agency's own file is read by its people with a part in the care: HIG-183, HIG-6.
      "an item of one agency's file": (who) => ofHealth(who) && atWork(who),
      // It tells of assessments, and those are each agency's own: decision 39.
      "why a level of need rests on no assessment": (who) => ofSchool(who) && atWork(who),
      "the name of a record that is sealed": () => false,
    },
    opener,
    sealedId,
  };
}

/** A child with a named person and others in the care, whose record one asked to seal and another sealed. */
async function aSealedChild({ of, people }: Pick<WholeWorld, "of" | "people">): Promise<string> {
  const { area, teacher, head, nurse } = of;
  const [given, familyName] = ["Zephrine", "Oldquill"];
  const bornOn = localDate("2015-02-11");
  const childId = await area.addChild({ givenName: given, familyName, bornOn });
  await nameTeacher(area, teacher, head, childId);
  await area.relate(nurse, childId, "plan-practitioner");
  const asked = people.find(({ role }) => role === "service-manager");
  const decides = people.find(({ role }) => role === "privacy-officer");
  if (asked === undefined || decides === undefined) throw new Error("nobody asks or decides here");
  const { sealingId } = await area.as(asked).sealing.ask({
    idempotencyKey: newKey(),
    child: { by: "name", given, family: familyName, bornOn },
    orderedOn: localDate("2026-11-16"),
    court: "The sheriff court",
    reason: "An adoption order was made",
  });
  await area.as(decides).sealing.decide({
    ...{ idempotencyKey: newKey(), sealingId, outcome: "sealed", sawOrder: true },
    words: "Saw the order with the court's stamp",
  });
  return childId;
}

/** Each person with what rows of the database say ties them to the child at that moment. */
export async function standingsOf(
  { area, childId }: WholeWorld["of"],
  people: readonly TestPerson[],
): Promise<readonly Standing[]> {
  const ties = await area.write((tx) =>
    rowsOf<{ readonly who: string; readonly basis: string }>(
      tx,
      sql`select practitioner_id as who, basis from child_access where area_id = ${area.areaId} and child_id = ${childId}
        and not held_back and during @> ${aMonday.toISOString()}::timestamptz`,
    ),
  );
  const posts = await area.write((tx) =>
    rowsOf<{ readonly who: string; readonly agencyId: string }>(
      tx,
      sql`select practitioner_id as who, agency_id as "agencyId" from post where area_id = ${area.areaId}`,
    ),
  );
  return people.map((person) => ({
    ...person,
    parts: ties.flatMap(({ who, basis }) => (who === person.practitionerId ? [basis] : [])),
    agencies: posts.flatMap(({ who, agencyId }) => (who === person.practitionerId ? [agencyId] : [])),
  }));
}

/** What is on its way to somebody, and what the audit says, as it was written since an id was made. */
export const onItsWay = (tx: Handle, areaId: string, since: string): Promise<string> =>
  areaWide(tx, async () => {
    const [found] = await rowsOf<{ readonly said: string }>(
      tx,
      sql`select coalesce((select string_agg(payload::text, ' ') from outbox where area_id = ${areaId} and outbox_id > ${since}), '')
        || coalesce((select string_agg(detail::text, ' ') from audit_entry where area_id = ${areaId} and entry_id > ${since}), '') as said`,
    );
    return found?.said ?? "";
  });
