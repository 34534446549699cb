import { useHref, whyNot } from "@linchpin/portal";
import { Anchor, DateText, EmptyState, LinkButton, Page, Section, SummaryList, Table, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Answers } from "../../views.ts";
import { assessmentsQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/assessments");
type Assessments = Answers["assessment"]["forChild"];

/** What was gathered about a child already: the own service's assessments whole, and that others have one where that may be known (BOL-8.5). */
export function AssessmentsPage() {
  const { childId } = route.useParams();
  const { data } = useSuspenseQuery(assessmentsQuery(childId));
  const href = useHref();
  return (
    <Page title="Assessments">
      <p className="govuk-body">
        An assessment belongs to the service that made it. Its people who work with the child read it here; to anybody
        else it is shared one by one, on the page about consent and sharing.
      </p>
      <Section
        title="Of your service"
        actions={
          whyNot(data.begin) === undefined && (
            <LinkButton href={href({ to: "/children/$childId/assessments/begin", params: { childId } })}>
              Begin an assessment
            </LinkButton>
          )
        }
      >
        {data.assessments.length === 0 ? (
          <EmptyState title="Your service has made no assessment of this child" />
        ) : (
          data.assessments.map((one) => <Own key={one.assessmentId} childId={childId} one={one} />)
        )}
      </Section>
      <Section title="Of other services">
        <Elsewhere elsewhere={data.elsewhere} />
      </Section>
    </Page>
  );
}

function Own({ childId, one }: { readonly childId: string; readonly one: Assessments["assessments"][number] }) {
  const href = useHref();
  const { assessmentId, kind, about, begunOn, another, done, stopped, by, settle } = one;
  const params = { childId, assessmentId };
  return (
    <section id={assessmentId} aria-label={`${kind.label}: ${about}`}>
      <h3 className="govuk-heading-s">
        {kind.label}: {about}{" "}
        {done ? (
          <Tag colour="green">Finished</Tag>
        ) : stopped ? (
          <Tag colour="grey">Stopped</Tag>
        ) : (
          <Tag colour="blue">Open</Tag>
        )}
      </h3>
      <SummaryList
        compact
        rows={[
          { key: "Begun", value: <DateText day={begunOn} /> },
          { key: "By", value: by },
          ...(another
            ? [{ key: "Why another one", value: [another.why.label, another.words].filter(Boolean).join(". ") }]
            : []),
          ...(done
            ? [
                { key: "Finished", value: <DateText day={done.on} /> },
                { key: "What was found", value: <span className="np-prose">{done.found}</span> },
              ]
            : []),
          ...(stopped
            ? [
                { key: "Stopped", value: <DateText day={stopped.on} /> },
                {
                  key: "Why",
                  value: (
                    <span className="np-prose">
                      {[stopped.because.label, stopped.words].filter(Boolean).join(". ")}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {whyNot(settle) === undefined && (
        <ul className="govuk-list">
          <li>
            <Anchor href={href({ to: "/children/$childId/assessments/$assessmentId/finish", params })}>
              Finish it<span className="govuk-visually-hidden">: {about}</span>
            </Anchor>
          </li>
          <li>
            <Anchor href={href({ to: "/children/$childId/assessments/$assessmentId/stop", params })}>
              Stop it<span className="govuk-visually-hidden">: {about}</span>
            </Anchor>
          </li>
        </ul>
      )}
    </section>
  );
}

/** That other services have an assessment, with the way to it where it was shared. */
export function Elsewhere({ elsewhere }: Pick<Assessments, "elsewhere">) {
  const href = useHref();
  return (
    <Table
      stacked="short"
      caption="Assessments of other services"
      captionHidden
      rows={elsewhere}
      rowKey={({ assessmentId }) => assessmentId}
      columns={[
        { heading: "Assessment", cell: ({ kind }) => kind.label },
        { heading: "Service", cell: ({ agency }) => agency },
        { heading: "Begun", cell: ({ begunOn }) => <DateText day={begunOn} /> },
        { heading: "Stands", cell: ({ isDone }) => (isDone ? "Finished" : "Open") },
        {
          heading: "To read it",
          cell: ({ releaseId, agency }) =>
            releaseId === undefined ? (
              `Ask ${agency} to share it with you`
            ) : (
              <Anchor href={href({ to: "/shared-with-you/$releaseId", params: { releaseId } })}>
                Read what was shared<span className="govuk-visually-hidden">: {agency}</span>
              </Anchor>
            ),
        },
      ]}
      empty={<EmptyState title="There is none that you may know of" />}
    />
  );
}
