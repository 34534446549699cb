import type { ReactNode } from "react";
import { Clause } from "./clause.tsx";
import { Clock, type ClockProps } from "./clock.tsx";
import type { ClauseView } from "./decision-view.ts";
import { Icon, type IconName } from "./icon.tsx";
import { Tag, type TagColour } from "./tag.tsx";
import { whenInWords } from "./words.ts";

export type StepState = "done" | "next" | "waiting" | "declined" | "not-asked";

export type AgreementStep = {
  readonly id: string;
  readonly label: string;
  /** Whose step it is: "Line manager, Ms Ruth Adeyemi". */
  readonly whose: string;
  readonly state: StepState;
  /** In place of the state's own word: "Done" where nobody is asked to agree. */
  readonly word?: string | undefined;
  readonly clause?: ClauseView | undefined;
  readonly clock?: ClockProps | undefined;
  readonly recordedBy?: string | undefined;
  readonly recordedAt?: string | undefined;
  /** Their words, or why it was declined. */
  readonly note?: ReactNode;
};

export type AgreementStepsProps = {
  readonly label: string;
  /** In the order the rulebook asks for them. */
  readonly steps: readonly AgreementStep[];
  /** The control of a step that this reader may take now; nothing for the others. */
  readonly action?: ((step: AgreementStep) => ReactNode) | undefined;
};

const states: Record<StepState, { readonly icon: IconName; readonly word: string; readonly colour: TagColour }> = {
  done: { icon: "tick", word: "Agreed", colour: "green" },
  next: { icon: "arrow", word: "Next", colour: "blue" },
  waiting: { icon: "clock", word: "Waiting", colour: "grey" },
  declined: { icon: "cross", word: "Declined", colour: "red" },
  "not-asked": { icon: "pause", word: "Not asked", colour: "grey" },
};

/** Who has to agree, in order, and how each stands. The list comes from the rulebook; nothing here knows an area. */
export function AgreementSteps({ label, steps, action }: AgreementStepsProps) {
  return (
    <ol className="lp-steps" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.id}
          className={`lp-step lp-step--${step.state}`}
          aria-current={step.state === "next" ? "step" : undefined}
        >
          <span className="lp-step__sign">
            <Icon name={states[step.state].icon} />
          </span>
          <StepBody step={step} action={action?.(step)} />
        </li>
      ))}
    </ol>
  );
}

function StepBody({ step, action }: { readonly step: AgreementStep; readonly action: ReactNode }) {
  const { word, colour } = states[step.state];
  return (
    <div className="lp-step__body">
      <p className="lp-step__label">
        {step.label} <Tag colour={colour}>{step.word ?? word}</Tag>
      </p>
      <p className="lp-step__whose">{step.whose}</p>
      {step.clause && <Clause clause={step.clause} />}
      {step.clock && (
        <p className="lp-step__clock">
          <Clock {...step.clock} />
        </p>
      )}
      {step.recordedBy && (
        <p className="lp-step__recorded">
          Recorded by {step.recordedBy}
          {step.recordedAt && <>, {whenInWords(step.recordedAt)}</>}
        </p>
      )}
      {step.note && <div className="lp-step__note">{step.note}</div>}
      {action && <div className="lp-step__action">{action}</div>}
    </div>
  );
}
