import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Mutant } from "./mutants.ts";
import { aliveInWords, heldByText, namedIn, report, type Verdict } from "./report.ts";
import { plant } from "./try-out.ts";
import type { Answered, Asked } from "./worker.ts";

/**
 * `npm run test:mutation`: puts one small fault at a time into the topics' rules and asks whether a test notices, then
 * leaves out one rule at a time and asks which rows' tests notice. `npm run test:mutation -- dispute plan/review.ts`
 * tries these topics and files and keeps nothing; `npm run test:mutation -- held-by` plants no fault, and only leaves
 * out rules. `npm run test:mutation -- again FILE` tries once more what that listing says survived. Whatever survives is
 * named as soon as it has.
 */
const workers = 2;
const patience = 60_000;
const wanted = 85;
const worker = fileURLToPath(new URL("worker.ts", import.meta.url));
const heldByFile = fileURLToPath(new URL("../../../docs/rules/held-by.json", import.meta.url));
const results = fileURLToPath(new URL("../test-results/", import.meta.url));

const places = process.argv.slice(2).filter((word) => word !== "--");
const leavesOutOnly = places.includes("held-by");
const { mutants } = plant();
const [first, listing] = places;
const chosen =
  first === "again" && listing !== undefined
    ? namedIn(readFileSync(resolve(fileURLToPath(new URL("../../../", import.meta.url)), listing), "utf8"), mutants)
    : mutants.filter(
        ({ file }) => places.length === 0 || places.some((place) => file === place || file.startsWith(`${place}/`)),
      );

const heard = (child: ChildProcess, milliseconds: number): Promise<Answered | undefined> =>
  new Promise((resolve) => {
    const stop = (answer: Answered | undefined) => {
      clearTimeout(timer);
      child.removeAllListeners("message").removeAllListeners("exit");
      resolve(answer);
    };
    const timer = setTimeout(() => stop(undefined), milliseconds);
    child.once("message", (answer: Answered) => stop(answer)).once("exit", () => stop(undefined));
  });

type Ready = Extract<Answered, { readonly kind: "ready" }>;

/** A worker that has run every test once. */
async function started(): Promise<{ readonly child: ChildProcess; readonly ready: Ready }> {
  const child = fork(worker, { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let trouble = "";
  child.stderr?.on("data", (text) => {
    trouble += text;
  });
  const ready = await heard(child, 10 * patience);
  if (ready?.kind !== "ready") throw new Error(`The tests do not pass as they are.\n${trouble}`);
  return { child, ready };
}

/**
 * Asks each in turn. A worker that gives no answer is in a loop without end: it is stopped, and the question counts as
 * noticed. One whose memory is full makes room for a fresh one.
 */
async function askAll<A extends Asked>(
  questions: A[],
  heardBack: (asked: A, answer: Answered | undefined) => void,
): Promise<void> {
  const one = async () => {
    let { child } = await started();
    for (let asked = questions.shift(); asked !== undefined; asked = questions.shift()) {
      child.send(asked);
      const answer = await heard(child, patience);
      heardBack(asked, answer);
      if (answer && !(answer.kind !== "ready" && answer.isFull && questions.length > 0)) continue;
      child.kill("SIGKILL");
      child = (await started()).child;
    }
    child.kill();
  };
  await Promise.all(Array.from({ length: workers }, one));
}

/** A mutant that is met while the domain is loaded gets a process of its own. */
async function askFromTheStart(id: number): Promise<boolean> {
  const child = fork(worker, [String(id)], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const answer = await heard(child, 3 * patience);
  child.kill();
  return answer?.kind === "mutant" ? answer.killed : true;
}

const { child, ready } = await started();
child.kill();
const [met, atStart] = [new Set(ready.met), new Set(ready.atStart)];
console.log(
  `${chosen.length} mutants of ${new Set(chosen.map(({ file }) => file)).size} files; ${ready.rules.length} rules.`,
);

const verdicts = new Map<Mutant, Verdict>();
const byId = new Map(chosen.map((mutant) => [mutant.id, mutant]));
const late = chosen.filter(({ id }) => !atStart.has(id) && met.has(id));
for (const mutant of chosen) if (!atStart.has(mutant.id) && !met.has(mutant.id)) verdicts.set(mutant, "not reached");
if (late.length > 0)
  await askAll(
    late.map(({ id }): Extract<Asked, { readonly kind: "mutant" }> => ({ kind: "mutant", id })),
    ({ id }, answer) => {
      const mutant = byId.get(id);
      const verdict =
        answer === undefined ? "stopped" : answer.kind === "mutant" && answer.killed ? "killed" : "survived";
      if (mutant) verdicts.set(mutant, verdict);
      if (mutant && verdict === "survived") console.log(aliveInWords(mutant, verdict));
      if (verdicts.size % 250 === 0) console.log(`  ${verdicts.size} of ${chosen.length}`);
    },
  );
for (const mutant of chosen.filter(({ id }) => atStart.has(id)))
  verdicts.set(mutant, (await askFromTheStart(mutant.id)) ? "killed" : "survived");

const { text, percent } = report(verdicts);
if (!leavesOutOnly) {
  mkdirSync(results, { recursive: true });
  writeFileSync(`${results}mutation.txt`, text);
  console.log(text);
}

if (places.length === 0 || leavesOutOnly) {
  const held: Record<string, readonly string[]> = {};
  await askAll(
    ready.rules.map((rule): Extract<Asked, { readonly kind: "rule" }> => ({ kind: "rule", rule })),
    ({ rule }, answer) => {
      held[rule] = answer?.kind === "rule" ? answer.rows : [];
    },
  );
  const inOrder = Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(heldByFile, heldByText(inOrder));
  const unheld = Object.entries(inOrder).flatMap(([rule, rows]) => (rows.length === 0 ? [rule] : []));
  console.log(`Rules that no row's test would miss: ${unheld.length === 0 ? "none" : unheld.join(", ")}.`);
}
if (!leavesOutOnly && percent < wanted) {
  console.error(`${percent.toFixed(1)}% of the mutants are killed, and ${wanted}% are wanted.`);
  process.exitCode = 1;
}
process.exit();
