import { Link } from "@linchpin/portal";
import { DateText, dateInWords, EmptyState, Page, Table, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { Answers } from "../../views.ts";
import { receivedListQuery } from "./received-queries.ts";

type Received = Answers["consent"]["received"]["received"][number];

/** What others shared with this reader, for as long as each lasts. */
export function ReceivedListPage() {
  const { data } = useSuspenseQuery(receivedListQuery());
  return (
    <Page title="Shared with you">
      <p className="govuk-body">
        Each opens to you for as long as it is shared, for what it says, and opens nothing else of the child.
      </p>
      <Table
        stacked
        caption="What is shared with you, newest first"
        captionHidden
        rows={data.received}
        rowKey={({ releaseId }) => releaseId}
        columns={[
          { heading: "What", cell: (one) => <What received={one} />, sortBy: ({ title }) => title },
          { heading: "About", cell: ({ childName }) => childName, sortBy: ({ childName }) => childName },
          {
            heading: "Shared by",
            cell: ({ by, from }) => (
              <>
                {by.name}
                <span className="np-note">From the file of {from}</span>
              </>
            ),
            sortBy: ({ by }) => by.name,
          },
          { heading: "On", cell: ({ on }) => <DateText day={on} />, sortBy: ({ on }) => on },
          {
            heading: "Until",
            cell: ({ lastDay }) => (lastDay === undefined ? "It is taken back" : dateInWords(lastDay)),
          },
          { heading: "How it stands", cell: (one) => <Filed received={one} /> },
        ]}
        empty={
          <EmptyState title="Nothing is shared with you">
            <p className="govuk-body">
              When somebody shares something about a child with you, it is listed here until it ends or is taken back.
            </p>
          </EmptyState>
        }
      />
    </Page>
  );
}

function What({ received: { releaseId, title, purpose } }: { readonly received: Received }) {
  return (
    <>
      <Link to="/shared-with-you/$releaseId" params={{ releaseId }}>
        {title}
      </Link>
      <span className="np-note">{purpose}</span>
    </>
  );
}

export function Filed({ received: { filed, isToFile } }: { readonly received: Received }) {
  if (isToFile) return <Tag colour="orange">To file</Tag>;
  return (
    <>
      <Tag colour="green">{filed?.as.label ?? "Shared"}</Tag>
      {filed && <span className="np-note">{filed.because}</span>}
    </>
  );
}
