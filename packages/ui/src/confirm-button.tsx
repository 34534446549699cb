import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button, ButtonGroup, type ButtonKind } from "./button.tsx";

export type ConfirmButtonProps = {
  readonly children: ReactNode;
  /** Asked before it is done: "End this person's role as lead?" */
  readonly question: string;
  /** The words of the second button: "End the role". */
  readonly confirm: string;
  readonly onConfirm: () => unknown;
  readonly kind?: ButtonKind | undefined;
  readonly notAllowed?: string | undefined;
};

/** A button that asks once more, in its own place, before it does what cannot lightly be undone. */
export function ConfirmButton({
  children,
  question,
  confirm,
  onConfirm,
  kind = "secondary",
  notAllowed,
}: ConfirmButtonProps) {
  const [asking, setAsking] = useState<"no" | "yes" | "answered">("no");
  const [busy, setBusy] = useState(false);
  const place = useRef<HTMLElement>(null);

  const keep = (element: HTMLElement | null) => {
    place.current = element;
  };

  useEffect(() => {
    if (asking !== "no") place.current?.querySelector("button")?.focus(); // the button that was pressed is gone
  }, [asking]);

  const goAhead = async () => {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
      setAsking("answered");
    }
  };
  if (asking !== "yes") {
    return (
      <div ref={keep}>
        <Button kind={kind} notAllowed={notAllowed} onClick={() => setAsking("yes")}>
          {children}
        </Button>
      </div>
    );
  }
  return (
    <fieldset ref={keep} className="lp-confirm">
      <legend className="lp-confirm__question">{question}</legend>
      <ButtonGroup>
        <Button kind={kind === "secondary" ? "warning" : kind} busy={busy} onClick={() => void goAhead()}>
          {confirm}
        </Button>
        <Button kind="quiet" onClick={() => setAsking("answered")}>
          Cancel
        </Button>
      </ButtonGroup>
    </fieldset>
  );
}
