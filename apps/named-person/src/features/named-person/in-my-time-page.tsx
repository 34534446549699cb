import { useHref } from "@linchpin/portal";
import { EmptyState, momentInWords, Page, SummaryList } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms } from "../../terms.ts";
import { inMyTimeQuery } from "./before-queries.ts";

const route = getRouteApi("/signed-in/before/$childId");

/** What happened to a child while I was the named person. */
export function InMyTimePage() {
  const { childId } = route.useParams();
  const { data } = useSuspenseQuery(inMyTimeQuery(childId));
  const { namedPerson } = useTerms();
  const href = useHref();
  return (
    <Page
      title={data.name}
      caption={`While you were ${namedPerson}`}
      back={{ href: href({ to: "/before" }), text: `Children you were ${namedPerson} for` }}
    >
      <p className="govuk-body">
        {data.times.map(({ from, until }) => `${momentInWords(from)} to ${momentInWords(until)}`).join("; ")}
      </p>
      {data.steps.length === 0 ? (
        <EmptyState title="Nothing was written down in your time" />
      ) : (
        <SummaryList
          rows={data.steps.map(({ happenedAt, title, detail, by }) => ({
            key: momentInWords(happenedAt),
            value: (
              <>
                {title}
                {detail && <span className="np-note">{detail}</span>}
                <span className="np-note">{by}</span>
              </>
            ),
          }))}
        />
      )}
    </Page>
  );
}
