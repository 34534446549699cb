import { heldBy, hook, isKilled, plant, registered, survey, wakeFromTheStart } from "./try-out.ts";

/** What a worker is asked, a line each: which mutants meet what, whether one is killed, what holds a rule. */
export type Asked = { readonly kind: "mutant"; readonly id: number } | { readonly kind: "rule"; readonly rule: string };
export type Answered =
  | {
      readonly kind: "ready";
      readonly met: readonly number[];
      readonly atStart: readonly number[];
      readonly rules: readonly string[];
    }
  | { readonly kind: "mutant"; readonly id: number; readonly killed: boolean; readonly isFull: boolean }
  | { readonly kind: "rule"; readonly rule: string; readonly rows: readonly string[]; readonly isFull: boolean };

/** Every file that is read anew stays in memory: past this, somebody fresh is quicker than one who clears up. */
const fullAt = 2_500_000_000;
const isFull = () => process.memoryUsage().heapUsed > fullAt;

const say = (answer: Answered) => process.send?.(answer);
const fromTheStart = Number(process.argv[2] ?? 0);

const { texts, mutants } = plant();
const fileOf = (id: number) => mutants[id - 1]?.file ?? "";
hook(texts);
if (fromTheStart > 0) {
  wakeFromTheStart(fromTheStart);
  const killed = await survey().then(
    () => false,
    () => true,
  );
  say({ kind: "mutant", id: fromTheStart, killed, isFull: false });
  process.exit(0);
}

const ground = await survey();
const all = ground.files.flatMap(({ atImport, tests }) => [atImport, ...tests.map(({ met }) => met.mutants)]);
all.push(ground.pages.met);
say({
  kind: "ready",
  met: [...new Set(all.flatMap((some) => [...some]))],
  atStart: [...ground.atStart],
  rules: [...(await registered())].sort(),
});
process.on("message", async (asked: Asked) => {
  if (asked.kind === "mutant")
    say({
      kind: "mutant",
      id: asked.id,
      killed: await isKilled({ id: asked.id, file: fileOf(asked.id) }, ground),
      isFull: isFull(),
    });
  else say({ kind: "rule", rule: asked.rule, rows: await heldBy(asked.rule, ground), isFull: isFull() });
});
