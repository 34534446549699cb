import { type ButtonHTMLAttributes, type ReactNode, useId } from "react";
import { Anchor, type AnchorProps } from "./anchor.tsx";
import { classes } from "./classes.ts";

export type ButtonKind = "primary" | "secondary" | "warning" | "quiet";

const look: Record<ButtonKind, string | undefined> = {
  primary: undefined,
  secondary: "govuk-button--secondary",
  warning: "govuk-button--warning",
  quiet: "lp-button--quiet",
};

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> & {
  readonly kind?: ButtonKind | undefined;
  /** Why this person may not use the button. It stays in sight, can be reached by keyboard, and says so. */
  readonly notAllowed?: string | undefined;
  /** Something is under way: a second press does nothing. */
  readonly busy?: boolean | undefined;
};

/** A button. In: its words and what it does; a reason in `notAllowed` shuts it and is read out with it. */
export function Button({ kind = "primary", notAllowed, busy = false, type, onClick, className, ...rest }: ButtonProps) {
  const reason = useId();
  const shut = busy || notAllowed !== undefined;
  const button = (
    <button
      {...rest}
      type={type ?? "button"}
      className={classes("govuk-button", look[kind], className)}
      aria-disabled={shut || undefined}
      aria-describedby={notAllowed === undefined ? rest["aria-describedby"] : reason}
      onClick={shut ? (event) => event.preventDefault() : onClick}
    />
  );
  if (notAllowed === undefined) return button;
  return (
    <div className="lp-not-allowed">
      {button}
      <p className="lp-not-allowed__why" id={reason}>
        {notAllowed}
      </p>
    </div>
  );
}

/** A link that looks like a button, for the one step a page leads to. */
export function LinkButton({ kind = "primary", className, ...rest }: AnchorProps & { readonly kind?: ButtonKind }) {
  return <Anchor {...rest} className={classes("govuk-button", look[kind], className)} draggable={false} />;
}

/** Buttons and links that belong together. */
export function ButtonGroup({ children }: { readonly children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>;
}
