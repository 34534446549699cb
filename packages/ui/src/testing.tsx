import { cleanup, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { ReactElement } from "react";
import { afterEach, expect } from "vitest";

afterEach(cleanup);

// jsdom knows dialogs but cannot open them.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
};

/** Draws a part for a test. Out: what testing-library gives, a user to press and type, and `accessible()`. */
export function draw(part: ReactElement) {
  const drawn = render(part);
  return {
    ...drawn,
    user: userEvent.setup(),
    /** Holds the part to axe's rules. Colours are held by contrast.test.ts: jsdom draws nothing. */
    accessible: async () => {
      const { violations } = await axe.run(drawn.container, { rules: { "color-contrast": { enabled: false } } });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    },
  };
}
