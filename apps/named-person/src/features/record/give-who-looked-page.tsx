import { useHref } from "@linchpin/portal";
import { getRouteApi } from "@tanstack/react-router";
import { GiveSheet } from "../consent/give-sheet.tsx";
import { sheetOfDays } from "../consent/search.ts";

const route = getRouteApi("/signed-in/who-has-looked/$childId/give");

/** Who has looked, for one of the family, up to yesterday: it leaves by the step of a copy. */
export function GiveWhoLookedPage() {
  const { childId } = route.useParams();
  const search = route.useSearch();
  const href = useHref();
  return (
    <GiveSheet
      childId={childId}
      of={sheetOfDays("who-looked", search)}
      back={{ href: href({ to: "/who-has-looked/$childId", params: { childId }, search }), text: "Who has looked" }}
      notes={<p className="govuk-body">The list ends with yesterday: what happens today is on tomorrow's.</p>}
    />
  );
}
