import { Link } from "@linchpin/portal";
import { EmptyState, MomentText, Page, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { worriesToPlaceQuery } from "./worry-queries.ts";

/** Worries that fit no one child of a roll, with what their keepers need to find the child: never what they say. */
export function WorriesToPlacePage() {
  const { data } = useSuspenseQuery(worriesToPlaceQuery());
  return (
    <Page title="Worries to place">
      <p className="govuk-body">
        Somebody passed these worries on, and the name fits no one child of the roll. Say whom each is about: it is with
        the right person from then on. You do not see what a worry says.
      </p>
      <Table
        stacked
        caption="Worries to place, the oldest first"
        captionHidden
        rows={data.worries}
        rowKey={({ worryId }) => worryId}
        columns={[
          {
            heading: "Whom it is about",
            cell: ({ worryId, about, group }) => (
              <Link to="/worries-to-place/$worryId" params={{ worryId }} search={{}}>
                {group === undefined ? about : `${about}, ${group}`}
              </Link>
            ),
          },
          { heading: "Where", cell: ({ establishment }) => establishment },
          { heading: "Passed on by", cell: ({ sender }) => sender },
          { heading: "When", cell: ({ at }) => <MomentText at={at} /> },
        ]}
        empty={<EmptyState title="No worry waits to be placed" />}
      />
    </Page>
  );
}
