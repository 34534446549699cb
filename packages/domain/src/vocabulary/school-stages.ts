import { vocabulary } from "./term.ts";

/** Scotland's stages: Primary 1 to 7, Secondary 1 to 6, and special schools that use none of these. */
export const scottishStages = vocabulary({
  P1: { label: "Primary 1" },
  P2: { label: "Primary 2" },
  P3: { label: "Primary 3" },
  P4: { label: "Primary 4" },
  P5: { label: "Primary 5" },
  P6: { label: "Primary 6" },
  P7: { label: "Primary 7" },
  S1: { label: "Secondary 1" },
  S2: { label: "Secondary 2" },
  S3: { label: "Secondary 3" },
  S4: { label: "Secondary 4" },
  S5: { label: "Secondary 5" },
  S6: { label: "Secondary 6" },
  SP: { label: "Special school" },
});
export type ScottishStage = keyof typeof scottishStages;

/** England's (and Wales's) year groups: two nursery years, Reception, Years 1 to 14, and ungrouped. */
export const englishStages = vocabulary({
  N1: { label: "Nursery, first year" },
  N2: { label: "Nursery, last year before Reception" },
  R: { label: "Reception" },
  Y1: { label: "Year 1" },
  Y2: { label: "Year 2" },
  Y3: { label: "Year 3" },
  Y4: { label: "Year 4" },
  Y5: { label: "Year 5" },
  Y6: { label: "Year 6" },
  Y7: { label: "Year 7" },
  Y8: { label: "Year 8" },
  Y9: { label: "Year 9" },
  Y10: { label: "Year 10" },
  Y11: { label: "Year 11" },
  Y12: { label: "Year 12" },
  Y13: { label: "Year 13" },
  Y14: { label: "Year 14" },
  X: { label: "Not in a year group" },
});
export type EnglishStage = keyof typeof englishStages;

/** Any stage, as it is recorded. The recorded stage always wins over the computed one. */
export const schoolStages = { ...scottishStages, ...englishStages };
export type SchoolStage = keyof typeof schoolStages;
