import { createContext, type ReactNode, use, useEffect, useId, useRef } from "react";

type Tell = (form: string, unsaved: boolean) => void;
const Guard = createContext<Tell>(() => {});

export type LeaveGuardProps = {
  /** Called when the first unsaved form appears and when the last one is saved or gone. Wire it to the router's blocker. */
  readonly onChange: (unsaved: boolean) => void;
  readonly children: ReactNode;
};

/** Put once around a portal's pages: tells the portal whether any form below holds something unsaved. */
export function LeaveGuard({ onChange, children }: LeaveGuardProps) {
  const unsavedForms = useRef(new Set<string>());
  const tell: Tell = (form, unsaved) => {
    const before = unsavedForms.current.size > 0;
    if (unsaved) unsavedForms.current.add(form);
    else unsavedForms.current.delete(form);
    const after = unsavedForms.current.size > 0;
    if (before !== after) onChange(after);
  };
  return <Guard value={tell}>{children}</Guard>;
}

/** Used by Form: warns before the window closes, and tells the LeaveGuard above. */
export function useLeaveGuard(unsaved: boolean, onUnsaved?: ((unsaved: boolean) => void) | undefined): void {
  const form = useId();
  const tell = use(Guard);
  const latest = useRef({ tell, onUnsaved });
  latest.current = { tell, onUnsaved };

  useEffect(() => {
    if (!unsaved) return;
    const say = (state: boolean) => {
      latest.current.tell(form, state);
      latest.current.onUnsaved?.(state);
    };
    say(true);
    window.addEventListener("beforeunload", askFirst);
    return () => {
      say(false);
      window.removeEventListener("beforeunload", askFirst);
    };
  }, [unsaved, form]);
}

function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
