import { useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

/** Where a portal keeps what somebody is typing. It decides the place and leaves out what must not lie there. */
export type Draft<Values> = {
  readonly load: () => Partial<Values> | undefined | Promise<Partial<Values> | undefined>;
  /** Called soon after typing stops, and with nothing once the form is sent, cleared or started again. */
  readonly keep: (values: Values | undefined) => void;
};

const quietMs = 400;
/** Whoever types on and on without a pause loses no more than this. */
const longestMs = 5_000;

/** Restores a kept draft and keeps typing as it goes on. Out: whether something was restored, and how to drop it. */
export function useDraft<Values extends FieldValues, Sent>(
  form: UseFormReturn<Values, unknown, Sent>,
  draft: Draft<Values> | undefined,
  unsaved: boolean,
): { readonly restored: boolean; readonly forget: () => void } {
  const [restored, setRestored] = useState(false);
  const latest = useRef({ draft, unsaved });
  latest.current = { draft, unsaved };
  const toKeep = useRef<{
    readonly values: Values;
    readonly since: number;
    readonly timer: ReturnType<typeof setTimeout>;
  }>(undefined);
  const kept = draft !== undefined;

  useEffect(() => {
    if (!kept) return;
    let here = true;
    void Promise.resolve(latest.current.draft?.load()).then((values) => {
      if (!here || !values || latest.current.unsaved) return; // what is being typed wins over what was kept
      form.reset({ ...form.getValues(), ...values }, { keepDefaultValues: true });
      setRestored(true);
    });

    const keepNow = () => {
      if (!toKeep.current) return;
      clearTimeout(toKeep.current.timer);
      latest.current.draft?.keep(latest.current.unsaved ? toKeep.current.values : undefined);
      toKeep.current = undefined;
    };
    const stop = form.subscribe({
      formState: { values: true },
      callback: ({ name, values }) => {
        if (name === undefined) return; // a reset, not a person
        clearTimeout(toKeep.current?.timer);
        const since = toKeep.current?.since ?? Date.now();
        const wait = Math.max(0, Math.min(quietMs, since + longestMs - Date.now()));
        toKeep.current = { values, since, timer: setTimeout(keepNow, wait) };
      },
    });
    return () => {
      here = false;
      stop();
      keepNow(); // leaving the page must not lose the last words
    };
  }, [form, kept]);

  const forget = () => {
    clearTimeout(toKeep.current?.timer);
    toKeep.current = undefined;
    latest.current.draft?.keep(undefined);
    setRestored(false);
  };
  return { restored, forget };
}
