import { type Term, vocabulary } from "./term.ts";

/** The parts of what health and education both record that are entered (HIG-185); the third, demographics, is core information. */
export const enteredParts = vocabulary({
  "key-events": { label: "Key events" },
  milestones: { label: "Achievements and milestones" },
});
export type EnteredPart = keyof typeof enteredParts;

/** All three parts, each shared by each agency from a day of its own (HIG-198). */
export const recordParts = vocabulary({ demographics: { label: "Demographics" }, ...enteredParts });
export type RecordPart = keyof typeof recordParts;

/** What happened in a child's life. */
export const keyEventKinds = vocabulary({
  "moved-house": { label: "Moved house" },
  "started-nursery": { label: "Started nursery" },
  "started-school": { label: "Started or changed school" },
  "new-in-family": { label: "A brother or sister was born or came to live with them" },
  "family-change": { label: "Parents parted, or somebody moved in or out" },
  bereavement: { label: "Somebody close died" },
  "hospital-stay": { label: "Stayed in hospital" },
  "illness-or-injury": { label: "Illness or injury" },
  "parent-away": { label: "A parent was away for long" },
  other: { label: "Something else" },
});
export type KeyEventKind = keyof typeof keyEventKinds;

/** What a milestone is in: a young child's development, an area of Curriculum for Excellence, or something outside both. */
export const milestoneAreas = vocabulary({
  movement: { label: "Movement" },
  "speech-and-language": { label: "Speech and language" },
  "social-and-emotional": { label: "Social and emotional" },
  "self-care": { label: "Eating, dressing and looking after themselves" },
  "hearing-and-sight": { label: "Hearing and sight" },
  "cfe-literacy": { label: "Languages: literacy and English or Gàidhlig" },
  "cfe-modern-languages": { label: "Languages: modern languages" },
  "cfe-numeracy": { label: "Mathematics and numeracy" },
  "cfe-health-and-wellbeing": { label: "Health and wellbeing" },
  "cfe-expressive-arts": { label: "Expressive arts" },
  "cfe-sciences": { label: "Sciences" },
  "cfe-social-studies": { label: "Social studies" },
  "cfe-religious-and-moral": { label: "Religious and moral education" },
  "cfe-technologies": { label: "Technologies" },
  "out-of-school": { label: "Sport, music, clubs and other achievements" },
});
export type MilestoneArea = keyof typeof milestoneAreas;

/** True for an area of Curriculum for Excellence, in which a level is reached (HIG-16). */
export const isOfCurriculum = (area: string): boolean => area.startsWith("cfe-");

/** The levels of Curriculum for Excellence. */
export const curriculumLevels = vocabulary({
  early: { label: "Early level" },
  first: { label: "First level" },
  second: { label: "Second level" },
  third: { label: "Third level" },
  fourth: { label: "Fourth level" },
  "senior-phase": { label: "Senior phase" },
});
export type CurriculumLevel = keyof typeof curriculumLevels;

/** How whoever writes it down knows. */
export const milestoneSources: Readonly<Record<"seen" | "report" | "check" | "family" | "child", Term>> = vocabulary({
  seen: { label: "Seen by a practitioner" },
  report: { label: "School or nursery report" },
  check: { label: "Routine check" },
  family: { label: "Told by the family" },
  child: { label: "Told by the child" },
});
export type MilestoneSource = keyof typeof milestoneSources;
