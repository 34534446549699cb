import { vocabulary } from "./term.ts";

/** "Key worker" is said of many people. Which kind is meant decides what falls to them, and whether they may lead. */
export const keyWorkerKinds = vocabulary({
  protection: { label: "Key worker of a protection plan", meaning: "The named social worker." },
  disability: { label: "Key worker for a child with complex disabilities" },
  "childrens-home": { label: "Key worker in a children's home" },
  "residential-school": { label: "Key worker in a residential school" },
  "care-programme": { label: "Former word for a care co-ordinator" },
  "final-warning": { label: "Youth offending team's key worker after a final warning" },
  custody: { label: "Key worker or case manager in a secure establishment" },
  "responsible-officer": {
    label: "Responsible officer",
    meaning: "Writes a report for the court, or works on prevention.",
  },
  voluntary: { label: "Key worker of a voluntary organisation" },
  "local-lead": { label: "Lead professional, by an area's own word" },
  "foster-carer": { label: "Foster carer", meaning: "Day-to-day care; not accountable for the care plan." },
});
export type KeyWorkerKind = keyof typeof keyWorkerKinds;

/** Seven things a key worker sees to for a disabled child and the family. */
export const keyWorkerProvisions = vocabulary({
  "single-reference-point": { label: "One person to turn to" },
  "practical-help": { label: "Practical help with services and many contacts" },
  "co-ordinated-assessment": { label: "Assessments that are better co-ordinated" },
  "regular-review": { label: "Regular review" },
  "regular-contact": { label: "Regular contact over a long time" },
  "emotional-support": { label: "Personal or emotional support" },
  information: { label: "Information on the disability and on services" },
});
export type KeyWorkerProvision = keyof typeof keyWorkerProvisions;

/** How the lead agency's own process came to a lead. */
export const leadingProcesses = vocabulary({
  "protection-conference": { label: "Child protection conference" },
  "looked-after-review": { label: "Review of a looked-after child" },
  "children-in-need-meeting": { label: "Meeting on a child in need" },
  "care-programme-meeting": { label: "Care Programme Approach meeting" },
  "youth-justice-plan": { label: "Youth justice plan" },
  "education-review": { label: "Review of an education, health and care plan (or statement)" },
});

/** Where a young person learns or works, as far as that says who may lead. */
export const learningSettings = vocabulary({
  school: { label: "School" },
  "further-education": { label: "Further education" },
  "entry-to-employment": { label: "Entry to Employment programme, or its successor" },
});
