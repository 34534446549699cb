import {
  ageInWords,
  chosenAs,
  chosenBy,
  DomainError,
  deniedBecause,
  type IdentifierKind,
  identifierKinds,
  lastDayOf,
  lastOfReach,
  momentAt,
  notKeptAway,
  type Relation,
  relations,
  relationshipInWords,
  yearGroupInWords,
} from "@linchpin/domain";
import type { z } from "zod";
import { mayOpen } from "../../may-open.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { agreedWayView } from "./agreed-way.ts";
import type { AgreedWayRow } from "./agreed-way-store.ts";
import {
  type ChildRow,
  childPage,
  contactInWords,
  namedPersonOf,
  openUntil,
  type PlaceRow,
  type PlanRow,
} from "./child-store.ts";
import { ChildId } from "./inputs.ts";
import { leadView } from "./lead-view.ts";
import { statusView } from "./legal-status-view.ts";
import { actsAboutChild, type ChildView, type NamedPersonOf, ChildView as Output } from "./views.ts";
import { inFull, inLists, nameOf, stageOf } from "./words.ts";

type View = z.infer<typeof ChildView>;

/** A child's own page: who they are, who helps, what stands open, and what this reader may do here. */
export const child = practitionerProcedure("child.read")
  .input(ChildId)
  .output(Output)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const row = await childPage(records, childId);
      if (!row) throw new DomainError({ kind: "not-visible", what: "child" });
      const until = held.includes("emergency") ? await openUntil(records, childId) : undefined;
      return {
        ...viewOf(row, await namedPersonFor(records, row), held, records),
        ...(until === undefined ? {} : { openInEmergencyUntil: until }),
      };
    }),
  );

/** The named person; where the area's documents know none, who is in contact with the child instead. */
export async function namedPersonFor(
  records: Records,
  row: Pick<ChildRow, "childId" | "places" | "plans">,
): Promise<z.infer<typeof NamedPersonOf>> {
  const because = records.book().book.silence("named-person.who");
  return because === undefined
    ? namedPersonOf(records, row.childId)
    : { known: false, because, inContact: inContactWith(row) };
}

type InContact = Extract<View["namedPerson"], { known: false }>["inContact"][number];

function inContactWith({ places, plans }: Pick<ChildRow, "places" | "plans">): InContact[] {
  const people: InContact[] = plans.flatMap(({ team, lead, contact }) => [
    ...(lead ? [{ ...lead, agency: lead.agency ?? "", as: "Lead professional" }] : []),
    ...(contact ? [{ ...contact, agency: contact.agency ?? "", as: "Contact for the plan" }] : []),
    ...team.map((one) => ({ ...one, as: "Works on the plan" })),
  ]);
  const first = people.filter(
    (one, at) => people.findIndex(({ practitionerId }) => practitionerId === one.practitionerId) === at,
  );
  return [
    ...first.map(({ practitionerId, name, title, agency, as }) => ({ practitionerId, name, title, agency, as })),
    ...places.map(({ establishment, agency }) => ({
      practitionerId: null,
      name: establishment,
      title: null,
      agency,
      as: "On the roll here",
    })),
  ];
}

export const placeView = ({ until, agency: _, ...place }: PlaceRow) => ({
  ...place,
  yearGroup: yearGroupInWords(place.yearGroup),
  lastDay: until === null ? null : lastDayOf(until),
});

const notReached = { phone: null, email: null };

/** A colleague's number or address at work may tell a school: neither is there for whoever does not know where the child is. */
const withoutReach = ({ lead, acting, contact, ...plan }: PlanRow): PlanRow => ({
  ...plan,
  lead: lead && { ...lead, ...notReached },
  acting: acting && { ...acting, ...notReached },
  contact: contact && { ...contact, ...notReached },
});

function viewOf(row: ChildRow, namedPerson: View["namedPerson"], held: readonly Relation[], records: Records): View {
  const { now, today, who } = records;
  const { openConcerns, statusesConfirmedOn } = row;
  const restricted = restrictedOf(row);
  const plans = restricted.whereabouts?.mayKnow === false ? row.plans.map(withoutReach) : row.plans;
  const lead = leadView(plans, now);
  const statuses = row.statuses.map((status) => statusView(status, today));
  const contact = plans.find(({ planId }) => planId === lead.planId)?.contact;
  const name = nameOf(row);
  return {
    visibility: "full",
    childId: row.childId,
    version: row.version,
    name: {
      given: name.given,
      family: name.family ?? null,
      preferred: row.preferredName,
      full: inFull(row),
      list: inLists(row),
    },
    bornOn: row.bornOn,
    dueOn: row.dueOn,
    age: ageInWords(row, today),
    stage:
      row.places.length === 0 && restricted.whereabouts?.mayKnow === false
        ? "School or clinic kept private"
        : stageOf(row.places.find(({ from }) => from <= today)),
    places: row.places.map(placeView),
    address: row.address,
    carers: row.carers.map((carer) => ({ ...carer, relationship: relationshipInWords(carer.relationship) })),
    identifiers: row.identifiers.map(({ kind, value }) => ({
      kind,
      label: identifierKinds[kind as IdentifierKind]?.label ?? kind,
      value,
    })),
    midwiferyEndedOn: row.midwiferyEndedOn,
    namedPerson,
    lead: {
      ...lead,
      planId: mayOpen(records, "plan.read", held) ? lead.planId : null,
      proposalId: mayOpen(records, "lead-professional.ask", held) ? lead.proposalId : null,
    },
    contactOfRecord: contact ? { ...contact, as: contactInWords(contact.as), since: momentAt(contact.since).at } : null,
    legalStatuses: statuses,
    statusesConfirmedOn,
    openConcerns,
    ...restricted,
    flags: [
      ...flagsOfRestricted(restricted),
      ...flagsOf({ statuses, statusesConfirmedOn, openConcerns, lead, namedPerson }),
    ],
    chosen: mayOpen(records, "people-around.read", held) ? chosenOnPage(row) : [],
    reached: mayOpen(records, "people-around.read", held) ? reachedOnPage(row) : [],
    youAre: held.map((relation) => relations[relation].label),
    can: Object.fromEntries(
      actsAboutChild.map((act) => [act, deniedBecause(act, who.role, held)?.words ?? true]),
    ) as View["can"], // an entry for each act
  };
}

/** Whom child and family chose beside the lead: nobody who must not be brought near the child, whatever was said before. */
const chosenOnPage = (row: ChildRow): View["chosen"] =>
  notKeptAway(row.chosen, restrictedOf(row).keptAway).map((one) => ({
    ...one,
    as: { code: one.as, label: chosenAs[one.as].label },
    chosenBy: { code: one.chosenBy, label: chosenBy[one.chosenBy].label },
  }));

/** How the child, its parents and carers are reached, of each as it was recorded last: of nobody who must not be brought near. */
const reachedOnPage = (row: ChildRow): View["reached"] => {
  const carers = notKeptAway(row.carers, restrictedOf(row).keptAway).map(({ name }) => name);
  const shown = new Map<AgreedWayRow, string | null>();
  for (const name of [null, ...carers]) {
    const said = lastOfReach(name, row.reached);
    // one adult who is on record twice, the name written otherwise, is reached in one way
    if (said !== undefined && !shown.has(said)) shown.set(said, name);
  }
  return [...shown].map(([said, name]) => agreedWayView({ ...said, name }));
};

/** What is kept private about the child, as its pages say it: whom to write to, and whom never. */
export function restrictedOf({ restrictions }: Pick<ChildRow, "restrictions">): Restricted {
  const kept = restrictions.find(({ kind }) => kind === "whereabouts");
  return {
    ...(kept === undefined
      ? {}
      : { whereabouts: { owner: kept.owner, safeContact: kept.safeContact ?? { name: "" }, mayKnow: kept.mayKnow } }),
    keptAway: restrictions.flatMap(({ restrictionId, adult, owner }) =>
      adult === null ? [] : [{ restrictionId, name: adult, owner }],
    ),
  };
}
type Restricted = Pick<View, "keptAway"> & { readonly whereabouts?: NonNullable<View["whereabouts"]> };

const flagsOfRestricted = ({ whereabouts, keptAway }: Restricted): View["flags"] => [
  ...(whereabouts === undefined
    ? []
    : [{ code: "whereabouts-kept" as const, words: "Whereabouts kept private", count: null }]),
  ...keptAway.map(({ name }) => ({ code: "adult-kept-away" as const, words: `Do not contact ${name}`, count: null })),
];

/** What the identity bar shows beside the name: never a status that nobody looked for as if there were none. */
function flagsOf({
  statuses,
  statusesConfirmedOn,
  openConcerns,
  lead,
  namedPerson,
}: Pick<View, "statusesConfirmedOn" | "openConcerns" | "lead" | "namedPerson"> & {
  readonly statuses: View["legalStatuses"];
}): View["flags"] {
  const none = { count: null };
  return [
    ...statuses
      .filter(({ isCurrent }) => isCurrent)
      .map(({ label }) => ({ code: "legal-status" as const, words: label, ...none })),
    ...(statuses.length === 0 && statusesConfirmedOn === null
      ? [{ code: "statuses-not-recorded" as const, words: "Legal statuses not recorded", ...none }]
      : []),
    ...(openConcerns > 0
      ? [
          {
            code: "open-concerns" as const,
            words: openConcerns === 1 ? "1 open concern" : `${openConcerns} open concerns`,
            count: openConcerns,
          },
        ]
      : []),
    ...(lead.state === "pending"
      ? [
          {
            code: lead.isLate ? ("lead-late" as const) : ("lead-pending" as const),
            words: lead.isLate ? "Lead professional overdue" : "Lead professional to be found",
            ...none,
          },
        ]
      : []),
    ...(namedPerson.known && namedPerson.current === null
      ? [{ code: "no-named-person" as const, words: "No named person", ...none }]
      : []),
  ];
}
