import { Link, useHref, whyNot } from "@linchpin/portal";
import { Button, DateText, EmptyState, LinkButton, Page, Table, type TableProps, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Answers } from "../../views.ts";
import { arrivalsQuery, arrivalsToFileQuery } from "./told-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/came-in");
type Arrival = Answers["concern"]["arrivals"]["toFile"]["arrivals"][number];

/** What came in about a child by paper, phone or a visit, and how it was filed (HIG-29). */
export function CameInPage() {
  const { childId } = route.useParams();
  const { data } = useSuspenseQuery(arrivalsQuery(childId));
  const href = useHref();
  const shut = whyNot(data.enter);
  return (
    <Page
      title="Came in by paper or phone"
      actions={
        shut === undefined ? (
          <LinkButton href={href({ to: "/came-in/$childId", params: { childId } })}>Enter what came in</LinkButton>
        ) : (
          <Button notAllowed={shut}>Enter what came in</Button>
        )
      }
    >
      <p className="govuk-body">
        Each is filed as relevant or not, with where it came from and why. It is open to those to whom every worry about
        this child comes, and to nobody else.
      </p>
      <Table
        stacked
        caption="What came in, what waits to be filed first"
        captionHidden
        rows={data.arrivals}
        rowKey={({ arrivalId }) => arrivalId}
        columns={[
          ...whatCame,
          {
            heading: "How it is filed",
            cell: (one) => <Filed arrival={one} mayFile={data.file.may} />,
          },
        ]}
        empty={<EmptyState title="Nothing that came in is entered" />}
      />
    </Page>
  );
}

/** What waits for the reader to file it, of all their children. */
export function ToFilePage() {
  const { data } = useSuspenseQuery(arrivalsToFileQuery());
  return (
    <Page title="Came in by paper or phone">
      <p className="govuk-body">What waits for you to file it. Until then it is closed to others.</p>
      <Table
        stacked
        caption="What waits for you to file it, the oldest first"
        captionHidden
        rows={data.arrivals}
        rowKey={({ arrivalId }) => arrivalId}
        columns={[
          { heading: "About", cell: ({ childName }) => childName, sortBy: ({ childName }) => childName },
          ...whatCame,
          { heading: "How it is filed", cell: (one) => <Filed arrival={one} mayFile /> },
        ]}
        empty={
          <EmptyState title="Nothing waits for you to file it">
            <p className="govuk-body">
              When a letter, a call or a note about one of your children is entered, it is listed here until you file
              it.
            </p>
          </EmptyState>
        }
      />
    </Page>
  );
}

const whatCame: TableProps<Arrival>["columns"] = [
  { heading: "Came on", cell: ({ cameOn }) => <DateText day={cameOn} />, sortBy: ({ cameOn }) => cameOn },
  {
    heading: "From",
    cell: ({ source, sourceName }) => (
      <>
        {sourceName}
        <span className="np-note">{source.label}</span>
      </>
    ),
  },
  {
    heading: "What it is",
    cell: ({ way, keptAt, enteredBy, filed }) => (
      <>
        {way.label}
        <span className="np-note">
          Entered by {enteredBy}
          {keptAt && !filed && <>. It is here: {keptAt}</>}
        </span>
      </>
    ),
  },
];

function Filed({
  arrival: { filed, childId, arrivalId },
  mayFile,
}: {
  readonly arrival: Arrival;
  readonly mayFile: boolean;
}) {
  if (filed === undefined)
    return (
      <>
        <Tag colour="orange">To file</Tag>
        {mayFile && (
          <span className="np-note">
            <Link to="/children/$childId/came-in/$arrivalId" params={{ childId, arrivalId }}>
              File it
            </Link>
          </span>
        )}
      </>
    );
  return (
    <>
      <Tag colour={filed.as.code === "relevant" ? "green" : "grey"}>{filed.as.label}</Tag>
      {filed.says && <span className="np-prose">{filed.says}</span>}
      <span className="np-note">
        {filed.because} Filed by {filed.by}
      </span>
    </>
  );
}
