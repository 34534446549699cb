import { access } from "./features/access/router.ts";
import { namedPerson } from "./features/named-person/router.ts";
import { people } from "./features/people/router.ts";
import { record } from "./features/record/router.ts";
import { router } from "./trpc.ts";

/** Every procedure of the product, by topic. */
export const appRouter = router({ access, namedPerson, people, record });

/** The one type a portal takes from the api. */
export type AppRouter = typeof appRouter;
