import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import { filings } from "../vocabulary/filings.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";

/** Where something that came in is from: another service, or somebody who is none. */
export const arrivalSources = vocabulary({
  ...agencyKinds,
  family: { label: "Family or a friend of the family" },
  public: { label: "A member of the public" },
});
export type ArrivalSource = keyof typeof arrivalSources;

/** How it came. */
export const arrivalWays = vocabulary({
  letter: { label: "Letter or report on paper" },
  email: { label: "Email" },
  call: { label: "Telephone call" },
  visit: { label: "Somebody came" },
  note: { label: "Police note or alert" },
});
export type ArrivalWay = keyof typeof arrivalWays;

const came = {
  cameOn: workingLifeDay("Enter the day it came"),
  source: z.enum(codesOf(arrivalSources), { error: "Choose where it came from" }),
  sourceName: line({ max: limits.line, enter: "Enter who sent it or rang" }),
  way: z.enum(codesOf(arrivalWays), { error: "Choose how it came" }),
  /** Where the paper is until somebody files it. */
  keptAt: optional(line({ max: limits.line, enter: "Enter where it is now" })),
};

/** What the form asks of whoever opens the post and reads no further. */
export const ArrivalOnScreen = z.object(came);

/** Enter that something about a child came in, without reading it further (HIG-29). */
export const EnterArrival = z.object({ idempotencyKey: IdempotencyKeySchema, childId: IdSchema, ...came });
export type EnterArrival = z.infer<typeof EnterArrival>;

const filed = {
  as: z.enum(codesOf(filings), { error: "Choose whether it is relevant" }),
  because: prose({ max: limits.prose, enter: "Enter why" }),
  /** What it says, in short: only what matters for the child. */
  says: optional(prose({ max: limits.prose, enter: "Enter what it says" })),
};

const saysWhatMatters = {
  path: ["says"],
  message: "Enter what it says, as far as it matters for the child",
};

/** What the form about filing asks. */
export const FilingOnScreen = z
  .object(filed)
  .refine(({ as, says }) => as !== "relevant" || says !== undefined, saysWhatMatters);

/** File what came in as relevant or not relevant, with the reason; of what is relevant, what it says. */
export const FileArrival = z
  .object({ idempotencyKey: IdempotencyKeySchema, arrivalId: IdSchema, version: VersionSchema, ...filed })
  .refine(({ as, says }) => as !== "relevant" || says !== undefined, saysWhatMatters);
export type FileArrival = z.infer<typeof FileArrival>;
