import { emailKey, type FamilyTie, type Home, type LocalDate, phoneKey, postcodeKey } from "@linchpin/domain";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { declaredTie, practitionerHome } from "../../db/schema/access.ts";
import type { Records } from "../../records.ts";

const mine = ({ who }: Records) =>
  and(eq(declaredTie.areaId, who.areaId), eq(declaredTie.practitionerId, who.practitionerId));

/** What the caller said of children they know, newest first, as they said it. */
export const declaredBy = (records: Records) =>
  records.tx
    .select({
      tieId: declaredTie.tieId,
      tie: declaredTie.tie,
      givenName: declaredTie.givenName,
      familyName: declaredTie.familyName,
      bornOn: declaredTie.bornOn,
      number: declaredTie.number,
      recordedAt: declaredTie.recordedAt,
    })
    .from(declaredTie)
    .where(mine(records))
    .orderBy(desc(declaredTie.recordedAt), desc(declaredTie.tieId));

export async function keepDeclared(
  { tx, who, now, newId }: Records,
  declared: Omit<typeof declaredTie.$inferInsert, "areaId" | "tieId" | "practitionerId" | "recordedAt">,
): Promise<void> {
  await tx
    .insert(declaredTie)
    .values({ ...declared, areaId: who.areaId, tieId: newId(), practitionerId: who.practitionerId, recordedAt: now });
}

const home = {
  line1: practitionerHome.line1,
  postcode: practitionerHome.postcode,
  phone: practitionerHome.phone,
  email: practitionerHome.email,
};

/** Where the caller said they live. */
export async function homeOf({ tx, who }: Records) {
  const [found] = await tx
    .select({ ...home, recordedAt: practitionerHome.recordedAt })
    .from(practitionerHome)
    .where(
      and(
        eq(practitionerHome.areaId, who.areaId),
        eq(practitionerHome.practitionerId, who.practitionerId),
        isNull(practitionerHome.supersededAt),
      ),
    );
  return found;
}

/** Keeps where the caller lives, in place of what they said before; nothing of it takes it back. */
export async function keepHome({ tx, who, now, newId }: Records, of: Home): Promise<void> {
  const { areaId, practitionerId } = who;
  await tx
    .update(practitionerHome)
    .set({ supersededAt: now })
    .where(
      and(
        eq(practitionerHome.areaId, areaId),
        eq(practitionerHome.practitionerId, practitionerId),
        isNull(practitionerHome.supersededAt),
      ),
    );
  if (Object.values(of).every((one) => one === undefined || one === null)) return;
  await tx.insert(practitionerHome).values({ ...of, areaId, homeId: newId(), practitionerId, recordedAt: now });
}

export type HomeOfChild = Home & { readonly childId: string };

/** Homes of children of the area, and ways to reach those who care for them, that may be this one: compared exactly by whoever asks. */
export async function homesLike({ tx }: Records, of: Home): Promise<readonly HomeOfChild[]> {
  const [postcode, phone, email] = [postcodeKey(of.postcode), phoneKey(of.phone), emailKey(of.email)];
  if (postcode === undefined && phone === undefined && email === undefined) return [];
  return areaWide(tx, () =>
    rowsOf<HomeOfChild>(
      tx,
      sql`select d.child_id as "childId", d.line1, d.postcode, null as phone, null as email from child_address d
          where d.area_id = app_area() and d.superseded_at is null and upper(regexp_replace(d.postcode, '[^A-Za-z0-9]', '', 'g')) = ${postcode ?? null}
        union all
        select k.child_id, null, null, k.phone, k.email from carer k
          where k.area_id = app_area() and k.superseded_at is null
            and (right(regexp_replace(k.phone, '[^0-9]', '', 'g'), 7) = ${phone?.slice(-7) ?? null} or lower(trim(k.email)) = ${email ?? null})`,
    ),
  );
}

export type OnStaff = Home & { readonly practitionerId: string };
export type SaidToKnow = {
  readonly practitionerId: string;
  readonly tie: FamilyTie;
  readonly searchName: string | null;
  readonly bornOn: LocalDate | null;
  readonly number: string | null;
};

/** Everything anybody of the area said of where they live and whom they know: for comparing, and for nobody's eyes. */
export async function saidByStaff({ tx, who }: Records): Promise<{
  readonly homes: readonly OnStaff[];
  readonly known: readonly SaidToKnow[];
}> {
  return areaWide(tx, async () => ({
    homes: await tx
      .select({ practitionerId: practitionerHome.practitionerId, ...home })
      .from(practitionerHome)
      .where(and(eq(practitionerHome.areaId, who.areaId), isNull(practitionerHome.supersededAt))),
    known: (await tx
      .select({
        practitionerId: declaredTie.practitionerId,
        tie: declaredTie.tie,
        searchName: declaredTie.searchName,
        bornOn: declaredTie.bornOn,
        number: declaredTie.number,
      })
      .from(declaredTie)
      .where(eq(declaredTie.areaId, who.areaId))) as SaidToKnow[], // as the domain's schema accepted them
  }));
}
