import { england } from "../england/england.ts";
import { edition } from "../questions.ts";
import { from, guidance } from "./guidance.ts";
import { leadProfessional } from "./lead-professional.ts";
import { workload } from "./workload.ts";

/** Bolton's guidance for practitioners: a table of statutory leads, a deputy, and the family's say first. */
export const bolton = edition({
  id: "bolton",
  version: 1,
  title: "Bolton: lead professional guidance for practitioners",
  nation: "england-and-wales",
  basedOn: england,
  from,
  sources: {
    [guidance.source]: { title: "Lead Professional Guidance for Practitioners", issued: from, status: "good practice" },
  },
  chapters: [leadProfessional, workload],
});
