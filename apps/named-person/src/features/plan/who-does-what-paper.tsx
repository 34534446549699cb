import { useHref } from "@linchpin/portal";
import { Anchor } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { GiveSheet } from "../consent/give-sheet.tsx";
import { whoDoesWhatQuery } from "./who-does-what-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/who-does-what/paper");

/** The list for one of the family: who does what by when, and nobody's questions. It leaves by the step of a copy (HIG-128). */
export function WhoDoesWhatPaper() {
  const params = route.useParams();
  const { data } = useSuspenseQuery(whoDoesWhatQuery(params.planId, params.childId));
  const href = useHref();
  return (
    <GiveSheet
      childId={params.childId}
      of={{ is: "who-does-what", planId: params.planId }}
      back={{ href: href({ to: "/children/$childId/plans/$planId/who-does-what", params }), text: "Who does what" }}
      notes={
        data.isWhereKept && (
          <p className="govuk-body">
            <Anchor
              href={href({ to: "/children/$childId/plans/$planId/send/$step", params: { ...params, step: "who" } })}
            >
              Send a copy of the plan
            </Anchor>
          </p>
        )
      }
    />
  );
}
