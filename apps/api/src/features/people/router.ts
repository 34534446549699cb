import {
  ChooseMatch,
  ConfirmRollIn,
  ConfirmStatuses,
  CorrectStatus,
  EndStatus,
  PreviewRollIn,
  RecordStatus,
  UndoRollIn,
} from "@linchpin/domain";
import { practitionerProcedure, router } from "../../trpc.ts";
import { ChildId, NotInList, RollInId, RollInRows, RollIns, RollOf, Search } from "./inputs.ts";
import {
  ChildView,
  EstablishmentView,
  LegalStatusesView,
  NotInListView,
  PreviewView,
  RollChildView,
  RollInListView,
  RollInRowsView,
  RollInRowView,
  RollInView,
  RollView,
  SearchView,
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

const roll = router({
  list: practitionerProcedure("roll.list").input(RollOf).output(RollView).query(soon),
  child: practitionerProcedure("child.read-roll").input(ChildId).output(RollChildView).query(soon),
});

const legalStatus = router({
  list: practitionerProcedure("child.read").input(ChildId).output(LegalStatusesView).query(soon),
  record: practitionerProcedure("legal-status.record").input(RecordStatus).output(LegalStatusesView).mutation(soon),
  correct: practitionerProcedure("legal-status.correct").input(CorrectStatus).output(LegalStatusesView).mutation(soon),
  end: practitionerProcedure("legal-status.record").input(EndStatus).output(LegalStatusesView).mutation(soon),
  confirm: practitionerProcedure("legal-status.record").input(ConfirmStatuses).output(LegalStatusesView).mutation(soon),
});

export const people = router({
  establishments: practitionerProcedure("roll.list").output(EstablishmentView.array()).query(soon),
  rollIn,
  roll,
  legalStatus,
  search: practitionerProcedure("child.search").input(Search).output(SearchView).query(soon),
  child: practitionerProcedure("child.read").input(ChildId).output(ChildView).query(soon),
});
