import { Link, useHref } from "@linchpin/portal";
import { EmptyState, momentInWords, Page, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTerms } from "../../terms.ts";
import { beforeQuery } from "./before-queries.ts";

/** The children I was named person for: what is from my time stays open to me, and nothing since. */
export function BeforePage() {
  const { data } = useSuspenseQuery(beforeQuery());
  const { namedPerson } = useTerms();
  const href = useHref();
  return (
    <Page
      title={`Children you were ${namedPerson} for`}
      back={{ href: href({ to: "/children" }), text: "My children" }}
    >
      <p className="govuk-body">
        You can read what happened, and was written down, in your own time. What is from before or since belongs to
        whoever is the {namedPerson} then.
      </p>
      <Table
        stacked="short"
        caption="The last to pass on first"
        rows={data.children}
        rowKey={({ childId }) => childId}
        columns={[
          {
            heading: "Child",
            cell: ({ childId, name }) => (
              <Link to="/before/$childId" params={{ childId }}>
                {name}
              </Link>
            ),
          },
          {
            heading: "Your time",
            cell: ({ times }) =>
              times.map(({ from, until }) => `${momentInWords(from)} to ${momentInWords(until)}`).join("; "),
          },
        ]}
        empty={<EmptyState title={`You were ${namedPerson} for no other child`} />}
      />
    </Page>
  );
}
