import type { PersonPlan } from "./plan-of-area.ts";

type Names = Readonly<
  Record<"reviewOfficer" | "qualityAuditor" | "leadMember" | "lightWorker" | "director" | "chiefOfficer", string>
>;

/** People of an area who see a child's plan by a part they were given, or see figures alone, or only their own action. */
export const officers = (
  names: Names,
  agency: string,
  /** The organisation of the chief officer. */
  trust: string,
): Readonly<Record<keyof Names, PersonPlan>> => ({
  reviewOfficer: {
    name: names.reviewOfficer,
    kind: "other",
    title: "Quality assurance and review officer",
    role: "review-officer",
    agency,
    hint: "Review officer: one child's plan to review, until the day the part runs out.",
  },
  qualityAuditor: {
    name: names.qualityAuditor,
    kind: "other",
    title: "Quality auditor",
    role: "quality-auditor",
    agency,
    hint: "Quality auditor: one plan of this quarter's sample to read, and nothing else of the child.",
  },
  leadMember: {
    name: names.leadMember,
    kind: "other",
    title: "Lead member for children's services",
    role: "lead-member",
    agency,
    hint: "Lead member: figures in which no small number can be found, and no child's name anywhere.",
  },
  director: {
    name: names.director,
    kind: "other",
    title: "Director of children's services",
    role: "director",
    agency,
    hint: "Director: figures without names, and whether the area departs from a rule of its rulebook.",
  },
  chiefOfficer: {
    name: names.chiefOfficer,
    kind: "other",
    title: "Chief officer",
    role: "chief-officer",
    agency: trust,
    hint: "Chief officer of one organisation: name its senior managers, each from a day, where the documents ask it.",
  },
  lightWorker: {
    name: names.lightWorker,
    kind: "youth-worker",
    title: "Youth worker, Saturday club",
    role: "light",
    agency,
    hint: "Youth worker with a light account: an action of your own to mark, a summary to read and updates to send, and nothing else of the plan.",
  },
});
