import { chapter } from "../questions.ts";

/** Part 3 on the lead professional. */
export const leadProfessional = chapter({ parameters: {}, rules: {} });
