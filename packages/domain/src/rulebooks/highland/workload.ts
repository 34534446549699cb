import { chapter } from "../questions.ts";

/** Part 3 on what the roles ask of people. */
export const workload = chapter({ parameters: {}, rules: {} });
