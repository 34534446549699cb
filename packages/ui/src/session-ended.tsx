import { useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

export type SessionEndedProps = {
  readonly open: boolean;
  readonly signInHref: string;
  /** Looks whether there is a session again. Out: true when there is, and then the portal closes the dialog. */
  readonly onSignedIn: () => Promise<boolean>;
};

/** Shown when the session ends under somebody's hands. The page behind it, and what they wrote, stays. */
export function SessionEnded({ open, signInHref, onSignedIn }: SessionEndedProps) {
  const [state, setState] = useState<"asked" | "looking" | "still-out">("asked");
  const look = async () => {
    setState("looking");
    const signedIn = await onSignedIn().catch(() => false);
    setState(signedIn ? "asked" : "still-out");
  };
  return (
    <Dialog open={open} title="Your session has ended">
      <p className="govuk-body">What you wrote is still here. Sign in again to carry on.</p>
      <p className="govuk-body">
        <a className="govuk-link" href={signInHref} target="_blank" rel="noopener">
          Sign in again (opens a new tab)
        </a>
      </p>
      <p className="govuk-body" role="status">
        {state === "still-out" && "You are still signed out. Sign in in the other tab, then press the button again."}
      </p>
      <Button busy={state === "looking"} onClick={() => void look()}>
        I have signed in
      </Button>
    </Dialog>
  );
}
