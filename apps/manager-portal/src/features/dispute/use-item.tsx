import { Link, useHref } from "@linchpin/portal";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { childInWords } from "../../child.ts";
import { itemQuery } from "./group-queries.ts";

/** What each page about an item stands on: whose it is, and the way back. */
export function useItem() {
  const { groupItemId = "" } = useParams({ strict: false });
  const { data } = useSuspenseQuery(itemQuery(groupItemId));
  const navigate = useNavigate();
  const href = useHref();
  const params = { groupItemId };
  return {
    data,
    groupItemId,
    page: {
      caption: `${data.planTitle}: ${childInWords(data.item.child)}`,
      back: { href: href({ to: "/group/items/$groupItemId", params }), text: "The item" },
    },
    cancel: (
      <Link to="/group/items/$groupItemId" params={params}>
        Cancel
      </Link>
    ),
    toItem: () => navigate({ to: "/group/items/$groupItemId", params, replace: true }),
    toAgenda: () => navigate({ to: "/group", replace: true }),
  };
}
