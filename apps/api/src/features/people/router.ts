import { ChooseMatch, ConfirmRollIn, PreviewRollIn, UndoRollIn } from "@linchpin/domain";
import { practitionerProcedure, router } from "../../trpc.ts";
import { child } from "./child.ts";
import { NotInList, RollInId, RollInRows, RollIns } from "./inputs.ts";
import { confirmStatuses, correctStatus, endStatus, listStatuses, recordStatus } from "./legal-statuses.ts";
import { establishments, rollChild, rollList } from "./roll.ts";
import { search } from "./search.ts";
import {
  NotInListView,
  PreviewView,
  RollInListView,
  RollInRowsView,
  RollInRowView,
  RollInView,
  UndoneView,
} from "./views.ts";

const soon = (): never => {
  throw new Error("being built");
};

const rollIn = router({
  preview: practitionerProcedure("roll-in.preview").input(PreviewRollIn).output(PreviewView).mutation(soon),
  get: practitionerProcedure("roll-in.read").input(RollInId).output(RollInView).query(soon),
  rows: practitionerProcedure("roll-in.read").input(RollInRows).output(RollInRowsView).query(soon),
  notInList: practitionerProcedure("roll-in.read").input(NotInList).output(NotInListView).query(soon),
  chooseMatch: practitionerProcedure("roll-in.confirm").input(ChooseMatch).output(RollInRowView).mutation(soon),
  confirm: practitionerProcedure("roll-in.confirm").input(ConfirmRollIn).output(RollInView).mutation(soon),
  undo: practitionerProcedure("roll-in.undo").input(UndoRollIn).output(UndoneView).mutation(soon),
  list: practitionerProcedure("roll-in.read").input(RollIns).output(RollInListView).query(soon),
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
export const people = router({ establishments, rollIn, roll, legalStatus, search, child });
