import { Hidden } from "./hidden.tsx";

/** A number in a pill. `label` says what is counted: "waiting for your decision". */
export function Badge({ count, label }: { readonly count: number; readonly label: string }) {
  return (
    <span className="lp-badge">
      {count > 999 ? "999+" : count} <Hidden>{label}</Hidden>
    </span>
  );
}
