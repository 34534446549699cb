import type { PaperRecipient } from "@linchpin/domain";
import { refuseInput } from "../../refuse.ts";
import type { OneOfFamily } from "./family-paper-copy.ts";
import type { PaperView } from "./paper-views.ts";

/** Those of a family who may get a paper, for the screen. */
export const recipientViews = (all: readonly OneOfFamily[]): PaperView["recipients"] =>
  all.map(({ is, carerId, name, relationship }) => ({
    is,
    ...(carerId === null ? {} : { carerId }),
    name,
    ...(relationship === null ? {} : { relationship }),
  }));

/** Whom somebody chose; refuses anybody who is not on the list, as who is on it may have changed since. */
export function chosenOf(all: readonly OneOfFamily[], recipient: PaperRecipient): OneOfFamily {
  const found = all.find(({ is, carerId }) =>
    recipient.is === "child" ? is === "child" : carerId === recipient.carerId,
  );
  if (found === undefined)
    refuseInput(
      recipient.is === "child" ? "to.recipient" : "to.recipient.carerId",
      "Choose somebody of the list who gets the paper",
    );
  return found;
}
