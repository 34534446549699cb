import { expect, inject, test } from "vitest";
import { checkRulebook } from "../testing/check-rulebook.ts";
import { rulebooks } from "./index.ts";
import { asItStands } from "./questions.ts";

/** Beside the other properties, and a file of its own so that the two are proved at the same time. */
const runs = inject("proof") ? 10_000 : 12;

test.each(rulebooks.map((of) => [of.id, asItStands(of)] as const))(
  "%s keeps to what a rulebook promises",
  (_, book) => {
    expect(checkRulebook(book, { runs })).toEqual([]);
  },
);
