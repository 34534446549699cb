import { chapter } from "../questions.ts";

/** The national guidance on the lead professional. */
export const leadProfessional = chapter({ parameters: {}, rules: {} });
