import { screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { Button } from "./button.tsx";
import { ConfirmButton } from "./confirm-button.tsx";
import { draw } from "./testing.tsx";
import { UndoBanner } from "./undo-banner.tsx";

const drawConfirm = (onConfirm: () => unknown) =>
  draw(
    <ConfirmButton question="End this person's role as lead?" confirm="End it" onConfirm={onConfirm}>
      End the role
    </ConfirmButton>,
  );

describe("ConfirmButton", () => {
  test("asks once more, with focus on the answer, before it does anything", async () => {
    const onConfirm = vi.fn();
    const { user, accessible } = drawConfirm(onConfirm);
    await user.click(screen.getByRole("button", { name: "End the role" }));
    expect(onConfirm).not.toHaveBeenCalled();
    expect(screen.getByRole("group", { name: "End this person's role as lead?" })).toBeTruthy();
    expect(document.activeElement?.textContent).toBe("End it");
    await accessible();
    await user.keyboard("{Enter}");
    expect(onConfirm).toHaveBeenCalledTimes(1);
  });

  test("cancelling does nothing and gives focus back", async () => {
    const onConfirm = vi.fn();
    const { user } = drawConfirm(onConfirm);
    await user.click(screen.getByRole("button", { name: "End the role" }));
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(onConfirm).not.toHaveBeenCalled();
    expect(document.activeElement?.textContent).toBe("End the role");
  });
});

test("a button that may not be used stays, says why, and does nothing", async () => {
  const onClick = vi.fn();
  const { user, accessible } = draw(
    <Button notAllowed="Your manager needs to decide this: CP3.1 8.4.3" onClick={onClick}>
      Appoint
    </Button>,
  );
  const button = screen.getByRole("button", { name: "Appoint" });
  await user.tab();
  expect(document.activeElement).toBe(button);
  await user.keyboard("{Enter}");
  expect(onClick).not.toHaveBeenCalled();
  expect(document.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent).toContain("CP3.1 8.4.3");
  await accessible();
});

test("what was done can be taken back, and nobody is hurried", async () => {
  const onUndo = vi.fn();
  const { user, accessible } = draw(<UndoBanner text="Concern closed." onUndo={onUndo} onClose={() => {}} />);
  expect(screen.getByRole("status").textContent).toBe("Concern closed.");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(onUndo).toHaveBeenCalled();
  await accessible();
});
