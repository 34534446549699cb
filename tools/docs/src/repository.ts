import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../../..");

/** The files that are kept, and those that would be with the next commit. */
export const keptFiles = (): readonly string[] =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((file) => file !== "" && existsSync(join(root, file)));

export const textOf = (file: string): string => readFileSync(join(root, file), "utf8");

/** The pages that people read: those in the root and in docs/. */
export const pages = (): readonly string[] => keptFiles().filter((file) => /^(docs\/.*|[^/]+)\.md$/.test(file));

/** A page without its fenced code, which is for machines. */
export const proseOf = (page: string): string => textOf(page).replace(/^```[\s\S]*?^```/gm, "");
