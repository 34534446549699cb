import { cursorOf, Link, Pages, useHref } from "@linchpin/portal";
import { EmptyState, LinkButton, MomentText, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { EstablishmentPage } from "./establishment-page.tsx";
import { rollInsQuery } from "./queries.ts";
import { RollInState } from "./roll-in-state.tsx";

const route = getRouteApi("/signed-in/roll/$establishmentId/imports");

/** Lists that were uploaded, newest first, and what became of each. */
export function RollInsPage() {
  const { establishmentId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  const { data } = useSuspenseQuery(rollInsQuery(establishmentId, cursorOf(search)));
  const upload = (
    <LinkButton href={href({ to: "/roll/$establishmentId/imports/new", params: { establishmentId } })}>
      Upload a list
    </LinkButton>
  );
  return (
    <EstablishmentPage establishmentId={establishmentId} title="Imports" actions={data.rollIns.length > 0 && upload}>
      <Table
        stacked="short"
        caption="Imports, newest first"
        captionHidden
        rows={data.rollIns}
        rowKey={({ rollInId }) => rollInId}
        columns={[
          {
            heading: "File",
            cell: ({ rollInId, fileName }) => (
              <Link to="/roll/imports/$rollInId" params={{ rollInId }}>
                {fileName}
              </Link>
            ),
          },
          {
            heading: "Uploaded",
            cell: ({ uploadedAt, uploadedBy }) => (
              <>
                <MomentText at={uploadedAt} />
                <span className="np-note">by {uploadedBy}</span>
              </>
            ),
          },
          { heading: "How it stands", cell: ({ state }) => <RollInState state={state} /> },
          { heading: "New", numeric: true, cell: ({ summary, done }) => done?.added ?? summary.new },
          { heading: "Changed", numeric: true, cell: ({ summary, done }) => done?.changed ?? summary.changed },
          { heading: "Refused", numeric: true, cell: ({ summary }) => summary.refused },
        ]}
        empty={
          <EmptyState title="Nothing has been uploaded yet">
            <p className="govuk-body">A list is read and shown first. Nothing changes until you confirm it.</p>
            {upload}
          </EmptyState>
        }
      />
      <Pages
        of="imports"
        after={search.after}
        nextCursor={data.nextCursor}
        onGo={(after) => void navigate({ search: { after } })}
      />
    </EstablishmentPage>
  );
}
