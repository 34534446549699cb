import type { LocalDate } from "../kernel/local-date.ts";
import type { WorkingCalendar } from "../kernel/working-days.ts";
import type { Recorded } from "../people/model.ts";

/** What may follow a concern. */
export type ConcernOutcome = "nothing-more" | "own-agency-help" | "another-agency-needed";

/** Facts for "What is owed on this concern?" */
export type ConcernDutiesFacts = {
  readonly child: { readonly id: string };
  readonly reportedOn: LocalDate;
  readonly acknowledgedOn: Recorded<LocalDate | "none">;
  readonly answeredOn: Recorded<LocalDate | "none">;
  readonly calendar: WorkingCalendar;
};

/** Facts for "May this concern be closed?" */
export type ConcernClosingFacts = {
  readonly child: { readonly id: string };
  readonly outcome: Recorded<ConcernOutcome>;
  /** The help given, or the named other through whom it is arranged. */
  readonly helpRecorded: boolean;
  readonly childTold: Recorded<"told" | "reason-given" | "none">;
  readonly familyTold: Recorded<"told" | "reason-given" | "none">;
  readonly childsView: Recorded<"given" | "not-possible">;
  readonly familysView: Recorded<"given" | "not-possible">;
  /** Another agency is needed: whether the named person has talked with a manager (HIG-41). */
  readonly managerConsulted: Recorded<boolean>;
  /** What named person and manager decided when another agency is needed; "none" is a decision not made. */
  readonly leadDecision: Recorded<"become-lead" | "appoint-another" | "none">;
};
