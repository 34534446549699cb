import {
  type AgencyKind,
  type DayRange,
  type LocalDate,
  localDate,
  type ParameterValue,
  type PostRole,
  type Relation,
  searchName,
} from "@linchpin/domain";
import { type Rulebook, rulebook } from "@linchpin/domain/rulebooks";
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { appRouter } from "../app-router.ts";
import { areasWith, type FindEdition } from "../area-in-force.ts";
import type { Context } from "../context.ts";
import type { Database, Handle } from "../db/database.ts";
import { childAccess } from "../db/schema/access.ts";
import { agency, establishment, team } from "../db/schema/area.ts";
import { child, legalStatus, place } from "../db/schema/child.ts";
import { post, practitioner, standing } from "../db/schema/practitioner.ts";
import { openArea } from "../features/area/open-area.ts";
import type { SignedIn } from "../records.ts";
import { callerOf } from "../trpc.ts";

/** The day the invented world stands still on, unless a test moves it: a Monday. */
export const aMonday = new Date("2026-11-23T10:00:00.000Z");

const callerFor = callerOf(appRouter);
export type Caller = ReturnType<typeof callerFor>;

export type TestPerson = SignedIn & { readonly agencyId: string };

/**
 * An area of a test's own, with builders that write rows as our jobs would: fixed, dull, valid. Nothing is shared with
 * another test in the same database.
 */
export async function aTestArea(
  database: Database,
  of: {
    readonly edition?: string;
    readonly settings?: Readonly<Record<string, ParameterValue>>;
    readonly name?: string;
    /** A rulebook that is in nobody's register: the area adopts it like any other. */
    readonly invented?: Rulebook;
  } = {},
) {
  const { invented } = of;
  const find: FindEdition = (id, version) => (invented?.id === id ? invented : rulebook(id, version));
  const editionId = invented?.id ?? of.edition ?? "highland";
  const isScottish = editionId === "highland" || editionId === "scotland";
  const areaId = await openArea(
    database,
    {
      name: of.name ?? "Testshire",
      nation: isScottish ? "scotland" : "england-and-wales",
      isDemonstration: true,
      editionId,
      adoptedFrom: localDate("2025-01-06"),
      ...(of.settings ? { settings: of.settings } : {}),
    },
    aMonday,
    find,
  );
  const write = <T>(work: (tx: Handle) => Promise<T>, now: Date = aMonday): Promise<T> =>
    database.inArea({ areaId, now: now.toISOString(), as: "system" }, work);
  const always: DayRange = { from: localDate("2020-01-06") };

  const addAgency = async (kind: AgencyKind, name: string = kind): Promise<string> => {
    const agencyId = newId();
    await write((tx) =>
      tx
        .insert(agency)
        .values({ areaId, agencyId, kind, name, sector: kind === "voluntary" ? "voluntary" : "statutory" }),
    );
    return agencyId;
  };
  const addEstablishment = async (
    agencyId: string,
    kind: typeof establishment.$inferInsert.kind,
    name = "Tern Lane School",
  ): Promise<string> => {
    const establishmentId = newId();
    await write((tx) => tx.insert(establishment).values({ areaId, establishmentId, agencyId, kind, name }));
    return establishmentId;
  };
  const addTeam = async (agencyId: string, name = "North team", managerId?: string): Promise<string> => {
    const teamId = newId();
    await write((tx) => tx.insert(team).values({ areaId, teamId, agencyId, name, managerId: managerId ?? null }));
    return teamId;
  };
  const addPractitioner = async (given: {
    readonly name: string;
    readonly agencyId: string;
    readonly kind?: string;
    readonly role?: PostRole;
    readonly title?: string;
    readonly teamId?: string;
    readonly establishmentId?: string;
    readonly lineManagerId?: string;
    readonly agreedCapacity?: number;
    readonly during?: DayRange;
    readonly standing?: Readonly<Partial<Record<typeof standing.$inferInsert.kind, Record<string, unknown>>>>;
  }): Promise<TestPerson> => {
    const practitionerId = newId();
    const postId = newId();
    const role = given.role ?? "practitioner";
    await write(async (tx) => {
      await tx.insert(practitioner).values({
        areaId,
        practitionerId,
        name: given.name,
        kind: given.kind ?? "family-worker",
        issuer: "https://issuer.example",
        subject: practitionerId,
      });
      await tx.insert(post).values({
        areaId,
        postId,
        practitionerId,
        agencyId: given.agencyId,
        teamId: given.teamId ?? null,
        establishmentId: given.establishmentId ?? null,
        title: given.title ?? "Practitioner",
        role,
        lineManagerId: given.lineManagerId ?? null,
        agreedCapacity: given.agreedCapacity ?? null,
        during: given.during ?? always,
      });
      for (const [kind, fact] of Object.entries(given.standing ?? {}))
        await tx.insert(standing).values({
          areaId,
          standingId: newId(),
          practitionerId,
          kind: kind as typeof standing.$inferInsert.kind,
          fact,
          recordedAt: aMonday.toISOString(),
        });
    });
    return { areaId, practitionerId, practitionerName: given.name, postId, role, agencyId: given.agencyId };
  };
  /** What is on record of somebody's standing from now on, in place of what was. */
  const addStanding = async (
    person: TestPerson,
    kind: typeof standing.$inferInsert.kind,
    fact: Record<string, unknown>,
  ): Promise<void> => {
    const { practitionerId } = person;
    await write(async (tx) => {
      await tx
        .update(standing)
        .set({ supersededAt: aMonday.toISOString() })
        .where(and(eq(standing.areaId, areaId), eq(standing.practitionerId, practitionerId), eq(standing.kind, kind)));
      const recordedAt = aMonday.toISOString();
      await tx.insert(standing).values({ areaId, standingId: newId(), practitionerId, kind, fact, recordedAt });
    });
  };
  /** What somebody's posts were agreed to carry, in quarter-points. */
  const setCapacity = (person: TestPerson, agreedCapacity: number) =>
    write((tx) =>
      tx
        .update(post)
        .set({ agreedCapacity })
        .where(and(eq(post.areaId, areaId), eq(post.practitionerId, person.practitionerId))),
    );
  /** A second post of somebody's: half here, half there. */
  const addPost = async (
    person: TestPerson,
    given: Pick<typeof post.$inferInsert, "agencyId"> & Partial<typeof post.$inferInsert>,
  ): Promise<void> => {
    await write((tx) =>
      tx.insert(post).values({
        title: "Practitioner",
        role: "practitioner",
        hours: 50,
        during: always,
        ...given,
        areaId,
        postId: newId(),
        practitionerId: person.practitionerId,
      }),
    );
  };
  const addChild = async (
    given: {
      readonly givenName?: string;
      readonly familyName?: string;
      readonly bornOn?: LocalDate;
      readonly statusesConfirmedOn?: LocalDate;
    } = {},
  ): Promise<string> => {
    const childId = newId();
    const givenName = given.givenName ?? "Robin";
    const familyName = given.familyName ?? "Ashdown";
    await write((tx) =>
      tx.insert(child).values({
        areaId,
        childId,
        givenName,
        familyName,
        bornOn: given.bornOn ?? localDate("2016-05-04"),
        statusesConfirmedOn: given.statusesConfirmedOn ?? null,
        searchName: searchName({ given: givenName, family: familyName }),
        recordedAt: aMonday.toISOString(),
      }),
    );
    return childId;
  };
  const addStatus = (
    childId: string,
    recordedBy: TestPerson,
    given: Omit<typeof legalStatus.$inferInsert, "areaId" | "legalStatusId" | "childId" | "recordedBy" | "recordedAt">,
  ) =>
    write((tx) =>
      tx.insert(legalStatus).values({
        ...given,
        areaId,
        legalStatusId: newId(),
        childId,
        recordedBy: recordedBy.practitionerId,
        recordedAt: aMonday.toISOString(),
      }),
    );
  const addPlace = (
    childId: string,
    establishmentId: string,
    given: { readonly group?: string; readonly yearGroup?: string; readonly from?: LocalDate } = {},
  ) =>
    write((tx) =>
      tx.insert(place).values({
        areaId,
        placeId: newId(),
        childId,
        establishmentId,
        group: given.group ?? null,
        yearGroup: given.yearGroup ?? null,
        fullTime: true,
        during: { from: given.from ?? localDate("2026-08-18") },
        recordedAt: aMonday.toISOString(),
      }),
    );
  const relate = (
    person: TestPerson,
    childId: string,
    basis: Relation,
    during = { from: "2026-01-05T00:00:00.000Z" },
  ) =>
    write((tx) =>
      tx.insert(childAccess).values({
        areaId,
        accessId: newId(),
        practitionerId: person.practitionerId,
        childId,
        basis,
        sourceId: newId(),
        during,
        recordedAt: aMonday.toISOString(),
      }),
    );
  /** The product as this person would call it, at a moment. */
  const as = (person: SignedIn, at: Date = aMonday): Caller => {
    const context: Context = {
      database,
      areaOf: areasWith(find),
      clock: () => at,
      requestId: newId(),
      who: person,
      session: undefined,
    };
    return callerFor(context);
  };
  return {
    areaId,
    write,
    addAgency,
    addEstablishment,
    addTeam,
    addPractitioner,
    addPost,
    addStanding,
    setCapacity,
    addChild,
    addStatus,
    addPlace,
    relate,
    as,
  };
}
export type TestArea = Awaited<ReturnType<typeof aTestArea>>;
