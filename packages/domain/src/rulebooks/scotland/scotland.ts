import { edition } from "../questions.ts";
import { from, girfec } from "./girfec.ts";
import { leadProfessional } from "./lead-professional.ts";

/** Scotland's base: the national guidance on the lead professional in Getting it right for every child. */
export const scotland = edition({
  id: "scotland",
  version: 1,
  title: "Scotland: getting it right for every child, the lead professional",
  nation: "scotland",
  from,
  sources: {
    [girfec.source]: { title: "Getting it right for every child: the lead professional", issued: from, status: "good practice" },
  },
  chapters: [leadProfessional],
});
