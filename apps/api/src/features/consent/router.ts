import { router } from "../../trpc.ts";
import { forChild } from "./for-child.ts";
import { correct, record } from "./record.ts";

export const consent = router({ forChild, record, correct });
