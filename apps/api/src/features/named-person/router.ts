import { ArrangeNamedPersons, AssignNamedPerson, EndMidwifery, RecordTold } from "@linchpin/domain";
import { practitionerProcedure, router } from "../../trpc.ts";
import { Mine, Missing, OfChild, OfEstablishment, ToTellOf } from "./inputs.ts";
import {
  ArrangedView,
  ArrangementView,
  AssignedView,
  HistoryView,
  MidwiferyEndedView,
  MineView,
  MissingView,
  MyGroupsView,
  StaffView,
  ToldView,
  ToTellView,
} from "./views.ts";

const soon = (): never => {
  throw new Error("being built");
};

export const namedPerson = router({
  arrangement: practitionerProcedure("named-person.arrangement.read")
    .input(OfEstablishment)
    .output(ArrangementView)
    .query(soon),
  staff: practitionerProcedure("named-person.arrangement.read").input(OfEstablishment).output(StaffView).query(soon),
  arrange: practitionerProcedure("named-person.arrange").input(ArrangeNamedPersons).output(ArrangedView).mutation(soon),
  assign: practitionerProcedure("named-person.assign").input(AssignNamedPerson).output(AssignedView).mutation(soon),
  endMidwifery: practitionerProcedure("named-person.end-midwifery")
    .input(EndMidwifery)
    .output(MidwiferyEndedView)
    .mutation(soon),
  mine: practitionerProcedure("named-person.list-own").input(Mine).output(MineView).query(soon),
  myGroups: practitionerProcedure("named-person.list-own").output(MyGroupsView).query(soon),
  missing: practitionerProcedure("named-person.missing.read").input(Missing).output(MissingView).query(soon),
  toTell: practitionerProcedure("telling.record").input(ToTellOf).output(ToTellView).query(soon),
  recordTold: practitionerProcedure("telling.record").input(RecordTold).output(ToldView).mutation(soon),
  history: practitionerProcedure("named-person.history.read").input(OfChild).output(HistoryView).query(soon),
});
