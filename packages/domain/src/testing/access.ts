import type { AccessFacts } from "../access/model.ts";

/** A lead professional who wants to change the plan of a child. */
export const accessFacts = (of: Partial<AccessFacts> = {}): AccessFacts => ({
  person: "amina",
  roles: ["lead-professional"],
  act: "change-plan",
  about: { kind: "child", id: "eilidh" },
  ties: [],
  ...of,
});
