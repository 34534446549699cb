import { useHref } from "@linchpin/portal";
import { Anchor, Clock, count, EmptyState, Page, Table, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { peopleQuery } from "./queries.ts";
import { arrangementInWords, type Supervisee, yourPart } from "./words.ts";

/** The people whom the reader supervises or has to see to: whoever is late first, then the nearest session. */
export function PeoplePage() {
  const href = useHref();
  const { data } = useSuspenseQuery(peopleQuery());
  return (
    <Page title="Supervision">
      <p className="govuk-body">
        Whom you supervise, and those you manage who lead for a child. What is said in a session is for the two of you:
        it stands in no child's record.
      </p>
      <Table
        stacked
        caption="Your people, whoever is late first"
        rows={data.people}
        rowKey={({ practitionerId }) => practitionerId}
        columns={[
          {
            heading: "Who",
            cell: (person) => (
              <>
                <Anchor
                  href={href({ to: "/supervision/$practitionerId", params: { practitionerId: person.practitionerId } })}
                >
                  {person.name}
                </Anchor>
                <span className="mp-note">{[person.postTitle, person.agency].filter(Boolean).join(", ")}</span>
                <span className="mp-note">{yourPart(person)}</span>
              </>
            ),
          },
          { heading: "Leads for", cell: ({ leads }) => count(leads, "child", "children") },
          { heading: "Supervised by", cell: (person) => arrangementInWords(person) },
          { heading: "Next", cell: (person) => <Next person={person} /> },
        ]}
        empty={
          <EmptyState title="You supervise nobody">
            <p className="govuk-body">
              Somebody is listed here when they lead for a child and you are their manager, or when they are given to
              you to supervise.
            </p>
          </EmptyState>
        }
      />
    </Page>
  );
}

function Next({ person: { duties, next, waiting, arrangement } }: { readonly person: Supervisee }) {
  const isSettled = arrangement !== undefined;
  const other = duties.find(
    ({ isLate, act }) => isLate && act !== "supervision.hold-session" && act !== "supervision.discuss-case",
  );
  return (
    <>
      {next && <Clock {...next} />}
      {!isSettled && <Tag colour="red">Settle who supervises</Tag>}
      {isSettled && next === undefined && other === undefined && "Nothing is due"}
      {isSettled && other && <span className="mp-note">{other.because}</span>}
      {waiting > 0 && <span className="mp-note">Asks for extra supervision: {waiting}</span>}
    </>
  );
}
