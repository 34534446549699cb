export type Ticking = {
  /** Runs at once, or once more when a run is under way. */
  readonly now: () => void;
  /** Lets the run in hand finish, and starts no other. */
  readonly stop: () => Promise<void>;
};

/** Runs work again and again, never twice at a time; a run that fails is reported, and the next one comes all the same. */
export function ticking(everyMs: number, work: () => Promise<unknown>, onError: (error: unknown) => void): Ticking {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isStopped = false;
  let isAskedAgain = false;

  const run = async () => {
    await work().catch(onError);
    running = undefined;
    if (isStopped) return;
    if (isAskedAgain) start();
    else timer = setTimeout(start, everyMs);
  };
  const start = () => {
    clearTimeout(timer);
    isAskedAgain = false;
    running = run();
  };
  timer = setTimeout(start, everyMs);
  return {
    now: () => {
      if (isStopped) return;
      if (running) isAskedAgain = true;
      else start();
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
