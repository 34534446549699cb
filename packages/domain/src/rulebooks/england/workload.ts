import { chapter } from "../questions.ts";

/** The managers' guide on workload. */
export const workload = chapter({ parameters: {}, rules: {} });
