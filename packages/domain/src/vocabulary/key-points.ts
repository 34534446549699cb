import { vocabulary } from "./term.ts";

/** Key points in a child's life, at which the lead or the named person may change. */
export const keyPointKinds = vocabulary({
  "early-years-to-primary": { label: "From early years to primary school" },
  "primary-to-secondary": { label: "From primary to secondary school" },
  "out-of-secondary": { label: "Out of secondary school, into work, training or further study" },
  "change-of-school": { label: "A change of school" },
  "adult-services": { label: "From services for children to services for adults" },
});
export type KeyPointKind = keyof typeof keyPointKinds;
