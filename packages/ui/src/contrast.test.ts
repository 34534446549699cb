// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const palette = readFileSync(new URL("./styles/_palette.scss", import.meta.url), "utf8");
const colour = (name: string) => hex(new RegExp(`\\$${name}: (#[0-9a-f]{6})`).exec(palette)?.[1]);
const tones = [...palette.matchAll(/"(\w+)": \(\s*line: (#\w+),\s*wash: (#\w+),\s*words: (#\w+),?\s*\)/g)];

test.each([
  ["ink", "paper"],
  ["ink", "mist-deep"],
  ["ink-soft", "paper"],
  ["ink-soft", "mist"],
  ["ink-soft", "mist-deep"],
  ["teal", "paper"],
  ["teal", "mist"],
  ["teal-dark", "mist-deep"],
  ["paper", "deep"],
  ["paper", "teal"],
])("%s on %s can be read", (words, ground) => {
  expect(contrast(colour(words), colour(ground))).toBeGreaterThanOrEqual(4.5);
});

test("there are five tones", () =>
  expect(tones.map(([, name]) => name)).toEqual(["good", "caution", "stop", "neutral", "unknown"]));

test.each(tones.map(([, name, line, wash, words]) => ({ name, line, wash, words })))(
  "the tone $name can be read on its wash, and its sign and edge on paper",
  ({ line, wash, words }) => {
    expect(contrast(hex(words), hex(wash))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour("ink-soft"), hex(wash))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(hex(line), colour("paper"))).toBeGreaterThanOrEqual(3);
  },
);

type Rgb = readonly number[];

function hex(text: string | undefined): Rgb {
  if (!text) throw new Error("No such colour in the palette");
  return [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16) / 255);
}

/** WCAG 2.2's contrast ratio. */
function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
