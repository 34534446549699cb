import type { LocalDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { appRouter } from "../app-router.ts";
import { type AreaInForce, areaInForce } from "../area-in-force.ts";
import type { Database, Handle } from "../db/database.ts";
import { insertMany } from "../db/many.ts";
import { agency, establishment, team } from "../db/schema/area.ts";
import { leave, post, practitioner, standing } from "../db/schema/practitioner.ts";
import { demonstrationIssuer } from "../demo-issuer/demo-issuer.ts";
import { openArea } from "../features/area/open-area.ts";
import type { SignedIn } from "../records.ts";
import { callerOf } from "../trpc.ts";
import type { AreaPlan, PersonPlan } from "./plan-of-area.ts";

const callerFor = callerOf(appRouter);
export type Caller = ReturnType<typeof callerFor>;

/** An invented area with its people in the database, and the product as each of them would call it. */
export type World = {
  readonly areaId: string;
  readonly plan: AreaPlan;
  /** The day of seeding, which everything in the area is dated from. */
  readonly today: LocalDate;
  readonly person: (key: string) => SignedIn;
  readonly establishment: (key: string) => string;
  /** The product as this person calls it at a moment. */
  readonly as: (key: string, at: Date) => Caller;
  /** Work as a job of ours does it, for what no procedure does. */
  readonly write: <T>(work: (tx: Handle) => Promise<T>) => Promise<T>;
};

type Ids = ReadonlyMap<string, string>;
const idsFor = (of: object): Ids => new Map(Object.keys(of).map((key) => [key, newId()]));

function held(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the plan of the area has no "${key}"`);
  return id;
}

/** Opens the area and writes down its agencies, schools, clinics, teams, people, posts and standings. */
export async function buildWorld(database: Database, plan: AreaPlan, today: LocalDate, opened: Date): Promise<World> {
  const areaId = await openArea(
    database,
    {
      name: plan.name,
      nation: plan.nation,
      isDemonstration: true,
      editionId: plan.editionId,
      adoptedFrom: plan.adoptedFrom,
    },
    opened,
  );
  const ids = {
    agencies: idsFor(plan.agencies),
    establishments: idsFor(plan.establishments),
    teams: idsFor(plan.teams),
    people: idsFor(plan.people),
    posts: idsFor(plan.people),
  };
  const write: World["write"] = (work) =>
    database.inArea({ areaId, now: opened.toISOString(), as: "system" }, (tx) => work(tx));
  await write((tx) => writePlaces(tx, areaId, plan, ids));
  await write((tx) => writePeople(tx, areaId, plan, ids, opened));

  let area: Promise<AreaInForce> | undefined;
  const person = (key: string): SignedIn => {
    const { name, role } = planned(plan, key);
    return {
      areaId,
      practitionerId: held(ids.people, key),
      practitionerName: name,
      postId: held(ids.posts, key),
      role: role ?? "practitioner",
    };
  };
  return {
    areaId,
    plan,
    today,
    person,
    establishment: (key) => held(ids.establishments, key),
    as: (key, at) =>
      callerFor({
        database,
        areaOf: (tx) => {
          area ??= areaInForce(tx, areaId);
          return area;
        },
        clock: () => at,
        requestId: `demonstration ${plan.key}`,
        who: person(key),
        session: undefined,
      }),
    write,
  };
}

function planned({ people }: AreaPlan, key: string): PersonPlan {
  const person = people[key];
  if (person === undefined) throw new Error(`the plan of the area has no "${key}"`);
  return person;
}

type AllIds = Readonly<Record<"agencies" | "establishments" | "teams" | "people" | "posts", Ids>>;

async function writePlaces(tx: Handle, areaId: string, plan: AreaPlan, ids: AllIds): Promise<void> {
  const agencies = Object.entries(plan.agencies).map(([key, { kind, name }]) => ({
    areaId,
    agencyId: held(ids.agencies, key),
    kind,
    name,
    sector: kind === "voluntary" ? ("voluntary" as const) : ("statutory" as const),
  }));
  const establishments = Object.entries(plan.establishments).map(([key, { agency: of, kind, name, code }], at) => ({
    areaId,
    establishmentId: held(ids.establishments, key),
    agencyId: held(ids.agencies, of),
    kind,
    name,
    code: code ?? null,
    phone: phoneOf(900 + at),
  }));
  const teams = Object.entries(plan.teams).map(([key, { agency: of, name, at, manager }]) => ({
    areaId,
    teamId: held(ids.teams, key),
    agencyId: held(ids.agencies, of),
    establishmentId: at === undefined ? null : held(ids.establishments, at),
    name,
    managerId: held(ids.people, manager),
  }));
  await insertMany(tx, agency, agencies);
  await insertMany(tx, establishment, establishments);
  await insertMany(tx, team, teams);
}

async function writePeople(tx: Handle, areaId: string, plan: AreaPlan, ids: AllIds, opened: Date): Promise<void> {
  const people = Object.entries(plan.people);
  await insertMany(
    tx,
    practitioner,
    people.map(([key, { name, kind, skills, hint }], at) => ({
      areaId,
      practitionerId: held(ids.people, key),
      issuer: demonstrationIssuer,
      subject: `${plan.key}.${key}`,
      name,
      kind,
      email: `${mailboxOf(name)}@${plan.key}.example`,
      phone: phoneOf(at),
      skills: skills ?? null,
      hint: hint ?? null,
    })),
  );
  await insertMany(
    tx,
    post,
    people.map(([key, of]) => ({
      areaId,
      postId: held(ids.posts, key),
      practitionerId: held(ids.people, key),
      agencyId: held(ids.agencies, of.agency),
      teamId: of.team === undefined ? null : held(ids.teams, of.team),
      establishmentId: of.at === undefined ? null : held(ids.establishments, of.at),
      title: of.title,
      role: of.role ?? "practitioner",
      lineManagerId: of.manager === undefined ? null : held(ids.people, of.manager),
      hours: of.hours ?? 100,
      agreedCapacity: of.capacity === undefined ? null : of.capacity * quartersToAPoint,
      capacityAgreedOn: of.capacity === undefined ? null : plan.adoptedFrom,
      leading: of.leading ?? null,
      during: { from: plan.adoptedFrom },
    })),
  );
  await insertMany(
    tx,
    leave,
    people.flatMap(([key, { away }]) =>
      away === undefined
        ? []
        : {
            areaId,
            leaveId: newId(),
            practitionerId: held(ids.people, key),
            kind: away.kind,
            during: { from: away.from, until: away.until },
            recordedAt: opened.toISOString(),
          },
    ),
  );
  await insertMany(
    tx,
    standing,
    people.flatMap(([key, of]) => standingsOf(areaId, key, of, ids, plan, opened)),
  );
}

const quartersToAPoint = 4;

function standingsOf(areaId: string, key: string, of: PersonPlan, ids: AllIds, plan: AreaPlan, opened: Date) {
  const mentored =
    of.mentor === undefined
      ? {}
      : {
          mentor: {
            state: "named" as const,
            periods: [{ mentorId: held(ids.people, of.mentor), from: plan.adoptedFrom }],
          },
        };
  return Object.entries({ ...of.standing, ...mentored }).map(([kind, fact]) => ({
    areaId,
    standingId: newId(),
    practitionerId: held(ids.people, key),
    kind: kind as keyof NonNullable<PersonPlan["standing"]>, // the keys of a Standing are its kinds
    fact: { ...fact },
    recordedBy: of.manager === undefined ? null : held(ids.people, of.manager),
    recordedAt: opened.toISOString(),
  }));
}

const mailboxOf = (name: string): string =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(" ", ".")
    .replace(/[^a-z.-]/g, "");

/** Numbers kept free for drama: nobody answers them. */
const phoneOf = (at: number): string => `01632 960${String(at % 1000).padStart(3, "0")}`;
