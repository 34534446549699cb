import type { z } from "zod";
import type { DesignationRule } from "./designation.ts";
import type { DutyRule } from "./duty.ts";
import type { GateRule } from "./gate.ts";
import type { LadderRule, StageEntry } from "./ladder.ts";
import type { MeasureRule, Unit } from "./measure.ts";
import type { FactUsed } from "./subject.ts";

export type Shape = "gate" | "designation" | "duty" | "ladder" | "measure";

type Asking<Facts> = {
  /** The question in words, as a heading: "May this practitioner lead?" */
  readonly title: string;
  /** What facts look like, for those that come from outside. Facts that our own code puts together have the type. */
  readonly facts: z.ZodType<Facts>;
  /** What of the facts is kept with the decision: ids and codes, each with whose fact it is. */
  readonly factsUsed: (facts: Facts) => readonly FactUsed[];
};

/** A question a rulebook answers: its name, the facts it takes and the shape of its answer. */
export type GateQuestion<Facts> = Asking<Facts> & { readonly shape: "gate" };
export type DesignationQuestion<Facts> = Asking<Facts> & { readonly shape: "designation" };
export type DutyQuestion<Facts> = Asking<Facts> & { readonly shape: "duty" };
export type LadderQuestion<Facts> = Asking<Facts> & {
  readonly shape: "ladder";
  /** What has been recorded so far, out of the facts. */
  readonly entries: (facts: Facts) => readonly StageEntry[];
};
export type MeasureQuestion<Facts> = Asking<Facts> & { readonly shape: "measure"; readonly unit: Unit };

export type Question<Facts> =
  | GateQuestion<Facts>
  | DesignationQuestion<Facts>
  | DutyQuestion<Facts>
  | LadderQuestion<Facts>
  | MeasureQuestion<Facts>;

/** All questions by name. The rulebooks' register of questions is one of these. */
// biome-ignore lint/suspicious/noExplicitAny: each question has facts of its own; the register holds them all
export type Questions = Readonly<Record<string, Question<any>>>;

export type FactsOf<Q> = Q extends Question<infer Facts> ? Facts : never;

/** The rule that answers a question. */
export type RuleFor<Q> =
  Q extends GateQuestion<infer Facts>
    ? GateRule<Facts>
    : Q extends DesignationQuestion<infer Facts>
      ? DesignationRule<Facts>
      : Q extends DutyQuestion<infer Facts>
        ? DutyRule<Facts>
        : Q extends LadderQuestion<infer Facts>
          ? LadderRule<Facts>
          : Q extends MeasureQuestion<infer Facts>
            ? MeasureRule<Facts>
            : never;

/** The names of the questions of one shape. */
export type NamesOf<Q extends Questions, S extends Shape> = {
  [Name in keyof Q & string]: Q[Name] extends { readonly shape: S } ? Name : never;
}[keyof Q & string];
