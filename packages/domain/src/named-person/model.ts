import type { DayRange, LocalDate } from "../kernel/local-date.ts";
import type { WorkingCalendar } from "../kernel/working-days.ts";
import type { Recorded } from "../people/model.ts";

/** A child's school place as recorded, for the days it holds. The first day of full-time primary is an event of its own (HD-2). */
export type SchoolPlace = DayRange & {
  readonly school: string;
  readonly kind: "nursery" | "primary" | "secondary" | "special";
  readonly fullTime: Recorded<boolean>;
};

/** Facts for "Who is this child's named person?" */
export type NamedPersonFacts = {
  readonly child: {
    readonly id: string;
    readonly bornOn: Recorded<LocalDate | "unborn">;
    readonly leftSchoolOn: Recorded<LocalDate | "none">;
  };
  readonly midwife: Recorded<string | "none">;
  /** The day the midwife's postnatal supervision ended. */
  readonly midwiferyEndedOn: Recorded<LocalDate | "none">;
  readonly healthVisitor: Recorded<string | "none">;
  readonly healthVisitorAcceptedOn: Recorded<LocalDate | "none">;
  readonly places: Recorded<readonly SchoolPlace[]>;
  /** Whom the school assigned, by its own arrangement or by name. */
  readonly assignedBySchool: Recorded<{ readonly id: string; readonly school: string; readonly from: LocalDate } | "none">;
  /** Neither school nor health regularly sees the child, or the child is taught at home (HIG-74). */
  readonly specialArrangement: Recorded<{ readonly id: string; readonly from: LocalDate } | "none">;
};

/** Facts for "May this person be the child's named person?" */
export type NamedPersonCandidateFacts = {
  readonly child: { readonly id: string };
  readonly candidate: { readonly id: string; readonly posts: readonly string[]; readonly onStaffOf: Recorded<readonly string[]> };
  readonly stage: "pregnancy-and-birth" | "before-school" | "primary" | "secondary" | "special-arrangement" | "not-recorded";
  readonly school?: string;
  /** Who it was at the stage before, so that carrying one forward can be refused. */
  readonly previous: Recorded<{ readonly id: string; readonly stage: string; readonly school?: string } | "none">;
};

/** Facts for "What is owed now that the named person is decided, or changes?" */
export type NamedPersonDutiesFacts = {
  readonly child: { readonly id: string; readonly bornOn: Recorded<LocalDate | "unborn"> };
  readonly changedOn: LocalDate;
  readonly toldChildOn: Recorded<LocalDate | "none">;
  readonly toldFamilyOn: Recorded<LocalDate | "none">;
  readonly midwiferyEndedOn: Recorded<LocalDate | "none">;
  readonly hasHealthVisitor: boolean;
  readonly calendar: WorkingCalendar;
};
