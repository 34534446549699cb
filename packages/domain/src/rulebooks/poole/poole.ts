import { from } from "../england/cwdc.ts";
import { england } from "../england/england.ts";
import { edition } from "../questions.ts";
import { agreement, agreementSetsAside } from "./agreement.ts";
import { choice, choiceSetsAside } from "./choice.ts";
import { panel } from "./panel.ts";
import { protocol } from "./protocol.ts";

/** Poole's protocol, an example of the managers' guide: three criteria, and four working days for the managers. */
export const poole = edition({
  id: "poole",
  version: 1,
  title: "Poole: dispute resolution protocol",
  nation: "england-and-wales",
  basedOn: england,
  from,
  sources: {
    [protocol.source]: {
      title: "Poole's dispute resolution protocol, as the managers' guide tells it after 5.13",
      issued: from,
      status: "local procedure",
    },
  },
  chapters: [choice, agreement, panel],
  overrides: {
    disputeLineManagersWorkingDays: { value: 4, least: 1, most: 20, clause: protocol("paragraph 2") },
    disputeDayCloses: {
      value: "17:00",
      oneOf: ["end of the day", "17:00"],
      ours: "RN-09",
      reading: "The last day of a level closes at 17:00, as when the managers agree who leads.",
    },
    disputeMiddleManager: {
      value: "service-development-manager",
      oneOf: ["service-development-manager", "nobody"],
      clause: protocol("paragraph 3"),
      reading: "The manager for local service development of children's and young people's services.",
    },
  },
  setsAside: { ...choiceSetsAside, ...agreementSetsAside },
});
