import { router } from "../../trpc.ts";
import { forChild } from "./for-child.ts";
import { end, renew } from "./look-again.ts";
import { endReader, keepFrom, nameReader, settleGiven } from "./readers.ts";
import { record } from "./record.ts";

export const restriction = router({ forChild, record, renew, end, nameReader, endReader, keepFrom, settleGiven });
