import { router } from "../../trpc.ts";
import { decide } from "./decide.ts";
import { acknowledge, recordView, tellOf } from "./follow-up.ts";
import { forChild, get } from "./get.ts";
import { record } from "./record.ts";

export const concern = router({ record, get, forChild, recordView, acknowledge, tell: tellOf, decide });
