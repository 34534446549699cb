import { dateOf, day, instantOf, type Making, since, sinceDay, someTimeAgo } from "./making.ts";
import { type Establishment, practitionersEach, type Worker, type Workforce } from "./workforce.ts";

export type Child = {
  readonly childId: string;
  readonly namedBy: Worker;
  /** The named person's place among the practitioners: 50 children each. */
  readonly namedByAt: number;
  /** Ids of rows about the child, in one order for every child of the same shape. */
  readonly ids: readonly string[];
};

/** A child about whom nothing is out of the ordinary: two carers, no status, statuses looked at, no concern. */
export const isPlain = (at: number): boolean => at % 2 === 1 && at % 33 !== 0 && at % 5 !== 0;

export const childrenEach = 50;

const given = ["Aaron", "Beth", "Cara", "Dougal", "Ella", "Finn", "Grace", "Hamish", "Iona", "Jamie", "Keir", "Lucy"];
const family = ["Abbot", "Baird", "Craig", "Doig", "Ewart", "Fyfe", "Glen", "Hogg", "Irvine", "Jack", "Keith", "Lyle"];
const youngest = { clinic: 0, primary: 5, secondary: 12 } as const;
const firstYear = { clinic: undefined, primary: "P", secondary: "S" } as const;

/** Everything that any child has: a record, a place, carers, an address, a number, a named person, and who keeps the roll. */
export function makeChildren(making: Making, { practitioners, establishments }: Workforce): readonly Child[] {
  return Array.from({ length: making.size.children }, (_, at) => {
    const namedByAt = Math.floor(at / childrenEach);
    const namedBy = practitioners[namedByAt];
    const establishment = establishments[Math.floor(namedByAt / practitionersEach)];
    if (!namedBy || !establishment) throw new Error("there are more children than practitioners have room for");
    return makeChild(making, { at, namedByAt, namedBy, establishment });
  });
}

type Given = {
  readonly at: number;
  readonly namedByAt: number;
  readonly namedBy: Worker;
  readonly establishment: Establishment;
};

function makeChild(making: Making, { at, namedByAt, namedBy, establishment }: Given): Child {
  const { add, areaId, random, now } = making;
  const { establishmentId, kind, keeper, head } = establishment;
  const recorded = someTimeAgo(making);
  const recordedAt = instantOf(recorded);
  const childId = random.idAt(recorded);
  const of = { area_id: areaId, child_id: childId };
  const [givenName, familyName] = [random.pick(given), `${random.pick(family)}${at % 3 === 0 ? "-Muir" : ""}`];
  const years = youngest[kind] + random.below(5);
  const yearGroup = firstYear[kind] && `${firstYear[kind]}${years - youngest[kind] + 1}`;

  add("child", {
    ...of,
    given_name: givenName,
    family_name: familyName,
    born_on: dateOf(now - (years * 365 + 30 + random.below(300)) * day),
    midwifery_ended_on: kind === "clinic" ? dateOf(now - day) : null,
    statuses_confirmed_on: at % 10 === 0 ? null : dateOf(recorded),
    search_name: `${familyName} ${givenName}`.toLowerCase().replaceAll("-", " "),
    recorded_at: recordedAt,
  });
  const placeId = random.idAt(recorded);
  add("place", {
    ...of,
    place_id: placeId,
    establishment_id: establishmentId,
    group: yearGroup === undefined ? "Caseload A" : `${yearGroup}${"AB"[namedByAt % 2]}`,
    year_group: yearGroup,
    full_time: kind !== "clinic",
    during: sinceDay(recorded),
    recorded_at: recordedAt,
  });
  add("child_address", {
    ...of,
    address_id: random.idAt(recorded),
    line1: `${1 + random.below(200)} Shore Road`,
    town: "Benchmouth",
    postcode: "ZZ99 3VZ",
    recorded_at: recordedAt,
  });
  add("child_identifier", {
    ...of,
    identifier_id: random.idAt(recorded),
    kind: "scn",
    value: String(100_000_000 + at),
    standing: "imported",
    recorded_at: recordedAt,
  });
  const carerIds = Array.from({ length: 1 + (at % 2) }, () => random.idAt(recorded));
  for (const [position, carerId] of carerIds.entries())
    add("carer", {
      ...of,
      carer_id: carerId,
      name: `${random.pick(given)} ${familyName}`,
      relationship: "mother",
      phone: "01632 960456",
      email: "carer@bench.example",
      position: String(position + 1),
      recorded_at: recordedAt,
    });
  if (at % 33 === 0)
    add("legal_status", {
      ...of,
      legal_status_id: random.idAt(recorded),
      kind: "special-educational-needs",
      detail: { json: {} },
      during: sinceDay(recorded),
      recorded_by: namedBy.practitionerId,
      recorded_at: recordedAt,
    });
  if (at % 20 === 0)
    add("concern", {
      ...of,
      concern_id: random.idAt(recorded),
      noticed_on: dateOf(recorded),
      reported_on: dateOf(recorded),
      noticed: "Often tired in the morning, and quieter than before.",
      touches: ["healthy", "nurtured"],
      recorded_by: namedBy.practitionerId,
      recorded_at: recordedAt,
      state: at % 100 === 0 ? "open" : "closed",
    });

  const namedPersonId = random.idAt(recorded);
  const began = recorded + random.below(now - recorded);
  const named = {
    ...of,
    stage: kind === "clinic" ? "before-school" : kind,
    settled_by: "by-class",
    recorded_by: keeper.practitionerId,
  };
  add("named_person", {
    ...named,
    named_person_id: namedPersonId,
    practitioner_id: namedBy.practitionerId,
    establishment_id: establishmentId,
    during: since(began),
    recorded_at: instantOf(began),
    ended_because: null,
  });
  if (at % 5 === 0)
    add("named_person", {
      ...named,
      named_person_id: random.idAt(recorded),
      practitioner_id: head.practitionerId,
      establishment_id: establishmentId,
      during: `[${recordedAt},${instantOf(began)})`,
      recorded_at: recordedAt,
      ended_because: "moved-class",
    });
  giveAccess(making, namedBy, childId, "named-person", namedPersonId, began);
  giveAccess(making, keeper, childId, "record-keeper", placeId, recorded);
  giveAccess(making, head, childId, "head", placeId, recorded);
  return { childId, namedBy, namedByAt, ids: [childId, placeId, namedPersonId, ...carerIds] };
}

/** A row of who may see what, as the product writes it where a relation begins. Gives its id. */
export function giveAccess(
  { add, areaId, random }: Making,
  { practitionerId }: Worker,
  childId: string,
  basis: string,
  sourceId: string,
  from: number,
): string {
  const accessId = random.idAt(from);
  add("child_access", {
    area_id: areaId,
    access_id: accessId,
    practitioner_id: practitionerId,
    child_id: childId,
    basis,
    source_id: sourceId,
    during: since(from),
    recorded_at: instantOf(from),
  });
  return accessId;
}
