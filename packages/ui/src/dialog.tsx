import { type ReactNode, useEffect, useId, useRef } from "react";

export type DialogProps = {
  readonly open: boolean;
  readonly title: string;
  /** Called on Escape. Without it the dialog stays until one of its buttons is pressed. */
  readonly onClose?: (() => void) | undefined;
  readonly children: ReactNode;
};

/** A question that must be answered before anything else: the browser's own modal dialog. */
export function Dialog({ open, title, onClose, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    element.showModal();
    return () => element.close();
  }, [open]);

  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      className="lp-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <h2 className="govuk-heading-m" id={id}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
