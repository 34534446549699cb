import type { GateSaid } from "./gate.ts";
import type { LocalDate } from "./local-date.ts";
import type { Need } from "./rule.ts";
import type { Subject } from "./subject.ts";

/** The few things a gate's clause says of one subject, each with its sentence. */
export const sayOf = (about: Subject) => ({
  permits: (because: string): GateSaid => ({ effect: "permits", about, because }),
  /** `from` is the first day on which this would no longer stand in the way. */
  prevents: (because: string, from?: LocalDate): GateSaid =>
    from === undefined ? { effect: "prevents", about, because } : { effect: "prevents", about, because, from },
  unknown: (missing: string, because: string): GateSaid => ({ effect: "unknown", missing, about, because }),
  permitsIf: (needs: readonly Need[], because: string): GateSaid => ({ effect: "permits-if", needs, about, because }),
});
