import { parts } from "./features/access/parts.ts";
import { access } from "./features/access/router.ts";
import { sealing } from "./features/access/sealing.ts";
import { sessions } from "./features/access/sessions.ts";
import { area } from "./features/area/router.ts";
import { assessment } from "./features/assessment/router.ts";
import { concern } from "./features/concern/router.ts";
import { consent } from "./features/consent/router.ts";
import { dispute } from "./features/dispute/router.ts";
import { leadProfessional } from "./features/lead-professional/router.ts";
import { namedPerson } from "./features/named-person/router.ts";
import { people } from "./features/people/router.ts";
import { plan } from "./features/plan/router.ts";
import { quality } from "./features/quality/router.ts";
import { record } from "./features/record/router.ts";
import { restriction } from "./features/restriction/router.ts";
import { supervision } from "./features/supervision/router.ts";
import { workforce } from "./features/workforce/router.ts";
import { workload } from "./features/workload/router.ts";
import { router } from "./trpc.ts";

/** Every procedure of the product, by topic. */
export const appRouter = router({
  access,
  area,
  assessment,
  concern,
  consent,
  dispute,
  leadProfessional,
  namedPerson,
  parts,
  people,
  plan,
  quality,
  record,
  restriction,
  sealing,
  sessions,
  supervision,
  workforce,
  workload,
});

/** The one type a portal takes from the api. */
export type AppRouter = typeof appRouter;

/** Procedures that take a file: they may be sent more than the rest, and alone. */
export const uploads: readonly string[] = ["people.rollIn.preview"];
