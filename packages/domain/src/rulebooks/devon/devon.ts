import { from } from "../england/cwdc.ts";
import { england } from "../england/england.ts";
import { edition } from "../questions.ts";
import { continuity, continuitySetsAside } from "./continuity.ts";
import { levels } from "./levels.ts";
import { pathway } from "./pathway.ts";

/** Devon's pathway, an example of the managers' guide: three levels, and a key worker who carries on between them. */
export const devon = edition({
  id: "devon",
  version: 1,
  title: "Devon: child concern pathway",
  nation: "england-and-wales",
  basedOn: england,
  from,
  sources: {
    [pathway.source]: {
      title: "Devon's Child Concern Pathway, as the managers' guide tells it after 4.11",
      issued: from,
      status: "local procedure",
    },
  },
  chapters: [levels, continuity],
  setsAside: { ...continuitySetsAside },
  terms: {
    leadProfessional: "key worker",
    singleLevelOfNeed: "Level 1",
    integratedLevelOfNeed: "Level 2",
    complexLevelOfNeed: "Level 3",
  },
});
