import { capital, useHref, whyNot } from "@linchpin/portal";
import {
  Button,
  ButtonGroup,
  count,
  DateText,
  EmptyState,
  InsetText,
  LinkButton,
  momentInWords,
  Page,
  Section,
  SummaryList,
  Table,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { standInQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/stand-in");
type StandIn = Answers["leadProfessional"]["standIn"]["get"];

/** Who would act if the lead were away, who acts now, and who did before. */
export function StandInPage() {
  const params = route.useParams();
  const { data } = useSuspenseQuery(standInQuery(params.planId));
  const { leadProfessional } = useTerms();
  const href = useHref();
  return (
    <Page
      title={`When the ${leadProfessional} is away`}
      caption={`${data.planTitle}: ${data.childName}`}
      back={{ href: href({ to: "/children/$childId/plans/$planId", params }), text: "The plan" }}
    >
      {data.now && <InsetText>{`${data.now.name} stands in now. The lead is paused, not ended.`}</InsetText>}
      <SummaryList rows={[{ key: capital(leadProfessional), value: data.lead?.name ?? "Nobody leads this plan" }]} />
      <Deputy data={data} />
      <Now data={data} />
      <Section title="Who stood in before">
        <Table
          stacked
          caption="Who stood in before"
          captionHidden
          rows={data.before}
          rowKey={({ actingLeadId }) => actingLeadId}
          columns={[
            { heading: "Who", cell: ({ name }) => name },
            { heading: "As", cell: ({ as }) => as.label },
            ...(data.before.some(({ reason }) => reason !== undefined)
              ? [{ heading: "Why", cell: ({ reason }: StandIn["before"][number]) => reason?.label ?? "Not for you" }]
              : []),
            { heading: "From", cell: ({ since }) => momentInWords(since) },
            { heading: "To", cell: ({ until }) => (until === undefined ? "" : momentInWords(until)) },
          ]}
          empty={<EmptyState title="Nobody has stood in on this plan" />}
        />
      </Section>
    </Page>
  );
}

type WayProps = { readonly to: string; readonly may: StandIn["agree"]; readonly children: string };

/** A way on, or why there is none for this reader. */
function Way({ to, may, children }: WayProps) {
  const shut = whyNot(may);
  return shut === undefined ? (
    <LinkButton kind="secondary" href={to}>
      {children}
    </LinkButton>
  ) : (
    <Button kind="secondary" notAllowed={shut}>
      {children}
    </Button>
  );
}

function Deputy({ data: { deputy, agree } }: { readonly data: StandIn }) {
  const params = route.useParams();
  const href = useHref();
  return (
    <Section title="Deputy">
      {deputy === undefined ? (
        <EmptyState title="No deputy is agreed" />
      ) : (
        <SummaryList
          rows={[
            { key: "Deputy", value: deputy.name },
            { key: "Agreed", value: <DateText day={deputy.agreedOn} /> },
          ]}
        />
      )}
      <p className="govuk-body">A deputy does not share the role. They lead only while they are put in.</p>
      <ButtonGroup>
        <Way to={href({ to: "/children/$childId/plans/$planId/stand-in/deputy", params })} may={agree}>
          {deputy === undefined ? "Record a deputy" : "Record another deputy"}
        </Way>
        {deputy !== undefined && agree.may && (
          <LinkButton
            kind="secondary"
            href={href({ to: "/children/$childId/plans/$planId/stand-in/no-deputy", params })}
          >
            End that {deputy.name} is deputy
          </LinkButton>
        )}
      </ButtonGroup>
    </Section>
  );
}

function Now({ data: { now, begin, end } }: { readonly data: StandIn }) {
  const params = route.useParams();
  const href = useHref();
  return (
    <Section title="Standing in now">
      {now === undefined ? (
        <EmptyState title="Nobody stands in" />
      ) : (
        <SummaryList
          rows={[
            { key: "Who", value: `${now.name} (${now.as.label.toLowerCase()})` },
            ...(now.reason === undefined ? [] : [{ key: "Why", value: now.reason.label }]),
            { key: "Since", value: momentInWords(now.since) },
            {
              key: "The lead is expected back",
              value: now.expectedBackOn === undefined ? "Nobody knows yet" : <DateText day={now.expectedBackOn} />,
            },
          ]}
        />
      )}
      {now === undefined ? (
        <Way to={href({ to: "/children/$childId/plans/$planId/stand-in/begin", params })} may={begin}>
          Put somebody in for the lead
        </Way>
      ) : (
        <Way to={href({ to: "/children/$childId/plans/$planId/stand-in/back", params })} may={end}>
          Hand the role back to the lead
        </Way>
      )}
    </Section>
  );
}

/** Somebody who could stand in, as a choice: where from, and what they already do. */
export const choiceOf = ({
  practitionerId,
  name,
  title,
  agency,
  openActions,
  managesLead,
}: StandIn["people"][number]) => ({
  value: practitionerId,
  label: name,
  hint: [
    [title, agency].filter(Boolean).join(", "),
    openActions === 0 ? "no open action on the plan" : `${count(openActions, "open action")} on the plan`,
    managesLead ? "manages the lead" : "",
  ]
    .filter(Boolean)
    .join("; "),
});
