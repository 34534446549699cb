import { chapter } from "../questions.ts";

/** Part 3 on concerns. */
export const concern = chapter({ parameters: {}, rules: {} });
