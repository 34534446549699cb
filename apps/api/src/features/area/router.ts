import { router } from "../../trpc.ts";
import { rulebook } from "./rulebook.ts";
import { whoHelps } from "./who-helps.ts";

export const area = router({ rulebook, whoHelps });
