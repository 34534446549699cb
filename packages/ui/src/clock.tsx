import { classes } from "./classes.ts";
import { Icon, type IconName } from "./icon.tsx";

export type ClockState = "running" | "soon" | "overdue" | "met" | "paused";

export type ClockProps = {
  /** "due Wed 25 November 2026" */
  readonly due: string;
  /** "2 working days left", "3 working days late". Counted by the rulebook, never here. */
  readonly left?: string | undefined;
  readonly state?: ClockState | undefined;
};

const signs: Record<ClockState, { readonly icon: IconName; readonly word?: string }> = {
  running: { icon: "clock" },
  soon: { icon: "clock", word: "Soon" },
  overdue: { icon: "warning", word: "Overdue" },
  met: { icon: "tick", word: "Done" },
  paused: { icon: "pause", word: "Paused" },
};

/** A due moment in words that were worked out beforehand, with a sign and a word for how it stands. */
export function Clock({ due, left, state = "running" }: ClockProps) {
  const { icon, word } = signs[state];
  return (
    <span className={classes("lp-clock", `lp-clock--${state}`)}>
      <Icon name={icon} className="lp-clock__icon" />
      <span>
        {word && <strong>{word}: </strong>}
        {due}
        {left && <>, {left}</>}
      </span>
    </span>
  );
}
