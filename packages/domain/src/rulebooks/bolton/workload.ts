import { chapter } from "../questions.ts";

/** Bolton's guidance on how many cases a person leads. */
export const workload = chapter({ parameters: {}, rules: {} });
