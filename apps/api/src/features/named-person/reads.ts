import { dayOf, momentAt } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { establishment } from "../../db/schema/area.ts";
import { namedPerson } from "../../db/schema/named-person.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";
import type { NamedPersonHeld, NamedPersonOf } from "../people/views.ts";
import { settledInWords } from "./arrangement.ts";
import { whyNobody } from "./facts.ts";
import { standingsOf } from "./standing-store.ts";
import { titleOf } from "./title.ts";

export { familiesChosen, familiesOfRoll, hasNobody } from "./families-of-roll.ts";
export { type Family, familiesOf, paperOf, partOf, partsToGive } from "./paper-of-family.ts";
export { familyRows } from "./paper-store.ts";
export type { FamilyPaper } from "./paper-views.ts";
export { silenceOf } from "./silence.ts";
export { lockTellings, lockTellingsOf } from "./telling-store.ts";
export { type TellingToWrite, tellingsToWrite } from "./telling-view.ts";
export { titleOf } from "./title.ts";

export type HeldView = z.infer<typeof NamedPersonHeld>;

/** A number or an address at work may tell a school: while it is kept from the reader where the child is, both are left out. */
const notReached = { phone: null, email: null };

/** Who is, was and will be a child's named person, oldest first. */
export async function namedPersonsOf({ tx, who, today }: Records, childId: string): Promise<readonly HeldView[]> {
  const rows = await tx
    .select({
      namedPersonId: namedPerson.namedPersonId,
      practitionerId: namedPerson.practitionerId,
      name: practitioner.name,
      title: titleOf(practitioner.practitionerId, today),
      phone: practitioner.phone,
      email: practitioner.email,
      mayReach: sql<boolean>`${namedPerson.childId} <> all ((select whereabouts_kept_from_me())::uuid[])`,
      establishment: establishment.name,
      stage: namedPerson.stage,
      settledBy: namedPerson.settledBy,
      reason: namedPerson.reason,
      during: namedPerson.during,
      decisionId: namedPerson.decisionId,
    })
    .from(namedPerson)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, namedPerson.areaId), eq(practitioner.practitionerId, namedPerson.practitionerId)),
    )
    .leftJoin(
      establishment,
      and(eq(establishment.areaId, namedPerson.areaId), eq(establishment.establishmentId, namedPerson.establishmentId)),
    )
    .where(and(eq(namedPerson.areaId, who.areaId), eq(namedPerson.childId, childId)))
    .orderBy(sql`lower(${namedPerson.during})`);
  return rows.map(({ during, settledBy, mayReach, ...row }) => ({
    ...row,
    ...(mayReach ? {} : notReached),
    settledBy: settledInWords(settledBy),
    from: dayOf(momentAt(during.from)),
    until: during.until === undefined ? null : dayOf(momentAt(during.until)),
  }));
}

export type NamedPersonOfChild = z.infer<typeof NamedPersonOf>;

/** Who a child's named person is, will be and was; why nobody, where nobody is. The caller says so where there are none. */
export async function namedPersonOf(
  records: Records,
  childId: string,
): Promise<Extract<NamedPersonOfChild, { known: true }>> {
  const line = await namedPersonsOf(records, childId);
  const { today } = records;
  const current = line.findLast(({ from, until }) => from <= today && (until === null || today < until)) ?? null;
  const standing = current === null ? (await standingsOf(records, [childId])).get(childId) : undefined;
  return {
    known: true,
    current,
    why: current === null ? whyNobody(standing, today).why : null,
    next: line.find(({ from }) => from > today) ?? null,
    previous: line.filter(({ until }) => until !== null && until <= today).reverse(),
  };
}
