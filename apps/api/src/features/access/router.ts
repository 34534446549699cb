import { router } from "../../trpc.ts";
import { draft, keepDraft } from "./draft.ts";
import { who } from "./who.ts";

export const access = router({ who, draft, keepDraft });
