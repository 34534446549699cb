import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { pages, proseOf, root, textOf } from "./repository.ts";

/** How a heading is written in an address, as the places that show these pages do it. */
const slug = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[`*_]/g, "")
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .replace(/\s/g, "-");

const slugsOf = (page: string) =>
  [...proseOf(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => slug(heading));

/** Where a page's links and pictures lead, but for other sites. */
const linksOf = (page: string): readonly string[] =>
  [...proseOf(page).matchAll(/\]\(([^)\s]+)\)|<(?:img|a)[^>]+(?:src|href)="([^"]+)"/g)]
    .map(([, inText, inTag]) => inText ?? inTag ?? "")
    .filter((link) => !/^(https?|mailto):/.test(link));

function problemOf(page: string, link: string): string | undefined {
  const [path = "", anchor] = link.split("#");
  const file = path === "" ? page : join(dirname(page), decodeURI(path));
  if (!existsSync(join(root, file))) return `${page}: ${link} leads nowhere`;
  if (anchor === undefined || statSync(join(root, file)).isDirectory()) return undefined;
  return slugsOf(file).includes(anchor) ? undefined : `${page}: ${link} names no heading there`;
}

test("every link and picture of the pages leads somewhere", () => {
  const problems = pages().flatMap((page) => linksOf(page).flatMap((link) => problemOf(page, link) ?? []));
  expect(problems).toEqual([]);
});

test("every folder and file that the README's tree names is there", () => {
  const tree = /```text\n([\s\S]*?)```/.exec(textOf("README.md"))?.[1] ?? "";
  const named = [...tree.matchAll(/^(\S+) {2}/gm)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
