import type { Clause } from "../../kernel/clause.ts";

/** A paragraph of Poole's protocol on disputes, as the managers' guide tells it after 5.13. */
export const protocol = Object.assign((at: string): Clause => ({ source: "Poole", at }), { source: "Poole" });
