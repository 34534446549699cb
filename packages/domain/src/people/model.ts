import { type DayRange, holdsOn, type LocalDate } from "../kernel/local-date.ts";
import type { AgencyKind } from "../vocabulary/agencies.ts";
import type {
  CareLeaverKind,
  ChildInNeedPhase,
  LegalStatusKind,
  LookedAfterBasis,
} from "../vocabulary/legal-statuses.ts";

/** A fact that may simply not be there. "Not recorded" is never "no", and "none" is another value. */
export type Recorded<T> = T | "not-recorded";

/** One legal status of a child, for the days it holds. */
export type LegalStatus = DayRange & {
  readonly id: string;
  readonly kind: LegalStatusKind;
  /** The practitioner the status names (social worker, key worker, care co-ordinator, supervising officer), once known. */
  readonly holder?: string;
  readonly lookedAfterBasis?: LookedAfterBasis;
  /** Whether a looked-after child lives away from home. */
  readonly accommodated?: Recorded<boolean>;
  readonly childInNeedPhase?: ChildInNeedPhase;
  readonly careLeaverKind?: CareLeaverKind;
  readonly youthOrderSetting?: "community" | "custody" | "not-recorded";
};

/** The statuses of these kinds that hold on a day; none of those that nobody recorded. */
export const statusesOn = (
  statuses: Recorded<readonly LegalStatus[]>,
  day: LocalDate,
  kinds: readonly LegalStatusKind[],
): readonly LegalStatus[] =>
  statuses === "not-recorded" ? [] : statuses.filter((one) => kinds.includes(one.kind) && holdsOn(one, day));

/** A person who works with the child or is about to, as a rule needs to know them. */
export type Involved = {
  readonly id: string;
  readonly agency: AgencyKind;
  /** Posts the person holds for this child: "senco", "social-worker", "health-visitor" … (vocabulary `posts`). */
  readonly posts: readonly string[];
  readonly involvement: "involved" | "about-to-start" | "not-involved";
  readonly startsOn?: LocalDate;
  /** Open actions of the plan that this person owns. */
  readonly openActions: number;
  /** Whether the person works in the child's school; "not-recorded" where nobody has said. */
  readonly basedInSchool: Recorded<boolean>;
};
