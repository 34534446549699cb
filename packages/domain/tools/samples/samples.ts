import { caseload } from "./caseload.ts";
import type { Sample } from "./csv.ts";
import { primarySchool } from "./primary-school.ts";
import { secondarySchool } from "./secondary-school.ts";

/** The lists of the samples folder. Everybody in them is invented, and the same each time they are written. */
export const samples = (): readonly Sample[] => [secondarySchool(), primarySchool(), caseload()];
