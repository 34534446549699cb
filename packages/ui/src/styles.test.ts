// @vitest-environment node
import { fileURLToPath } from "node:url";
import { compile } from "sass";
import { expect, test } from "vitest";

const { css } = compile(fileURLToPath(new URL("./styles.scss", import.meta.url)), { style: "compressed" });

test("the styles fetch nothing: no font, no picture, no other origin", () => {
  expect(css).not.toMatch(/url\(|@import|@font-face/);
});

test("neither the crown nor the government's typeface is used", () => {
  expect(css).not.toMatch(/GDS Transport|crown/i);
  expect(css).toMatch(/font-family:Arial,sans-serif/);
});

test("paper has its own styles, and folded parts open on it", () => {
  expect(css).toMatch(/@media print/);
  expect(css).toMatch(/details::details-content/);
});

test("movement stops for those who asked for none", () => expect(css).toMatch(/prefers-reduced-motion/));
