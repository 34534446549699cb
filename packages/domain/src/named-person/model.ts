import type { DayRange, LocalDate } from "../kernel/local-date.ts";
import type { WorkingCalendar } from "../kernel/working-days.ts";
import type { Recorded } from "../people/model.ts";

/** A child's school place as recorded, for the days it holds. The first day of full-time primary is an event of its own (HD-2). */
export type SchoolPlace = DayRange & {
  readonly school: string;
  readonly kind: "nursery" | "primary" | "secondary" | "special";
  readonly fullTime: Recorded<boolean>;
};

/** Where a child stands. An event moves it (a birth, a handover, a first full day at school), never a birthday on its own. */
export type NamedPersonStage =
  | "pregnancy-and-birth"
  | "before-school"
  | "primary"
  | "secondary"
  | "special-school"
  | "special-arrangement"
  | "school-leaver"
  | "ended"
  | "not-recorded";

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
  readonly assignedBySchool: Recorded<
    { readonly id: string; readonly school: string; readonly from: LocalDate } | "none"
  >;
  /** Neither school nor health regularly sees the child, or the child is taught at home (HIG-74). */
  readonly specialArrangement: Recorded<{ readonly id: string; readonly from: LocalDate } | "none">;
  /** Who it was before the last event: that person stays until the next one is in place (HD-3). */
  readonly outgoing: Recorded<{ readonly id: string } | "none">;
  /** Whether the child is in touch with school or health, since when (HIG-12). */
  readonly contact: Recorded<{
    readonly state: "in-touch" | "not-regularly-in-touch" | "ended";
    readonly since: LocalDate;
  }>;
};

/** Facts for "May this person be the child's named person?" */
export type NamedPersonCandidateFacts = {
  readonly child: { readonly id: string };
  readonly candidate: {
    readonly id: string;
    readonly posts: readonly string[];
    readonly onStaffOf: Recorded<readonly string[]>;
  };
  readonly stage: NamedPersonStage;
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
  readonly healthVisitorAcceptedOn: Recorded<LocalDate | "none">;
  /** Why the handover from the midwife is late, once written. */
  readonly reasonForLateHandover: Recorded<boolean>;
  /** A lead professional who is not the named person, and from when. */
  readonly separateLead: Recorded<{ readonly id: string; readonly from: LocalDate } | "none">;
  /** The last day the child was seen by school or by health, and whether the child is of school age. */
  readonly lastContactOn: Recorded<LocalDate>;
  readonly isOfSchoolAge: Recorded<boolean>;
  readonly specialArrangement: Recorded<
    { readonly from: LocalDate; readonly reviewedOn: Recorded<LocalDate | "none"> } | "none"
  >;
  /** Below expected development, or not benefiting from school: from when, and whether the fuller gathering was done. */
  readonly fullerGathering: Recorded<
    { readonly since: LocalDate; readonly why: "development" | "school-education"; readonly done: boolean } | "none"
  >;
  /** A start at primary or secondary school that is coming or has come. */
  readonly entry: Recorded<
    | {
        readonly to: "primary" | "secondary";
        readonly on: LocalDate;
        readonly lastPupilDayBefore: LocalDate;
        readonly assignedOn: Recorded<LocalDate | "none">;
        readonly childsPartSentOn: Recorded<LocalDate | "none">;
        readonly carersPartSentOn: Recorded<LocalDate | "none">;
      }
    | "none"
  >;
  /** The days the school is open to pupils: "20 school days" are counted on these. */
  readonly schoolDays: WorkingCalendar;
  readonly calendar: WorkingCalendar;
};
