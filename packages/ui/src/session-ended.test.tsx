import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { LeaveDialog } from "./leave-dialog.tsx";
import { SessionEnded } from "./session-ended.tsx";
import { draw } from "./testing.tsx";

describe("SessionEnded", () => {
  test("keeps the page and offers sign-in in another tab", async () => {
    const { accessible } = draw(<SessionEnded open signInHref="/sign-in" onSignedIn={async () => true} />);
    expect(screen.getByRole("dialog", { name: "Your session has ended" }).textContent).toContain(
      "What you wrote is still here",
    );
    expect(screen.getByRole("link", { name: /Sign in again/ }).getAttribute("target")).toBe("_blank");
    await accessible();
  });

  test("says when there is still no session", async () => {
    const { user } = draw(<SessionEnded open signInHref="/sign-in" onSignedIn={async () => false} />);
    await user.click(screen.getByRole("button", { name: "I have signed in" }));
    expect((await screen.findByRole("status")).textContent).toContain("still signed out");
  });

  test("Escape does not close it", () => {
    draw(<SessionEnded open signInHref="/sign-in" onSignedIn={async () => true} />);
    expect(fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }))).toBe(false);
  });

  test("is not there while there is a session", () => {
    draw(<SessionEnded open={false} signInHref="/sign-in" onSignedIn={async () => true} />);
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

test("LeaveDialog stays on Escape and leaves only when told", async () => {
  const [onStay, onLeave] = [vi.fn(), vi.fn()];
  const { user, accessible } = draw(<LeaveDialog open onStay={onStay} onLeave={onLeave} />);
  fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }));
  expect(onStay).toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: "Leave without saving" }));
  expect(onLeave).toHaveBeenCalled();
  await accessible();
});
