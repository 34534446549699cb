import { router } from "../../trpc.ts";
import { rulebook } from "./rulebook.ts";

export const area = router({ rulebook });
