import { vocabulary } from "./term.ts";

/** What a named person makes of something that came in (HIG-29). */
export const filings = vocabulary({
  relevant: { label: "Relevant to this child" },
  "not-relevant": { label: "Not relevant" },
});
export type Filing = keyof typeof filings;
