// The one gate, run by `npm test`: every check there is, a table of what each one said, and one summed last line.
// Arguments go to turbo: `npm test -- --force` takes nothing from its cache.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const turboOptions = ["--continue", ...process.argv.slice(2)];
const rows = [];

const packages = globSync("{packages,apps,tools,tests}/*/package.json", { cwd: root })
  .sort()
  .map((file) => ({ folder: dirname(file), ...JSON.parse(readFileSync(join(root, file), "utf8")) }));
const having = (script) => packages.filter(({ scripts }) => scripts?.[script]);

function run(command, ...args) {
  console.log(`\n> ${command} ${args.join(" ")}`);
  return spawnSync(command, args, { cwd: root, stdio: "inherit" }).status === 0;
}

function check(name, question) {
  const start = Date.now();
  const passed = question();
  rows.push({ name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, seconds: (Date.now() - start) / 1000 });
}

const results = ({ folder }) => join(root, folder, "test-results/vitest.json");

/** What vitest wrote, counted so that nothing which went wrong outside a test can look like success. */
function tally(tested) {
  const name = `tests of ${tested.folder}`;
  if (!existsSync(results(tested))) return { name: `${name} (did not run)`, passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success, testResults } = JSON.parse(
    readFileSync(results(tested), "utf8"),
  );
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((one) => one.status === "failed"),
  ).length;
  const failed = numFailedTests + brokenFiles;
  const none = numPassedTests + failed === 0;
  return {
    name: none ? `${name} (no test ran)` : name,
    passed: numPassedTests,
    failed: failed || (none || !success ? 1 : 0),
    skipped: numPendingTests + numTodoTests,
    seconds: testResults.reduce((sum, file) => sum + (file.endTime - file.startTime), 0) / 1000,
  };
}

const log = ({ folder }) => join(root, folder, ".turbo/turbo-test.log");
const mostLines = 200;

const trouble =
  /Failed (Tests|Suites) |Unhandled (Errors?|Rejections?) |Startup Error|error during close|close timed out/;

/** What vitest said of failures, of errors outside a test and of an end that went wrong, which no count of tests tells. */
function whatFailed(tested) {
  if (!existsSync(log(tested))) return [];
  const lines = readFileSync(log(tested), "utf8").split("\n");
  const first = lines.findIndex((line) => trouble.test(line));
  return first < 0 ? [] : lines.slice(first, first + mostLines);
}

function runTests() {
  const tested = having("test");
  for (const one of tested) rmSync(results(one), { force: true });
  const passed = run("turbo", "run", "test", "--concurrency=1", "--output-logs=new-only", ...turboOptions);
  const found = tested.map(tally);
  rows.push(...found);
  if (passed) return;
  if (!found.some(({ failed }) => failed)) rows.push({ name: "the run of the tests", passed: 0, failed: 1 });
  for (const one of tested) {
    const said = whatFailed(one);
    if (said.length > 0) console.log(`\nWhat failed in ${one.folder}:\n${said.join("\n")}`);
  }
}

function pagesInDocs() {
  const folder = join(root, "docs");
  if (!existsSync(folder)) return "";
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return paths.map((path) => `${path} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`).join("\n");
}

/** Writes the generated pages again: a page that changes was not what the code says. */
function docsAreFresh(scripts) {
  const before = pagesInDocs();
  const written = scripts.every((script) => run("pnpm", "--recursive", "--if-present", "run", script));
  const fresh = before === pagesInDocs();
  if (!fresh) console.error("docs/ was stale. It has been written again: read the difference and commit it.");
  return written && fresh;
}

check("types", () => run("turbo", "run", "typecheck", "--output-logs=errors-only", ...turboOptions));
check("format and lint", () => run("biome", "ci", "--error-on-warnings"));
check("boundaries", () => run("turbo", "boundaries"));
check("builds", () => run("turbo", "run", "build", "--output-logs=errors-only", ...turboOptions));
runTests();
const generated = ["docs:rules", "docs:glossary", "docs:security"].filter((script) => having(script).length > 0);
if (generated.length > 0 || existsSync(join(root, "docs/rules"))) {
  check("generated docs", () => generated.length > 0 && docsAreFresh(generated));
} else {
  console.log("\nGenerated docs: no package writes any yet.");
}

const width = Math.max(...rows.map(({ name }) => name.length));
const cell = (value) => String(value ?? "").padStart(9);
console.log(`\n${"".padEnd(width)}${["passed", "failed", "skipped", "seconds"].map(cell).join("")}`);
for (const { name, passed, failed, skipped, seconds } of rows) {
  console.log(`${name.padEnd(width)}${[passed, failed, skipped || "", seconds?.toFixed(1)].map(cell).join("")}`);
}
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
