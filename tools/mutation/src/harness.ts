import { expect } from "vitest";

/** What the domain's tests import in place of vitest: the same words, collected so that they can be run many times. */
export type Collected = { readonly names: readonly string[]; readonly run: () => unknown };

export const harness: { collected: Collected[]; names: string[] } = { collected: [], names: [] };

/** Collects the tests that some work (importing a test file) writes down. */
export async function collecting(work: () => Promise<unknown>): Promise<void> {
  harness.collected = [];
  harness.names = [];
  await work();
}

type Body = (...given: readonly unknown[]) => unknown;
type Table = readonly unknown[];

const givenOf = (row: unknown): readonly unknown[] => (Array.isArray(row) ? row : [row]);

/** The name of a row: what stands in its place in the name is not needed, only which test it is. */
const eachOf = (say: (name: string, body: Body) => void) => (table: Table) => (name: string, body: Body) => {
  for (const row of table) say(name, () => body(...givenOf(row)));
};

function say(name: string, run: Body): void {
  harness.collected.push({ names: [...harness.names, name], run });
}

function group(name: string, body: Body): void {
  harness.names.push(name);
  body();
  harness.names.pop();
}

const nothing = () => {};
const ifSo = (holds: boolean) => (holds ? say : nothing);

export const test = Object.assign(say, { each: eachOf(say), runIf: ifSo, skipIf: (holds: boolean) => ifSo(!holds) });
export const it = test;
export const describe = Object.assign(group, { each: eachOf(group) });
export const inject = (): undefined => undefined;
export const [beforeAll, afterAll, beforeEach, afterEach] = [nothing, nothing, nothing, nothing];
export { expect };
