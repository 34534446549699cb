import { router } from "../../trpc.ts";
import { addAction, changeAction } from "./actions.ts";
import { answer, recordSupport } from "./answer.ts";
import { colleagues } from "./colleagues.ts";
import { contribution } from "./contributions.ts";
import { recordEngagement } from "./engagement.ts";
import { evidence, tickEvidence } from "./evidence.ts";
import { forChild, get } from "./get.ts";
import { changeLevel } from "./level-change.ts";
import { ownActions, sayOwnAction } from "./own-actions.ts";
import { addPractitioner, endPractitioner } from "./people.ts";
import { whoDoesWhat } from "./who-does-what.ts";
import { endOutcome, postProgress, setOutcome, settleOverlap } from "./workspace.ts";

export const plan = router({
  get,
  forChild,
  colleagues,
  addPractitioner,
  endPractitioner,
  addAction,
  changeAction,
  answer,
  changeLevel,
  evidence,
  tickEvidence,
  recordSupport,
  ownActions,
  sayOwnAction,
  whoDoesWhat,
  contribution,
  setOutcome,
  endOutcome,
  settleOverlap,
  postProgress,
  recordEngagement,
});
