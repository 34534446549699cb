import { useHref } from "@linchpin/portal";
import { DecisionPanel, momentInWords, Page, PrintButton } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { decisionQuery } from "./queries-of-child.ts";

const route = getRouteApi("/signed-in/children/$childId/decisions/$decisionId");

/** One decision as it was kept that day: question, answer, findings with their clauses, values and facts. */
export function DecisionPage() {
  const { childId, decisionId } = route.useParams();
  const href = useHref();
  const { data } = useSuspenseQuery(decisionQuery(decisionId));
  return (
    <Page
      title="Decision"
      back={{ href: href({ to: "/children/$childId/chronology", params: { childId } }), text: "Chronology" }}
      actions={<PrintButton />}
    >
      <p className="govuk-body">
        Asked by {data.askedBy.name} and kept on {momentInWords(data.recordedAt)}. It reads as it did that day.
      </p>
      <DecisionPanel decision={data.decision} />
    </Page>
  );
}
