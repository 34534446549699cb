import { Link } from "@linchpin/portal";
import { count, EmptyState, InsetText, Page, Table, Tag, type TagColour } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { Answers } from "../../views.ts";
import { coreInformationOfMineQuery } from "./core-information-queries.ts";

type Row = Answers["people"]["coreInformation"]["mine"]["children"][number];
const states: Record<Row["state"], { readonly text: string; readonly colour: TagColour }> = {
  stale: { text: "Stale", colour: "orange" },
  soon: { text: "Due soon", colour: "yellow" },
  never: { text: "Never confirmed", colour: "grey" },
};

/** The reader's own children whose core information waits for them (HIG-28). */
export function CoreInformationOfMinePage() {
  const { data } = useSuspenseQuery(coreInformationOfMineQuery());
  return (
    <Page title="Core information to confirm">
      {data.silence === undefined ? (
        <p className="govuk-body">
          Children of yours whose core information is stale, falls due within 30 days, or was never confirmed.
        </p>
      ) : (
        <InsetText>{data.silence}</InsetText>
      )}
      <Table
        stacked="short"
        caption="Core information to confirm"
        captionHidden
        rows={data.children}
        rowKey={({ childId }) => childId}
        columns={[
          {
            heading: "Child",
            cell: ({ childId, name }) => (
              <Link to="/children/$childId/core-information" params={{ childId }}>
                {name}
              </Link>
            ),
          },
          {
            heading: "How it stands",
            cell: ({ state }) => <Tag colour={states[state].colour}>{states[state].text}</Tag>,
          },
          { heading: "Why", cell: ({ because }) => because },
        ]}
        empty={<EmptyState title="Nothing is to be confirmed now" />}
      />
      {data.more > 0 && (
        <p className="govuk-body">{count(data.more, "more child", "more children")} will show as these are done.</p>
      )}
    </Page>
  );
}
