import type { AgencyKind, Role } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import type { Case } from "./case-store.ts";
import { managersOfKind, type PostHeld, postsAround } from "./people-store.ts";

/** Who has which part in deciding about one case. Roles of clauses become people here, and nowhere else. */
export type Cast = {
  readonly of: Case;
  readonly proposerId: string | undefined;
  readonly proposedId: string | undefined;
  /** Line managers who have answered for the person proposed, in the order they did. */
  readonly answeredManagers: { readonly first?: string; readonly second?: string };
  readonly posts: ReadonlyMap<string, readonly PostHeld[]>;
  readonly managers: readonly PostHeld[];
  /** Who manages the agency that the law asks for, where it asks for one. */
  readonly requiredAgencysManagers: readonly PostHeld[];
};

type Asked = {
  readonly proposerId?: string;
  readonly proposedId?: string;
  /** The agency the law asks the lead to come from: its managers have a word where somebody of another is proposed. */
  readonly requiredAgency?: AgencyKind;
};

/** Reads the posts of everybody concerned and who manages their agencies: one statement. */
export async function castOf(records: Records, of: Case, asked: Asked = {}): Promise<Cast> {
  const people = [
    ...of.team.map(({ practitionerId }) => practitionerId),
    ...[asked.proposerId, asked.proposedId, of.lead?.practitionerId, of.contact?.practitionerId].filter(isThere),
  ];
  const { own, managers } = await postsAround(records, [...new Set(people)]);
  const { requiredAgency } = asked;
  const requiredAgencysManagers = requiredAgency === undefined ? [] : await managersOfKind(records, requiredAgency);
  const posts = new Map<string, PostHeld[]>();
  for (const row of own) posts.set(row.practitionerId, [...(posts.get(row.practitionerId) ?? []), row]);
  return {
    of,
    proposerId: asked.proposerId,
    proposedId: asked.proposedId,
    answeredManagers: {},
    posts,
    managers,
    requiredAgencysManagers,
  };
}

const isThere = <T>(value: T | undefined): value is T => value !== undefined;
const distinct = (people: readonly (string | undefined | null)[]): readonly string[] => [
  ...new Set(people.filter((id): id is string => id !== undefined && id !== null)),
];

/**
 * Somebody's line managers, one for each post, the post with most hours first. A post nobody is recorded for is managed
 * by the team's manager, else by a manager of the agency: a sole worker's accountable contact (RN-14).
 */
export function lineManagersOf(cast: Cast, practitionerId: string | undefined): readonly string[] {
  if (practitionerId === undefined) return [];
  const managers = (cast.posts.get(practitionerId) ?? []).map(
    (post) => post.lineManagerId ?? post.teamManagerId ?? managerIn(cast, post.agencyId, practitionerId),
  );
  return distinct(managers).filter((id) => id !== practitionerId);
}

const managerIn = ({ managers }: Cast, agencyId: string, not: string): string | undefined =>
  managers.find((one) => one.agencyId === agencyId && one.role !== "coordinator" && one.practitionerId !== not)
    ?.practitionerId;

const managing = ({ managers, posts }: Cast, of: string | undefined, roles: readonly string[]): readonly string[] => {
  const agencies = new Set((of === undefined ? [] : (posts.get(of) ?? [])).map(({ agencyId }) => agencyId));
  return distinct(
    managers
      .filter(({ agencyId, role }) => roles.includes(role) && agencies.has(agencyId))
      .map(({ practitionerId }) => practitionerId),
  );
};

/** Whoever holds a post for this child. */
const holding = ({ of }: Cast, post: string): readonly string[] =>
  of.team.filter(({ posts }) => posts.includes(post)).map(({ practitionerId }) => practitionerId);

const namedPersons = ({ of }: Cast): readonly string[] =>
  of.team.filter(({ isNamedPerson }) => isNamedPerson).map(({ practitionerId }) => practitionerId);

const involved = ({ of }: Cast): readonly string[] => of.team.map(({ practitionerId }) => practitionerId);

/** Of two managers the first to answer agrees; the other is the second. Until one has, the main post's manager is the first. */
function managersOfProposed(cast: Cast): { readonly first: readonly string[]; readonly second: readonly string[] } {
  const all = lineManagersOf(cast, cast.proposedId);
  const { first, second } = cast.answeredManagers;
  return {
    first: first === undefined ? all.filter((id) => id !== second) : [first],
    second: second !== undefined ? [second] : all.filter((id) => id !== (first ?? all[0])),
  };
}

/** The people a role of a clause stands for in this case. Nobody for families, groups and forums: somebody records for them. */
export function peopleIn(cast: Cast, role: Role): readonly string[] {
  switch (role) {
    case "proposed-lead":
      return distinct([cast.proposedId]);
    case "lead-professional":
      return distinct([cast.of.lead?.practitionerId]);
    case "named-person":
      return namedPersons(cast);
    case "proposed-leads-line-manager":
      return managersOfProposed(cast).first;
    case "second-line-manager":
      return managersOfProposed(cast).second;
    case "line-manager":
      return distinct(
        [...namedPersons(cast), cast.proposerId ?? cast.of.contact?.practitionerId, cast.proposedId].flatMap((id) =>
          lineManagersOf(cast, id ?? undefined),
        ),
      );
    case "line-managers-involved":
      return distinct(involved(cast).flatMap((id) => lineManagersOf(cast, id)));
    case "team-manager":
      return managing(cast, cast.proposedId, ["team-manager"]);
    case "senior-manager":
      return managing(cast, cast.proposedId, ["service-manager"]);
    case "required-agency-manager":
      return distinct(cast.requiredAgencysManagers.map(({ practitionerId }) => practitionerId));
    case "lead-agency-manager":
    case "area-manager":
      return managing(cast, cast.proposedId, ["team-manager", "service-manager", "head"]);
    case "head-teacher":
    case "school":
      return distinct(
        cast.managers.filter(({ role: held }) => held === "head").map(({ practitionerId }) => practitionerId),
      );
    case "coordinator":
      return distinct(
        cast.managers.filter(({ role: held }) => held === "coordinator").map(({ practitionerId }) => practitionerId),
      );
    case "practitioners-involved":
    case "practitioner":
      return involved(cast);
    case "assessor":
    case "personal-adviser":
    case "social-worker":
    case "senco":
      return holding(cast, role);
    default:
      return [];
  }
}

/** Whose own word a stage is: these people answer for themselves; for everybody else somebody writes the word down. */
export const answersForThemselves: readonly Role[] = [
  "proposed-lead",
  "lead-professional",
  "proposed-leads-line-manager",
  "second-line-manager",
  "line-manager",
  "line-managers-involved",
  "team-manager",
  "senior-manager",
  "lead-agency-manager",
  "required-agency-manager",
  "area-manager",
  "head-teacher",
  "coordinator",
];
