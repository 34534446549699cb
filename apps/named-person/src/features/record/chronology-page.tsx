import { Link, Pages } from "@linchpin/portal";
import { EmptyState, FilterPanel, momentInWords, Page, PrintButton, Tag, Timeline } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Answers } from "../../views.ts";
import { chronologyQuery } from "./queries-of-child.ts";
import { ChronologySearch } from "./search.ts";

const route = getRouteApi("/signed-in/children/$childId/chronology");
type Step = Answers["record"]["chronology"]["steps"][number];

/** What happened, newest first, each step as it read that day. Every stored decision can be opened. */
export function ChronologyPage() {
  const { childId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(chronologyQuery(childId, search));
  return (
    <Page title="Chronology" actions={<PrintButton />}>
      <div className="np-narrowed">
        <FilterPanel
          title="Narrow the list"
          values={search.kind === undefined ? {} : { kind: search.kind }}
          onChange={({ kind }) => void navigate({ search: ChronologySearch.parse({ kind: kind || undefined }) })}
          filters={[
            {
              kind: "one",
              name: "kind",
              label: "About",
              options: data.kinds.map(({ kind, label }) => ({ value: kind, label })),
            },
          ]}
        />
        <div>
          {data.steps.length === 0 ? (
            <EmptyState title={search.kind === undefined ? "Nothing has happened yet" : "Nothing of this kind yet"} />
          ) : (
            <Timeline
              label="What happened, newest first"
              entries={data.steps.map((step) => ({
                id: step.entryId,
                title: step.title,
                at: step.happenedAt,
                when: momentInWords(step.happenedAt),
                by: step.by.name,
                tag: <Tag colour="grey">{step.kindInWords}</Tag>,
                text: <TextOf step={step} childId={childId} />,
              }))}
            />
          )}
          <Pages
            of="steps"
            after={search.after}
            nextCursor={data.nextCursor}
            onGo={(after) => void navigate({ search: { ...search, after } })}
          />
        </div>
      </div>
    </Page>
  );
}

function TextOf({
  step: { detail, decisionId, concernId, title },
  childId,
}: {
  readonly step: Step;
  readonly childId: string;
}) {
  return (
    <>
      {detail && <p className="np-prose">{detail}</p>}
      <p className="np-links">
        {decisionId && (
          <Link to="/children/$childId/decisions/$decisionId" params={{ childId, decisionId }}>
            Open the decision<span className="govuk-visually-hidden">: {title}</span>
          </Link>
        )}
        {concernId && (
          <Link to="/children/$childId/concerns/$concernId" params={{ childId, concernId }}>
            Open the concern<span className="govuk-visually-hidden">: {title}</span>
          </Link>
        )}
      </p>
    </>
  );
}
