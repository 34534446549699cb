import { router } from "../../trpc.ts";
import { chronology } from "./chronology.ts";
import { decision } from "./decision.ts";
import { duties } from "./duties.ts";
import { markNoticesRead, notices } from "./notices.ts";
import { today } from "./today.ts";
import { whoLooked } from "./who-looked.ts";

export const record = router({ chronology, decision, whoLooked, notices, markNoticesRead, duties, today });
