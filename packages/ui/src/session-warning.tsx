import { Button, ButtonGroup } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { count } from "./words.ts";

export type SessionWarningProps = {
  /** Seconds until the session ends; nothing while it is not near its end. */
  readonly secondsLeft: number | undefined;
  /** False at the end of the longest a session lasts: working on does not put it off. */
  readonly canStay: boolean;
  readonly onStay: () => unknown;
  /** Where the form of the sign-out button goes. */
  readonly signOutAction: string;
};

/** Warns that the session is about to end, in time to stay. It takes the keyboard, says what is left aloud and gives the keyboard back. */
export function SessionWarning({ secondsLeft, canStay, onStay, signOutAction }: SessionWarningProps) {
  const open = secondsLeft !== undefined;
  return (
    <Dialog open={open} title="You are about to be signed out" onClose={() => void onStay()}>
      <p className="govuk-body">
        {canStay
          ? "Nothing was done here for a while. For the children's safety you are signed out"
          : "You have been signed in for as long as one may be. You are signed out"}{" "}
        {/* Counts for whoever sees it; read out as often as is of use. */}
        <strong aria-hidden="true">in {shown(secondsLeft ?? 0)}</strong>
        <span className="govuk-visually-hidden" role="status">
          in {spoken(secondsLeft ?? 0)}
        </span>
        .
      </p>
      <p className="govuk-body">What you were writing is kept, and is there again when you sign in.</p>
      <form method="post" action={signOutAction}>
        <ButtonGroup>
          <Button onClick={() => void onStay()}>{canStay ? "Stay signed in" : "Carry on until then"}</Button>
          <Button type="submit" kind="secondary">
            Sign out now
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}

const shown = (seconds: number): string =>
  seconds > 60
    ? `${count(Math.floor(seconds / 60), "minute")}${seconds % 60 === 0 ? "" : ` ${count(seconds % 60, "second")}`}`
    : seconds === 60
      ? "1 minute"
      : count(seconds, "second");

/** Whole minutes, then half a minute, then the last twenty and ten seconds: a voice that counts each second says nothing. */
function spoken(seconds: number): string {
  const step = [10, 20, 30, 60, 120].find((one) => seconds <= one) ?? Math.ceil(seconds / 60) * 60;
  return step >= 60 ? count(step / 60, "minute") : count(step, "second");
}
