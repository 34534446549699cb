import { expect, test } from "vitest";
import { type Act, acts, isAboutChild, relations } from "./acts.ts";
import { lookedInWords, partInWords } from "./looked-words.ts";

test("every act about a child has words a family reads, none of them the act's own code", () => {
  const odd = (Object.keys(acts) as Act[])
    .filter(isAboutChild)
    .flatMap((act) => [lookedInWords(act, "read"), lookedInWords(act, "changed")])
    .filter((words) => !/^[A-Z]/.test(words) || /\b[a-z]+\.[a-z]|[a-z]-[a-z]+-/.test(words));
  expect(odd).toEqual([]);
  expect(lookedInWords("plan.read", "read")).toBe("Looked at the plan of help");
  expect(lookedInWords("plan.changed", "changed")).toBe("Wrote or changed something about the plan of help");
});

test("every relation says why in words; two are one sentence, and a code nobody knows is not shown", () => {
  const bare = Object.keys(relations).filter((one) => partInWords(one, "read") === "As part of their work.");
  expect(bare).toEqual([]);
  expect(partInWords("named-person lead", "read")).toBe(
    "They are your child's named person, and they lead the help your child gets.",
  );
  expect(partInWords("some-new-code", "read")).toBe("As part of their work.");
  expect(partInWords(null, "changed")).toBe("As part of their work for your child.");
});
