import type { Holder } from "../kernel/designation.ts";
import { holdsOn, inWords, type LocalDate } from "../kernel/local-date.ts";
import type { Involved, LegalStatus, Recorded } from "../people/model.ts";
import { type LegalStatusKind, legalStatuses } from "../vocabulary/legal-statuses.ts";
import { type Post, posts } from "../vocabulary/posts.ts";

export type Statuses = Recorded<readonly LegalStatus[]>;

/** What the statuses of a child, and the people around it, say about who holds a post. */
export type CaseFacts = {
  readonly child: { readonly id: string; readonly statuses: Statuses };
  readonly involved: readonly Involved[];
  readonly secondedSocialWorker?: string;
};

const byBeginning = (a: LegalStatus, b: LegalStatus) => a.from.localeCompare(b.from) || a.id.localeCompare(b.id);

/** A child on the register is one with a protection plan: the documents of England say both of one thing (RN-05). */
export const protectionKinds = ["child-protection-plan", "child-protection-register"] as const;

/** The statuses of these kinds, in the order they began whatever order they were entered in. */
export const ofKind = (statuses: Statuses, ...kinds: readonly LegalStatusKind[]): readonly LegalStatus[] =>
  statuses === "not-recorded" ? [] : statuses.filter(({ kind }) => kinds.includes(kind)).sort(byBeginning);

/** Those of them that hold on a day. One that has ended, or has not begun, says nothing. */
export const holding = (statuses: Statuses, day: LocalDate, ...kinds: readonly LegalStatusKind[]) =>
  ofKind(statuses, ...kinds).filter((status) => holdsOn(status, day));

const isBy = (day: LocalDate, { until }: LegalStatus) => until === undefined || day <= until;
const wasEver = ({ from, until }: LegalStatus) => until === undefined || from < until;

/**
 * Assessments of a child in need that no decision on services has ended. The lock runs to the decision, not to the end
 * of the assessment, so there is no free day before looked after, protection or adoption begins (RN-25).
 */
export function assessmentsUndecided(statuses: Statuses, day: LocalDate): readonly LegalStatus[] {
  const assessments = ofKind(statuses, "child-in-need").filter(
    ({ childInNeedPhase, from }) => childInNeedPhase === "assessment" && from <= day,
  );
  if (assessments.length === 0) return assessments;
  const decides = (status: LegalStatus) =>
    status.kind !== "child-in-need" || status.childInNeedPhase !== undefined
      ? status.from <= day && wasEver(status)
      : false;
  const later = ofKind(statuses, "child-in-need", "looked-after", ...protectionKinds, "adoption-plan").filter(decides);
  return assessments.filter((assessment) => {
    if (!wasEver(assessment)) return false;
    const isDecided = later.some((s) => s.childInNeedPhase === "decided" && s.from >= assessment.from);
    // One that began and ended while the assessment ran decided nothing: the assessment goes on holding after it.
    const isFollowed = later.some(
      (s) =>
        s.id !== assessment.id && s.from > assessment.from && (s.until === undefined || !isBy(s.until, assessment)),
    );
    return !isDecided && (holdsOn(assessment, day) || !isFollowed);
  });
}

/** What was found lately: many clauses of one question ask after the same child's locks on the same day. */
const locksLately = new WeakMap<
  readonly LegalStatus[],
  { readonly day: LocalDate; readonly locks: readonly LegalStatus[] }
>();

/** Statuses whose lead is set by law: looked after (a leaver still in care too), protection, adoption, assessment in need. */
export function locks(statuses: Statuses, day: LocalDate): readonly LegalStatus[] {
  if (statuses === "not-recorded") return [];
  const known = locksLately.get(statuses);
  if (known?.day === day) return known.locks;
  const found = [
    ...holding(statuses, day, "looked-after", ...protectionKinds, "adoption-plan"),
    ...holding(statuses, day, "care-leaver").filter((leaver) => leaver.careLeaverKind === "eligible"),
    ...assessmentsUndecided(statuses, day),
  ].sort(byBeginning);
  locksLately.set(statuses, { day, locks: found });
  return found;
}

/** The day on which the last lock began, of those that began by a day, whether it still holds or has ended. */
export function lastLockBegan(statuses: Statuses, day: LocalDate): LocalDate | undefined {
  const began = ofKind(
    statuses,
    "looked-after",
    ...protectionKinds,
    "adoption-plan",
    "care-leaver",
    "child-in-need",
  ).filter(
    ({ kind, careLeaverKind, childInNeedPhase, ...when }) =>
      when.from <= day &&
      (kind !== "care-leaver" || careLeaverKind === "eligible") &&
      (kind !== "child-in-need" || childInNeedPhase === "assessment"),
  );
  return began.at(-1)?.from;
}

/** Looked after, a leaver who still is, or on a protection plan: nobody of a youth offending team leads (PREC-2). */
export const barsYouthOfficer = (statuses: Statuses, day: LocalDate): readonly LegalStatus[] =>
  locks(statuses, day).filter(({ kind }) => kind !== "adoption-plan" && kind !== "child-in-need");

/** People of the youth offending team, as far as they are known: by agency, by secondment, by the order that names them. */
export function youthTeam({ child, involved, secondedSocialWorker }: CaseFacts, day: LocalDate): ReadonlySet<string> {
  return new Set([
    ...involved
      .filter((one) => one.agency === "youth-justice" || one.posts.includes("yot-supervising-officer"))
      .map(({ id }) => id),
    ...holding(child.statuses, day, "youth-order").flatMap(({ holder }) => holder ?? []),
    ...(secondedSocialWorker === undefined ? [] : [secondedSocialWorker]),
  ]);
}

/** The social worker whom a status names or, where it names nobody, the one whom the child's other locks agree on. */
export function socialWorkerOf(status: LegalStatus, facts: CaseFacts, day: LocalDate): string | undefined {
  const isYouthTeam = youthTeam(facts, day);
  const isAdviser = (id: string) =>
    facts.involved.some(
      (one) => one.id === id && one.posts.includes("personal-adviser") && !one.posts.includes("social-worker"),
    );
  const socialWorkers = (named: readonly LegalStatus[]) => [
    ...new Set(named.flatMap(({ holder }) => holder ?? []).filter((id) => !isYouthTeam.has(id) && !isAdviser(id))),
  ];
  const [own] = socialWorkers([status]);
  if (own !== undefined) return own;
  const named = socialWorkers(locks(facts.child.statuses, day));
  return named.length === 1 ? named[0] : undefined;
}

/** Law asks for a named social worker while the child is looked after or on a protection plan; otherwise a social worker. */
export const socialWorkerPost = (statuses: Statuses, day: LocalDate): Post =>
  barsYouthOfficer(statuses, day).length > 0 ? "named-social-worker" : "social-worker";

/** The only person involved who holds a post for this child; undefined for nobody, and for several. */
export function personIn(post: Post, involved: readonly Involved[]): string | undefined {
  const people = involved.filter((person) => person.posts.includes(post) && person.involvement !== "not-involved");
  return people.length === 1 ? people[0]?.id : undefined;
}

/** The person a status names, unless what is recorded of that person says they hold another post. */
export function namedIn(post: Post, status: LegalStatus, involved: readonly Involved[]): string | undefined {
  const named = involved.find(({ id }) => id === status.holder);
  const holdsAnother = named !== undefined && named.posts.length > 0 && !named.posts.includes(post);
  return status.holder !== undefined && !holdsAnother ? status.holder : personIn(post, involved);
}

export const postOf = (post: Post): Holder => ({ kind: "post", post });
export const holderOf = (id: string | undefined, post: Post): Holder =>
  id === undefined ? postOf(post) : { kind: "person", id, post };

/** "Looked after since 1 December 2026". */
export const sinceWhen = ({ kind, from, childInNeedPhase }: LegalStatus): string =>
  `${legalStatuses[kind].label}${childInNeedPhase === "assessment" ? ", being assessed," : ""} since ${inWords(from)}`;

/** What is said of the holder of a post while a lock decides who leads: on the team with that post, and not the lead. */
export const staysOnTeam = (status: LegalStatus, post: Post): string =>
  `${sinceWhen(status)}: ${posts[post].label} keeps that post on the team while another status decides who leads.`;

/** The days of a status, as a finding carries them. */
export const daysOf = ({ from, until }: LegalStatus) => ({ from, ...(until === undefined ? {} : { until }) });
