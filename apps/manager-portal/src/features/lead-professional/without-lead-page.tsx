import { cursorOf, Link, Pages, useHref } from "@linchpin/portal";
import {
  Anchor,
  Clock,
  count,
  DateText,
  dateInWords,
  EmptyState,
  Page,
  PrintButton,
  Table,
  whenInWords,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { childInWords, hrefOfPlan } from "../../child.ts";
import { useTerms } from "../../terms.ts";
import type { WithoutLead } from "../../views.ts";
import { withoutLeadQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/without-lead");

/** Plans that need a lead and have none: since when, with which clock, whom the family turns to meanwhile, and why. */
export function WithoutLeadPage() {
  const { lead, leadProfessional } = useTerms();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  const { data } = useSuspenseQuery(withoutLeadQuery(cursorOf(search)));
  return (
    <Page
      title={`Children with no ${lead}`}
      back={{ href: href({ to: "/" }), text: "Today" }}
      actions={data.plans.length > 0 && <PrintButton />}
    >
      <p className="govuk-body">
        A plan is listed from the day a {leadProfessional} was found to be needed until one leads. Nobody is without a
        contact meanwhile.
      </p>
      <Table
        stacked
        caption={`Plans that wait for a ${lead}, the nearest limit first`}
        rows={data.plans}
        rowKey={({ planId }) => planId}
        columns={[
          { heading: "Child", cell: (plan) => <Child plan={plan} /> },
          { heading: "Since", cell: (plan) => <Since plan={plan} /> },
          { heading: "Limit", cell: ({ clock }) => (clock ? <Clock {...clock} /> : "No clause sets one") },
          { heading: "Why", cell: (plan) => <Why plan={plan} /> },
          { heading: "Contact meanwhile", cell: (plan) => <Contact plan={plan} /> },
        ]}
        empty={
          <EmptyState title={`Every plan that needs a ${lead} has one`}>
            <p className="govuk-body">
              <Link to="/">Go to Today</Link>
            </p>
          </EmptyState>
        }
      />
      <Pages
        of="children"
        after={search.after}
        nextCursor={data.nextCursor}
        onGo={(after) => void navigate({ search: { after } })}
      />
    </Page>
  );
}

type Row = { readonly plan: WithoutLead };

function Child({ plan: { child, planId, mayOpen } }: Row) {
  if (child.visibility === "restricted") return childInWords(child);
  return (
    <>
      {mayOpen ? <Anchor href={hrefOfPlan(planId)}>{child.name}</Anchor> : child.name}
      {child.bornOn && <span className="mp-note">Born {dateInWords(child.bornOn)}</span>}
    </>
  );
}

function Since({ plan: { since, daysWaiting } }: Row) {
  return (
    <>
      {since.length === 10 ? <DateText day={since} /> : whenInWords(since)}
      <span className="mp-note">{daysWaiting === 0 ? "Today" : count(daysWaiting, "day")}</span>
    </>
  );
}

function Why({ plan: { why, engagement, proposalId, planId, mayOpen } }: Row) {
  return (
    <>
      {why}
      {engagement && (
        <span className="mp-note">
          The family: {engagement.state.label.toLowerCase()}, since {dateInWords(engagement.on)}
        </span>
      )}
      {(proposalId !== undefined || mayOpen) && (
        <span className="mp-note">
          {proposalId === undefined ? (
            <Anchor href={hrefOfPlan(planId)}>Open the plan to propose somebody</Anchor>
          ) : (
            <Link to="/proposals/$proposalId" params={{ proposalId }}>
              Open the proposal
            </Link>
          )}
        </span>
      )}
    </>
  );
}

function Contact({ plan: { contact } }: Row) {
  if (contact === undefined) return <strong>Nobody</strong>;
  return (
    <>
      {contact.name}
      <span className="mp-note">{[contact.postTitle, contact.agency.name].filter(Boolean).join(", ")}</span>
    </>
  );
}
