import { addDays, type LocalDate, type PractitionerKind, practitionerKinds } from "@linchpin/domain";
import type { PersonPlan, Standing } from "./plan-of-area.ts";
import { checkPending, firstLead, newlyQualified, nothingRecorded, settled } from "./standings.ts";

type Worker = {
  readonly name: string;
  readonly kind: PractitionerKind;
  /** The share of a full week they work, in per cent. */
  readonly hours?: number;
  /** Points agreed; left out where nothing is agreed yet. */
  readonly capacity?: number;
  readonly occasional?: boolean;
  readonly standing?: Standing;
  readonly away?: NonNullable<PersonPlan["away"]>;
};

/** Thirty people in one team: as many as a manager may have, with the hours, the absence and the agreements that such a team has. */
const workers = (today: LocalDate): readonly Worker[] => {
  const away = (kind: "planned" | "sick" | "other", before: number, after: number) => ({
    away: { kind, from: addDays(today, -before), until: addDays(today, after) },
  });
  return [
    { name: "Aaron Pilling", kind: "family-worker", capacity: 10 },
    { name: "Abigail Nkemelu", kind: "social-worker", capacity: 14 },
    { name: "Alan Crossdale", kind: "family-worker", hours: 60, capacity: 5 },
    { name: "Bethan Howarth", kind: "family-support-worker", capacity: 8, ...away("sick", 20, 12) },
    { name: "Caitríona Devlin", kind: "family-worker", hours: 80, capacity: 8 },
    { name: "Callum Brierley", kind: "youth-worker", capacity: 4 },
    { name: "Chidi Okonjo", kind: "family-worker", capacity: 10, standing: newlyQualified(today) },
    { name: "Denise Worsley", kind: "substance-misuse-worker", hours: 50, capacity: 3 },
    { name: "Dilys Prosser", kind: "family-support-worker", capacity: 8, ...away("planned", 3, 5) },
    { name: "Edith Ormesher", kind: "early-years-practitioner", hours: 40, capacity: 2 },
    { name: "Farida Rahmani", kind: "social-worker", capacity: 14 },
    { name: "Gareth Lowndes", kind: "family-worker" },
    { name: "Harriet Sykes", kind: "family-worker", capacity: 10 },
    { name: "Iqbal Chaudhry", kind: "education-welfare-officer", capacity: 9, occasional: true },
    { name: "Jennet Ashworth", kind: "family-worker", hours: 60, capacity: 3 },
    { name: "Joel Entwistle", kind: "youth-worker", capacity: 8, standing: checkPending(today) },
    { name: "Karolina Wójcik", kind: "family-support-worker", capacity: 8 },
    { name: "Leanne Farrimond", kind: "family-worker", hours: 80, ...away("other", 60, 130) },
    { name: "Malik Ferreira", kind: "childrens-mental-health-worker", hours: 50, capacity: 5, occasional: true },
    { name: "Margery Platt-Unsworth", kind: "family-worker", capacity: 4 },
    { name: "Nasreen Aziz", kind: "social-worker", hours: 80, capacity: 6 },
    { name: "Oliver Tattersall", kind: "family-worker", capacity: 10 },
    { name: "Perpetua Mwangi", kind: "family-support-worker", capacity: 8, standing: firstLead(today) },
    { name: "Rhiannon Blezard", kind: "speech-and-language-therapist", hours: 20, capacity: 1, occasional: true },
    { name: "Ruben Castellanos", kind: "youth-worker", capacity: 8 },
    { name: "Siobhán O'Hanlon", kind: "family-worker", hours: 60, capacity: 6 },
    { name: "Stanley Higham", kind: "housing-support-worker", standing: nothingRecorded },
    { name: "Tomasz Zając", kind: "family-worker", capacity: 10 },
    { name: "Una Rigby", kind: "family-support-worker", hours: 50, capacity: 4, ...away("planned", -4, 18) },
    { name: "Winston Baptiste", kind: "family-worker", capacity: 12 },
  ];
};

const keyOf = (place: number) => `earlyHelp${place + 1}`;

/** The keys of the team's people, in the order of the alphabet. */
export const earlyHelpKeys: readonly string[] = Array.from({ length: 30 }, (_, place) => keyOf(place));
/** Those of them who are social workers. */
export const [firstSocialWorker, secondSocialWorker, thirdSocialWorker] = [keyOf(1), keyOf(10), keyOf(20)] as const;

/** The team's people as a plan of the area has them. */
export const earlyHelpTeam = (
  today: LocalDate,
  at: { readonly agency: string; readonly team: string; readonly manager: string },
): Readonly<Record<string, PersonPlan>> =>
  Object.fromEntries(
    workers(today).map(
      ({ occasional = false, standing = settled(today, 6), ...worker }, place): [string, PersonPlan] => [
        keyOf(place),
        {
          ...at,
          ...worker,
          standing,
          title: practitionerKinds[worker.kind].label,
          leading: occasional ? "occasional" : "everyday",
        },
      ],
    ),
  );
