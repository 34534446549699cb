import { expect, test } from "vitest";
import { optionsIn } from "./command-line.ts";

const options = { name: "text", demonstration: "mark" } as const;

test("options are read by name, whatever runs the command puts before them", () => {
  for (const args of [
    ["--name", "North Moor", "--demonstration"],
    ["--", "--demonstration", "--name=North Moor"],
  ])
    expect(optionsIn(args, options)).toEqual({ given: { name: "North Moor", demonstration: true }, mistakes: [] });
});

test("each mistake is a sentence", () => {
  expect(optionsIn(["--nam", "x", "--name", "--demonstration", "stray"], options).mistakes).toEqual([
    "--nam is no option here. There are: --name, --demonstration.",
    '"x" stands alone: put words with spaces between quotation marks, after an option.',
    "--name needs something after it.",
    '"stray" stands alone: put words with spaces between quotation marks, after an option.',
  ]);
  expect(optionsIn(["--name", "a", "--name", "b"], options).mistakes).toEqual(["--name is given twice."]);
});
