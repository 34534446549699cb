import type { Clause } from "./clause.ts";
import type { DesignationFinding, DesignationResult } from "./designation.ts";
import type { DutyFinding, DutyResult } from "./duty.ts";
import type { GateFinding, GateResult } from "./gate.ts";
import type { LadderFinding, LadderResult } from "./ladder.ts";
import type { MeasureFinding, MeasureResult } from "./measure.ts";
import type { Moment } from "./moment.ts";
import type { FactUsed } from "./subject.ts";

/** A value of the rulebook that the question's rules read, as it stood for this decision. */
export type ValueUsed = {
  readonly name: string;
  readonly value: ParameterValue;
  readonly clause?: Clause;
  readonly ours?: string;
  readonly reading?: string;
};
export type ParameterValue = number | string | boolean | readonly string[];

/** A rule that this area has agreed not to follow, from a day, with its reason and who approved it. */
export type Departure = {
  readonly rule: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly from: string;
  readonly until?: string;
};

/** What is kept of every decision, whatever its shape. It reads the same years later: rules change, records do not. */
type Kept<F> = {
  readonly question: string;
  readonly title: string;
  readonly asAt: Moment;
  readonly asKnownAt: Moment;
  readonly edition: { readonly id: string; readonly version: number };
  readonly adoption: { readonly id: string; readonly from: string };
  readonly values: readonly ValueUsed[];
  readonly facts: readonly FactUsed[];
  readonly findings: readonly F[];
  /** Rules in force that the area departs from for this question. */
  readonly departures: readonly Departure[];
};

export type GateDecision = Kept<GateFinding> & GateResult;
export type DesignationDecision = Kept<DesignationFinding> & DesignationResult;
export type DutyDecision = Kept<DutyFinding> & DutyResult;
export type LadderDecision = Kept<LadderFinding> & LadderResult;
export type MeasureDecision = Kept<MeasureFinding> & MeasureResult;

export type Decision = GateDecision | DesignationDecision | DutyDecision | LadderDecision | MeasureDecision;
