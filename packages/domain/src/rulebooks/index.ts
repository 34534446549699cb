import { bolton } from "./bolton/bolton.ts";
import { england } from "./england/england.ts";
import { highland } from "./highland/highland.ts";
import type { Rulebook } from "./questions.ts";
import { scotland } from "./scotland/scotland.ts";
import { wigan } from "./wigan/wigan.ts";

export { adoptionProblems } from "../kernel/book.ts";
export { type AdoptedRulebook, adopt, asItStands, type QuestionName, questions, type Rulebook } from "./questions.ts";

/** The register of editions. A new area's rulebook is added here and nowhere else. */
export const rulebooks: readonly Rulebook[] = [england, wigan, bolton, scotland, highland];

/** Takes the id and, if wanted, the version; gives the edition, the newest first. Undefined where there is none. */
export const rulebook = (id: string, version?: number): Rulebook | undefined =>
  rulebooks
    .filter((edition) => edition.id === id && (version === undefined || edition.version === version))
    .sort((a, b) => b.version - a.version)[0];
