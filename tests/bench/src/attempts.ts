/** Something that could not be measured, and why. */
export type Failure = { readonly part: string; readonly why: string };

/** Does a part of the work, and gives nothing where it failed; a part that failed is not tried again. */
export type Attempt = <T>(part: string, work: () => T | Promise<T>) => Promise<T | undefined>;

/** Keeps what failed beside what goes on: one part that fails must not lose the figures of the others. */
export function attempts(say: (words: string) => void): {
  readonly attempt: Attempt;
  readonly failures: () => readonly Failure[];
} {
  const failed = new Map<string, Failure>();
  const attempt: Attempt = async (part, work) => {
    if (failed.has(part)) return undefined;
    try {
      return await work();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      failed.set(part, { part, why });
      say(`FAILED, and goes on without it: ${part}. ${why}`);
      return undefined;
    }
  };
  return { attempt, failures: () => [...failed.values()] };
}
