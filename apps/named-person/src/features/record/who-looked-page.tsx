import { capital, Pages } from "@linchpin/portal";
import { EmptyState, MomentText, Page, PrintButton, Table, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Answers } from "../../views.ts";
import { looksQuery } from "./queries-of-child.ts";

const route = getRouteApi("/signed-in/children/$childId/who-has-looked");
type Look = Answers["record"]["whoLooked"]["looks"][number];

/** Every look at this record and every change to it: who, when, doing what, on what basis. */
export function WhoLookedPage() {
  const { childId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(looksQuery(childId, search));
  return (
    <Page title="Who has looked" actions={<PrintButton />}>
      <p className="govuk-body">
        Every look at this record is written down, yours too, with the part in the child's care that it rests on.
      </p>
      <Table
        stacked
        caption="Who has looked, newest first"
        dense
        rows={data.looks}
        rowKey={({ entryId }) => entryId}
        columns={[
          { heading: "When", cell: ({ at }) => <MomentText at={at} /> },
          { heading: "Who", cell: (look) => <Who look={look} /> },
          { heading: "What they did", cell: (look) => <Did look={look} /> },
          { heading: "On what basis", cell: (look) => basisOf(look) },
        ]}
        empty={<EmptyState title="Nobody has looked yet" />}
      />
      <Pages
        of="entries"
        after={search.after}
        nextCursor={data.nextCursor}
        onGo={(after) => void navigate({ search: { after } })}
      />
    </Page>
  );
}

/** A change rests on the look it came with. */
function basisOf({ basis, outcome, by }: Look): string {
  if (basis) return capital(basis);
  return outcome === "changed" && by !== null ? "As when they looked" : "None";
}

function Who({ look: { by, postTitle, agencyName } }: { readonly look: Look }) {
  return (
    <>
      {by?.name ?? "Linchpin itself"}
      <span className="np-note">{[postTitle, agencyName].filter(Boolean).join(", ")}</span>
    </>
  );
}

function Did({ look: { outcome, did, what } }: { readonly look: Look }) {
  return (
    <>
      {outcome === "refused" ? <Tag colour="red">{did}</Tag> : did}
      <span className="np-note">to {what}</span>
    </>
  );
}
