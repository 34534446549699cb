import { router } from "../../trpc.ts";
import { arrange } from "./arrange.ts";
import { assign } from "./assign.ts";
import { before, inMyTime } from "./before.ts";
import { endMidwifery } from "./end-midwifery.ts";
import { history } from "./history.ts";
import { mine, myGroups } from "./mine.ts";
import { missing } from "./missing.ts";
import { paper } from "./paper.ts";
import { reach } from "./reach.ts";
import { recordTold } from "./record-told.ts";
import { arrangement, staff } from "./see-arrangement.ts";
import { toTell } from "./to-tell.ts";

/** Who is whose named person: settled for a roll or for one child, listed, told, and missed where there is none. */
export const namedPerson = router({
  arrangement,
  staff,
  arrange,
  assign,
  endMidwifery,
  mine,
  myGroups,
  missing,
  toTell,
  recordTold,
  history,
  before,
  inMyTime,
  paper,
  reach,
});
