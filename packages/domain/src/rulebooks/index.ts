import { bolton } from "./bolton/bolton.ts";
import { devon } from "./devon/devon.ts";
import { england } from "./england/england.ts";
import { highland } from "./highland/highland.ts";
import { poole } from "./poole/poole.ts";
import type { Rulebook } from "./questions.ts";
import { scotland } from "./scotland/scotland.ts";
import { wigan } from "./wigan/wigan.ts";

export { adoptionProblems } from "../kernel/book.ts";
export {
  type ClauseSaid,
  compareRulebooks,
  type QuestionCompared,
  type RulebooksCompared,
  type ValueCompared,
} from "./compare.ts";
export { type AdoptedRulebook, adopt, asItStands, type QuestionName, questions, type Rulebook } from "./questions.ts";

/** The register of editions. A new area's rulebook is added here and nowhere else. */
export const rulebooks: readonly Rulebook[] = [england, wigan, bolton, poole, devon, scotland, highland];

const kept: Rulebook[] = [];

/** Every edition that can be adopted here: the register's, and those that areas keep in files of their own. */
export const everyRulebook = (): readonly Rulebook[] => [...rulebooks, ...kept];

/** Adds an edition that an area keeps in a file of its own, for as long as this process runs. */
export function keepRulebook(edition: Rulebook): void {
  if (everyRulebook().some(({ id, version }) => id === edition.id && version === edition.version))
    throw new RangeError(`There is a rulebook ${edition.id}, version ${edition.version}, already.`);
  kept.push(edition);
}

/** Takes the id and, if wanted, the version; gives the edition, the newest first. Undefined where there is none. */
export const rulebook = (id: string, version?: number): Rulebook | undefined =>
  everyRulebook()
    .filter((edition) => edition.id === id && (version === undefined || edition.version === version))
    .sort((a, b) => b.version - a.version)[0];
