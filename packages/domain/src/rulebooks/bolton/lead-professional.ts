import { chapter } from "../questions.ts";

/** Bolton's guidance on the lead professional and the deputy. */
export const leadProfessional = chapter({ parameters: {}, rules: {} });
