import { chapter } from "../questions.ts";

/** CP3.1 on workload. */
export const workload = chapter({ parameters: {}, rules: {} });
