import { chapter } from "../questions.ts";

/** Part 3 on the named person. */
export const namedPerson = chapter({ parameters: {}, rules: {} });
