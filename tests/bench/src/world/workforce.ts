import { dateOf, day, instantOf, type Making, sinceDay } from "./making.ts";
import { hashOf } from "./random.ts";

/** Somebody who signs in, with the cookie of a session that is open. */
export type Worker = {
  readonly practitionerId: string;
  readonly postId: string;
  readonly name: string;
  readonly secret: string;
  readonly agencyId: string;
  readonly team: number;
};

export type Establishment = {
  readonly establishmentId: string;
  readonly kind: "clinic" | "primary" | "secondary";
  readonly keeper: Worker;
  readonly head: Worker;
};

export type Workforce = {
  /** Each with 50 children; the first 8 are of the first school or clinic, and so on. */
  readonly practitioners: readonly Worker[];
  /** By team. */
  readonly managers: readonly Worker[];
  readonly teamIds: readonly string[];
  readonly establishments: readonly Establishment[];
};

export const issuer = "https://sign-in.bench.example";
export const practitionersEach = 8;

const given = ["Ann", "Calum", "Eilidh", "Fraser", "Isla", "Kirsty", "Niall", "Rhona", "Seonag", "Tam"];
const family = ["Bain", "Cairns", "Gunn", "Innes", "Kerr", "Lamont", "Munro", "Rae", "Sim", "Weir"];
const kinds = { clinic: "health-visitor", primary: "teacher", secondary: "guidance-teacher" } as const;

/** Two clinics, four primary schools and four secondary schools in every ten. */
const kindOf = (at: number): Establishment["kind"] => (at % 5 === 0 ? "clinic" : at % 5 < 3 ? "primary" : "secondary");

/** Agencies, schools and clinics with their office and head, teams with their manager, practitioners, and a session each. */
export function makeWorkforce(making: Making): Workforce {
  const { add, areaId, random, size, now } = making;
  const began = now - 900 * day;
  const id = () => random.idAt(began + random.below(day));

  const agencies = { health: id(), education: id(), "social-work": id() };
  for (const [kind, agencyId] of Object.entries(agencies))
    add("agency", { area_id: areaId, agency_id: agencyId, name: `${kind} of Benchshire`, kind, sector: "statutory" });
  const agencyOf = (kind: Establishment["kind"]) => (kind === "clinic" ? agencies.health : agencies.education);

  const employ = (as: {
    readonly kind: string;
    readonly role: string;
    readonly title: string;
    readonly agencyId: string;
    readonly team: number;
    readonly teamId?: string;
    readonly establishmentId?: string;
    readonly managerId?: string;
  }): Worker => {
    const name = `${random.pick(given)} ${random.pick(family)}`;
    const worker = {
      practitionerId: id(),
      postId: id(),
      name,
      secret: random.secret(),
      agencyId: as.agencyId,
      team: as.team,
    };
    const { practitionerId, postId } = worker;
    add("practitioner", {
      area_id: areaId,
      practitioner_id: practitionerId,
      issuer,
      subject: practitionerId,
      name,
      kind: as.kind,
      email: `${practitionerId.slice(-6)}@bench.example`,
      phone: "01632 960123",
    });
    add("post", {
      area_id: areaId,
      post_id: postId,
      practitioner_id: practitionerId,
      agency_id: as.agencyId,
      team_id: as.teamId,
      establishment_id: as.establishmentId,
      title: as.title,
      role: as.role,
      line_manager_id: as.managerId,
      agreed_capacity: as.role === "practitioner" ? 80 : null,
      capacity_agreed_on: as.role === "practitioner" ? dateOf(began) : null,
      leading: as.role === "practitioner" ? "everyday" : null,
      during: sinceDay(began),
    });
    add("session", {
      session_id: random.idAt(now),
      secret_hash: hashOf(worker.secret),
      issuer,
      subject: practitionerId,
      area_id: areaId,
      practitioner_id: practitionerId,
      post_id: postId,
      started_at: instantOf(now),
      idle_until: instantOf(now + day / 2),
      second_factor: true, // a manager is asked for one
      until: instantOf(now + day / 2),
    });
    return worker;
  };

  const establishments = Array.from(
    { length: Math.ceil(size.practitioners / practitionersEach) },
    (_, at): Establishment => {
      const [kind, establishmentId] = [kindOf(at), id()];
      const agencyId = agencyOf(kind);
      add("establishment", {
        area_id: areaId,
        establishment_id: establishmentId,
        agency_id: agencyId,
        name: `${random.pick(family)} ${kind} ${at + 1}`,
        kind,
        arrangement: "by-class",
        phone: "01632 960100",
        address: "1 Tern Lane",
      });
      const post = { agencyId, establishmentId, team: -1 };
      const keeper = employ({ ...post, kind: "school-support-staff", role: "record-keeper", title: "Office" });
      const head = employ({ ...post, kind: "head-teacher", role: "head", title: "Head" });
      return { establishmentId, kind, keeper, head };
    },
  );

  const teamIds = size.teams.map(() => id());
  const managers = size.teams.map((_, team) =>
    employ({ kind: "other", role: "team-manager", title: "Team manager", agencyId: agencies["social-work"], team }),
  );
  const teams = size.teams.flatMap((people, team) => Array.from({ length: people }, () => team));
  for (const [team, teamId] of teamIds.entries())
    add("team", {
      area_id: areaId,
      team_id: teamId,
      agency_id: agencies["social-work"],
      name: `Team ${team + 1}`,
      manager_id: managers[team]?.practitionerId,
    });
  const practitioners = teams.map((team, at): Worker => {
    const { kind, establishmentId } = establishments[Math.floor(at / practitionersEach)] ?? {};
    const post = {
      agencyId: agencyOf(kind ?? "clinic"),
      team,
      teamId: teamIds[team] ?? "",
      establishmentId: establishmentId ?? "",
    };
    const managerId = managers[team]?.practitionerId ?? "";
    const worker = employ({
      ...post,
      managerId,
      kind: kinds[kind ?? "clinic"],
      role: "practitioner",
      title: "Practitioner",
    });
    addStanding(making, worker, began);
    return worker;
  });
  return { practitioners, managers, teamIds, establishments };
}

/** What is known of somebody who may lead, as far as any book asks. */
function addStanding({ add, areaId, random }: Making, { practitionerId }: Worker, began: number): void {
  const on = dateOf(began - 400 * day);
  const facts = {
    "enhanced-check": { state: "cleared", on, issuedOn: on },
    qualification: { state: "held", on: dateOf(began - 3_000 * day) },
    training: { state: "completed", on },
    "information-sharing-training": { state: "completed", on },
    "first-led": { state: "led", on },
    mentor: { state: "none" },
    engagement: { is: "permanent" },
    workplace: { isInArea: true },
  };
  for (const [kind, fact] of Object.entries(facts))
    add("standing", {
      area_id: areaId,
      standing_id: random.idAt(began),
      practitioner_id: practitionerId,
      kind,
      fact: { json: fact },
      recorded_at: instantOf(began),
    });
}
