import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Page } from "./page.tsx";

export type ErrorKind = "not-found" | "refused" | "offline" | "unexpected";

export type ErrorStateProps = {
  readonly kind: ErrorKind;
  /** Why, where there are words for it: the refusal's own. */
  readonly reason?: string | undefined;
  /** What to quote to support. Never a child's details. */
  readonly reference?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly children?: ReactNode;
};

const said: Record<ErrorKind, { readonly title: string; readonly text: string }> = {
  "not-found": {
    title: "Page not found",
    text: "There is nothing here that you can see. Check the address, or go back and look again.",
  },
  refused: { title: "You cannot do this", text: "Your post does not allow it. Your manager can say who may." },
  offline: {
    title: "No connection",
    text: "Linchpin cannot be reached. Check your connection, then try again. Nothing has been lost.",
  },
  unexpected: {
    title: "Something went wrong",
    text: "This is our fault, not yours. Try again. If it happens again, tell your support team.",
  },
};

/** The page shown by a route's error boundary. In: what kind of trouble; out: what to do about it. */
export function ErrorState({ kind, reason, reference, onRetry, children }: ErrorStateProps) {
  return (
    <Page title={said[kind].title}>
      <p className="govuk-body">{reason ?? said[kind].text}</p>
      {reference && <p className="govuk-body">Reference: {reference}</p>}
      {onRetry && <Button onClick={onRetry}>Try again</Button>}
      {children}
    </Page>
  );
}
