import { cursorOf, Link, Pages, useHref, whyNot } from "@linchpin/portal";
import { Button, DateText, EmptyState, LinkButton, Page, Table, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ConcernInList } from "../../views.ts";
import { concernsQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/concerns");

/**
 * What was noticed about this child and is open to this reader, newest first. Where nothing is, the words are the same for
 * everybody: they do not say that there is none, since in another service's file there may be.
 */
export function ConcernsPage() {
  const { childId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(concernsQuery(childId, cursorOf(search)));
  const record = <RecordConcern childId={childId} shut={whyNot(data.mayRecord)} />;
  return (
    <Page title="Concerns" actions={data.concerns.length > 0 && record}>
      <Table
        stacked
        caption="Concerns, newest first"
        captionHidden
        rows={data.concerns}
        rowKey={({ concernId }) => concernId}
        columns={[
          { heading: "What was noticed", cell: (row) => <Noticed row={row} childId={childId} /> },
          { heading: "Noticed", cell: ({ noticedOn }) => <DateText day={noticedOn} /> },
          { heading: "Touches", cell: ({ touches }) => touches.map(({ label }) => label).join(", ") },
          { heading: "How it stands", cell: (row) => <Stands row={row} /> },
        ]}
        empty={
          <EmptyState title="There is no concern for you to read">
            <p className="govuk-body">
              A concern is something noticed and not yet assessed. Recording it does not decide anything.
            </p>
            <p className="govuk-body">
              What a service noticed stays in its own file: others read it once it is shared with them. Whoever worries
              about the child come to reads all of it.
            </p>
            {record}
          </EmptyState>
        }
      />
      <Pages
        of="concerns"
        after={search.after}
        nextCursor={data.nextCursor}
        onGo={(after) => void navigate({ search: { after } })}
      />
    </Page>
  );
}

function RecordConcern({ childId, shut }: { readonly childId: string; readonly shut: string | undefined }) {
  const href = useHref();
  return shut === undefined ? (
    <LinkButton href={href({ to: "/children/$childId/concerns/record", params: { childId } })}>
      Record a concern
    </LinkButton>
  ) : (
    <Button notAllowed={shut}>Record a concern</Button>
  );
}

function Noticed({ row, childId }: { readonly row: ConcernInList; readonly childId: string }) {
  return (
    <>
      <Link to="/children/$childId/concerns/$concernId" params={{ childId, concernId: row.concernId }}>
        {row.beginning}
      </Link>
      <span className="np-note">Recorded by {row.recordedBy.name}</span>
    </>
  );
}

function Stands({ row: { state, outcome } }: { readonly row: ConcernInList }) {
  return (
    <>
      <Tag colour={state === "open" ? "orange" : "grey"}>{state === "open" ? "Open" : "Answered"}</Tag>
      {outcome && <span className="np-note">{outcome.label}</span>}
    </>
  );
}
