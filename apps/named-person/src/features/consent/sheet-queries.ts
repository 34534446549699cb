import type { SheetOf } from "@linchpin/domain";
import { trpc } from "../../api.ts";
import { fresh } from "../named-person/queries.ts";

/** To whom a sheet may go: each is looked at anew once that is chosen. */
export const sheetQuery = (childId: string, of: SheetOf) => ({
  ...trpc.consent.sheets.look.queryOptions({ childId, of }),
  ...fresh,
});
