import { router } from "../../trpc.ts";
import { arrange, list, publish } from "./agenda.ts";
import { decide } from "./decide.ts";
import { ask, ofPlan, withdraw } from "./items.ts";
import { giveBack, inviteReporter, markHousing, one, place, takeOff } from "./place.ts";
import { end, name, seatsNow } from "./seats.ts";

/** What the services of an area settle together: the group of their managers, its agenda, and what it is asked. */
export const dispute = router({
  seats: router({ list: seatsNow, name, end }),
  agenda: router({ list, arrange, publish }),
  items: router({ ofPlan, ask, withdraw, one, place, takeOff, giveBack, markHousing, inviteReporter, decide }),
});
