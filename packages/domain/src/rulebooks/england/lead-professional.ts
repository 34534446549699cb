import { chapter } from "../questions.ts";

/** The managers' guide on the lead professional. */
export const leadProfessional = chapter({ parameters: {}, rules: {} });
