import { levelsOfNeed } from "./plans.ts";
import { vocabulary } from "./term.ts";

/** The whole way from no additional needs to complex ones. An area's own steps each mean one of these. */
export const stepsOfNeed = vocabulary({ "no-additional-needs": { label: "No additional needs" }, ...levelsOfNeed });
export type StepOfNeed = keyof typeof stepsOfNeed;

/** England: what an additional need is about. The list is open: "other" takes words of its own. */
export const needCategories = vocabulary({
  behaviour: { label: "Disruptive or antisocial behaviour" },
  "parental-conflict": { label: "Parental conflict, or lack of support and boundaries" },
  offending: { label: "Offending, or a risk of it" },
  attendance: { label: "Attendance or exclusion" },
  bullying: { label: "Bullying" },
  "special-educational-needs": { label: "Special educational needs" },
  disability: { label: "Disability" },
  "post-16": { label: "Not in education or work after 16" },
  nutrition: { label: "Poor nutrition" },
  "ill-health": { label: "Ill-health" },
  "substance-misuse": { label: "Substance misuse" },
  anxiety: { label: "Anxiety or depression" },
  housing: { label: "Housing" },
  parenthood: { label: "Pregnancy or parenthood" },
  other: { label: "Another need" },
});

/** The three parts of an assessment made with a family. */
export const assessmentParts = vocabulary({
  strengths: { label: "Strengths" },
  needs: { label: "Needs" },
  worries: { label: "Worries" },
});

/** What a family and its lead write down together before a plan is made. */
export const changeParts = vocabulary({
  "what-needs-to-change": { label: "What needs to change" },
  how: { label: "How" },
  "what-sorted-looks-like": { label: "What it would look like if it were sorted" },
});

/** Wigan: kinds of need that point to people of one kind rather than another. */
export const kindsOfNeed = vocabulary({
  "physical-therapy": { label: "Physical therapy" },
  speech: { label: "Speech" },
  feeding: { label: "Feeding" },
  "parental-confidence": { label: "A parent's confidence" },
  "parenting-skills": { label: "Parenting skills" },
  "school-behaviour": { label: "Behaviour at school" },
  "school-attendance": { label: "Attendance at school" },
});
export type KindOfNeed = keyof typeof kindsOfNeed;

/** What social services do for the assessment of a child in need, whoever provides services later. */
export const assessmentTasks = vocabulary({
  plan: { label: "Plan the assessment" },
  prepare: { label: "Prepare it" },
  "co-ordinate": { label: "Co-ordinate those who contribute" },
  communicate: { label: "Tell those concerned" },
});
