import { cursorOf } from "@linchpin/portal";
import { trpc } from "../../api.ts";
import type { AccessReviewsSearch } from "./review-search.ts";

export const staffAccessQuery = ({ search, show, after }: AccessReviewsSearch) =>
  trpc.access.reviews.list.queryOptions({
    ...cursorOf({ after }),
    ...(search === undefined ? {} : { search }),
    ...(show === undefined ? {} : { show }),
  });
export const personAccessQuery = (practitionerId: string) =>
  trpc.access.reviews.person.queryOptions({ practitionerId });
