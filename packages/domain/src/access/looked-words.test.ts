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
  // that an agency assessed a child is not for everybody who may see who has looked (decision 36)
  expect(lookedInWords("assessment.begun", "changed")).toBe("Wrote or changed something about the record");
  expect(lookedInWords("plan.changed", "changed")).toBe("Wrote or changed something about the plan of help");
  // before a copy leaves somebody looks at it: that is no look at what was agreed may be shared
  expect(lookedInWords("consent.send", "read")).toBe(
    "Looked at, or sent, a copy of something in the record that was to leave",
  );
});

test("CWDC-2.20b: a family reads when the index of children was told who leads, and when that was taken back", () => {
  expect(lookedInWords("child-index.published", "system")).toMatch(/^Told the index of children who leads/);
  expect(lookedInWords("child-index.taken-back", "system")).toMatch(/^Took out of the index of children/);
  // true of an entry to be shown and of one to be taken back, refused as well as unanswered
  expect(lookedInWords("child-index.failed", "system")).toMatch(
    /^Wrote to .* about who leads .* not told that it was done$/,
  );
  expect(lookedInWords("reference.kept", "changed")).toBe(
    "Wrote or changed something about the numbers by which other services know your child",
  );
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
