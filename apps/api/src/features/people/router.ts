import { router } from "../../trpc.ts";
import { around } from "./around.ts";
import { child } from "./child.ts";
import { confirm } from "./confirm.ts";
import { coreInformation } from "./core-information.ts";
import { discard } from "./discard.ts";
import { confirmStatuses, correctStatus, endStatus, listStatuses, recordStatus } from "./legal-statuses.ts";
import { namedHere } from "./named-here.ts";
import { preview } from "./preview.ts";
import { establishments, rollChild, rollList } from "./roll.ts";
import { chooseMatch, getRollIn, notInList, rollInList, rollInRows } from "./roll-ins.ts";
import { search } from "./search.ts";
import { siblings } from "./siblings.ts";
import { undo } from "./undo.ts";

const rollIn = router({
  preview,
  get: getRollIn,
  rows: rollInRows,
  notInList,
  chooseMatch,
  confirm,
  discard,
  undo,
  list: rollInList,
});

const roll = router({ list: rollList, child: rollChild });

const legalStatus = router({
  list: listStatuses,
  record: recordStatus,
  correct: correctStatus,
  end: endStatus,
  confirm: confirmStatuses,
});

/** Children, their places and their legal statuses: lists come in, rolls are kept, a child is opened. */
export const people = router({
  establishments,
  rollIn,
  roll,
  legalStatus,
  search,
  namedHere,
  child,
  coreInformation,
  around,
  siblings,
});
