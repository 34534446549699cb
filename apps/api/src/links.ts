import type { Act } from "@linchpin/domain";

/** Where a notice leads: paths within the portals. */
export const linkTo = {
  child: (childId: string) => `/named-person/children/${childId}`,
  concern: (childId: string, concernId: string) => `/named-person/children/${childId}/concerns/${concernId}`,
  /** Whom to ask when a child may be at risk of harm, and the referrals that whoever opens it may know of. */
  safeguarding: (childId: string) => `/named-person/safeguarding/${childId}`,
  /** What came in about a child by paper, phone or a visit. */
  cameIn: (childId: string) => `/named-person/children/${childId}/came-in`,
  /** What a family asked and reported. */
  familyAsked: (childId: string) => `/named-person/children/${childId}/family-asked`,
  consent: (childId: string) => `/named-person/children/${childId}/consent`,
  /** Which copies were sent, and to whom. */
  sentCopies: (childId: string) => `/named-person/children/${childId}/sent`,
  /** What left by letter, email or a call, and waits to be settled. */
  sharesMade: (childId: string) => `/named-person/children/${childId}/consent/other-ways`,
  /** Something that was shared with whoever opens it. */
  received: (releaseId: string) => `/named-person/shared-with-you/${releaseId}`,
  allReceived: "/named-person/shared-with-you",
  /** What somebody passed on of what a child told them. */
  passedNote: (noteId: string) => `/named-person/notes/passed/${noteId}`,
  /** A child's brothers and sisters, and whose named person is whose. */
  wholeWorld: (childId: string) => `/named-person/children/${childId}/whole-world`,
  keptPrivate: (childId: string) => `/named-person/children/${childId}/kept-private`,
  plan: (planId: string) => `/named-person/plans/${planId}`,
  /** What child and family say of a plan. */
  theirWord: (childId: string, planId: string) => `/named-person/children/${childId}/plans/${planId}/their-word`,
  /** The list of who does what under a child's plan. */
  whoDoesWhat: (childId: string, planId: string) => `/named-person/children/${childId}/plans/${planId}/who-does-what`,
  proposal: (childId: string, proposalId: string) => `/named-person/children/${childId}/proposals/${proposalId}`,
  /** The same proposal on a manager's desk. */
  deskProposal: (proposalId: string) => `/manager/proposals/${proposalId}`,
  /** What somebody whose post ends leaves open. */
  leaver: (practitionerId: string) => `/manager/register/${practitionerId}/post`,
  withoutLead: "/manager/without-lead",
  /** The children a person is named person of. */
  myChildren: "/named-person/children",
  roll: "/named-person/roll",
  /** Worries that fit no one child of a roll. */
  worriesToPlace: "/named-person/worries-to-place",
  /** What somebody was given a part in for a time. */
  ownParts: "/manager/parts",
  /** The agenda of the area's group of service managers. */
  group: "/manager/group",
  /** Departures from rules that wait to be decided, and those that whoever opens it asked for. */
  departures: "/manager/departures",
  ownDepartures: "/manager/departures/asked",
  emergencyAccess: "/manager/emergency-access",
  /** How whoever opens it is supervised. */
  ownSupervision: "/named-person/supervision",
  /** Somebody whom whoever opens it supervises, or manages. */
  supervisee: (practitionerId: string) => `/manager/supervision/${practitionerId}`,
  /** That a record is asked to be sealed, and then that it is. */
  sealing: (sealingId: string) => `/manager/sealing/${sealingId}`,
} as const;

/** Whom a page is about, and so which relations decide whether it opens. */
export type Behind = { readonly act: Act; readonly about: "child" | "plan" | "leaver" | "nobody" };

const id = "[0-9a-f-]{36}";
const pages: readonly (readonly [path: string, behind: Behind])[] = [
  [linkTo.child(id), { act: "child.read", about: "child" }],
  [linkTo.concern(id, id), { act: "concern.read", about: "child" }],
  [linkTo.safeguarding(id), { act: "referral.read", about: "child" }],
  [linkTo.cameIn(id), { act: "arrival.read", about: "child" }],
  [linkTo.familyAsked(id), { act: "family-word.read", about: "child" }],
  [linkTo.consent(id), { act: "consent.read", about: "child" }],
  [linkTo.sentCopies(id), { act: "consent.read", about: "child" }],
  [linkTo.sharesMade(id), { act: "consent.read", about: "child" }],
  [linkTo.received(id), { act: "received.read", about: "nobody" }],
  [linkTo.passedNote(id), { act: "private-note.read", about: "nobody" }],
  [linkTo.allReceived, { act: "received.read", about: "nobody" }],
  [linkTo.wholeWorld(id), { act: "sibling.read", about: "child" }],
  [linkTo.keptPrivate(id), { act: "restriction.read", about: "child" }],
  [linkTo.plan(id), { act: "plan.read", about: "plan" }],
  [linkTo.theirWord(id, id), { act: "plan.read", about: "child" }],
  [linkTo.whoDoesWhat(id, id), { act: "plan.read", about: "child" }],
  [linkTo.proposal(id, id), { act: "lead-professional.ask", about: "child" }],
  [linkTo.deskProposal(id), { act: "lead-professional.ask", about: "child" }],
  [linkTo.leaver(id), { act: "workforce.post.end", about: "leaver" }],
  [linkTo.withoutLead, { act: "allocation.without-lead.read", about: "nobody" }],
  [linkTo.myChildren, { act: "named-person.list-own", about: "nobody" }],
  [linkTo.worriesToPlace, { act: "worry.place", about: "nobody" }],
  [linkTo.ownParts, { act: "part.list-own", about: "nobody" }],
  [linkTo.roll, { act: "roll.list", about: "nobody" }],
  [linkTo.sealing(id), { act: "sealing.read", about: "nobody" }],
  [linkTo.ownSupervision, { act: "supervision.own.read", about: "nobody" }],
  [linkTo.supervisee(id), { act: "supervision.read", about: "nobody" }],
  [linkTo.group, { act: "group.agenda.read", about: "nobody" }],
  [linkTo.departures, { act: "departure.decide", about: "nobody" }],
  [linkTo.ownDepartures, { act: "departure.ask", about: "nobody" }],
  [linkTo.emergencyAccess, { act: "emergency.list", about: "nobody" }],
];
const known = pages.map(([path, behind]) => ({ path: new RegExp(`^${path}$`), behind }));

/** What the page behind a link asks of whoever opens it; undefined for one that nobody here knows. */
export const behindLink = (link: string): Behind | undefined => known.find(({ path }) => path.test(link))?.behind;
