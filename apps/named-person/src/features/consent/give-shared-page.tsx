import { useHref } from "@linchpin/portal";
import { getRouteApi } from "@tanstack/react-router";
import { GiveSheet } from "./give-sheet.tsx";
import { sheetOfDays } from "./search.ts";

const route = getRouteApi("/signed-in/what-is-shared/$childId/give");

/** What is shared, for one of the family: it leaves by the step of a copy. */
export function GiveSharedPage() {
  const { childId } = route.useParams();
  const search = route.useSearch();
  const href = useHref();
  return (
    <GiveSheet
      childId={childId}
      of={sheetOfDays("what-is-shared", search)}
      back={{ href: href({ to: "/what-is-shared/$childId", params: { childId }, search }), text: "What we share" }}
    />
  );
}
