import { router } from "../../trpc.ts";
import { candidates } from "./candidates.ts";
import { confirmDesignation } from "./confirm-designation.ts";
import { desk, mine, waitingForMe, withoutLead } from "./lists.ts";
import { ask, needed, statutory } from "./needed.ts";
import { proposal } from "./proposal.ts";
import { propose } from "./propose.ts";
import { recordManagerTold } from "./record-manager-told.ts";
import { recordStage } from "./record-stage.ts";
import { recordView } from "./record-view.ts";
import { standIn } from "./stand-in.ts";
import { withdraw } from "./withdraw.ts";

export const leadProfessional = router({
  needed,
  ask,
  statutory,
  candidates,
  recordView,
  propose,
  proposal,
  recordStage,
  withdraw,
  recordManagerTold,
  confirmDesignation,
  waitingForMe,
  mine,
  desk,
  withoutLead,
  standIn,
});
