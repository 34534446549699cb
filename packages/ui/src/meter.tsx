import { classes } from "./classes.ts";

export type MeterProps = {
  readonly label: string;
  readonly capacity: number;
  readonly now: number;
  /** What it would be after the change being looked at. */
  readonly after?: number | undefined;
  readonly unit?: string | undefined;
};

/** How much of a capacity is used, before and after a change: in words, with a bar that shows the same. */
export function Meter({ label, capacity, now, after, unit = "points" }: MeterProps) {
  const most = Math.max(capacity, now, after ?? 0, 1);
  const share = (value: number) => `${(100 * Math.max(0, value)) / most}%`;
  const over = (after ?? now) > capacity;
  return (
    <div className={classes("lp-meter", over && "lp-meter--over")}>
      <p className="lp-meter__words">
        <strong>{label}: </strong>
        {meterInWords({ capacity, now, after, unit })}
      </p>
      <svg className="lp-meter__bar" width="100%" height="14" aria-hidden="true" focusable="false">
        <rect className="lp-meter__room" width={share(capacity)} height="14" />
        {after !== undefined && <rect className="lp-meter__after" width={share(after)} height="14" />}
        <rect className="lp-meter__now" width={share(after === undefined ? now : Math.min(now, after))} height="14" />
        {over && <rect className="lp-meter__line" x={share(capacity)} width="3" height="14" />}
      </svg>
    </div>
  );
}

/** "12 of 20 points now, 22 after: 2 over". */
export function meterInWords({ capacity, now, after, unit = "points" }: Omit<MeterProps, "label">): string {
  const over = (after ?? now) - capacity;
  const then = after === undefined ? "" : `, ${after} after`;
  return `${now} of ${capacity} ${unit} now${then}${over > 0 ? `: ${over} over` : ""}`;
}
