import { capital } from "@linchpin/portal";
import {
  DateText,
  EmptyState,
  Engagement,
  momentInWords,
  NothingPrints,
  Page,
  PrintButton,
  Section,
  SummaryList,
  Table,
  Tag,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { childInWords } from "../../child.ts";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { planToReadQuery } from "./part-queries.ts";

const route = getRouteApi("/signed-in/plans/$planId");
type Plan = Answers["plan"]["get"];

/** A plan for somebody who reads it by a part they were given, and changes nothing in it. On no paper where it is open in an emergency. */
export function PlanToReadPage() {
  const { planId } = route.useParams();
  const { data: plan } = useSuspenseQuery(planToReadQuery(planId));
  if (plan.isOpenInEmergency !== true) return <PlanToRead plan={plan} />;
  return (
    <NothingPrints>
      <PlanToRead plan={plan} />
    </NothingPrints>
  );
}

function PlanToRead({ plan }: { readonly plan: Plan }) {
  return (
    <Page
      title={plan.kind.label}
      caption={plan.members.map((member) => childInWords(member)).join(", ")}
      actions={<PrintButton />}
    >
      <p className="govuk-body">
        <Tag colour={plan.state === "open" ? "green" : "grey"}>{plan.state === "open" ? "Open" : "Closed"}</Tag> Opened
        by {plan.openedBy.name} on {momentInWords(plan.openedAt)}. You read this plan, and change nothing in it.
      </p>
      <WhoAnswers plan={plan} />
      <Section title="What was agreed">
        <Table
          stacked="short"
          caption="Actions"
          captionHidden
          rows={plan.actions}
          rowKey={({ actionId }) => actionId}
          columns={[
            {
              heading: "Action",
              cell: ({ what, outcome }) => (
                <>
                  {what}
                  {outcome && <span className="mp-note">So that: {outcome}</span>}
                </>
              ),
            },
            {
              heading: "Who",
              cell: ({ owner, agency }) => [owner?.name, marked(plan, agency)].filter(Boolean).join(", "),
            },
            { heading: "By", cell: ({ dueOn }) => (dueOn ? <DateText day={dueOn} /> : "No day set") },
            { heading: "Stands", cell: ({ state, isLate }) => (isLate ? `${state.label}, late` : state.label) },
          ]}
          empty={<EmptyState title="No action is agreed yet" />}
        />
      </Section>
      <Section title="Who works on it">
        <Table
          stacked="short"
          caption="People on the plan"
          captionHidden
          rows={plan.practitioners}
          rowKey={({ practitionerId }) => practitionerId}
          columns={[
            { heading: "Name", cell: ({ name }) => name },
            {
              heading: "Post",
              cell: ({ postTitle, agency }) => [postTitle, marked(plan, agency)].filter(Boolean).join(", "),
            },
            { heading: "Since", cell: ({ since }) => momentInWords(since) },
          ]}
          empty={<EmptyState title="Nobody works on it yet" />}
        />
      </Section>
      {plan.engagement.map(({ childId, seen }) => (
        <Section key={childId} title="How far the family is engaged">
          <Engagement seen={seen} />
        </Section>
      ))}
      <Section title="What it rests on">
        {plan.evidence.length === 0 ? (
          <p className="govuk-body">Nothing of the chronology is ticked.</p>
        ) : (
          <SummaryList
            rows={plan.evidence.map(({ title, happenedAt, by }) => ({
              key: momentInWords(happenedAt),
              value: `${title} (${by})`,
            }))}
          />
        )}
      </Section>
    </Page>
  );
}

/** An agency's name, marked where it has not signed up to working together (HIG-4). */
const marked = (
  { notSignedUp }: Plan,
  { agencyId, name }: { readonly agencyId: string; readonly name: string },
): string => (notSignedUp.some((one) => one.agencyId === agencyId) ? `${name} (not yet signed up)` : name);

function WhoAnswers({ plan: { lead, contact, leadsBefore } }: { readonly plan: Plan }) {
  const { leadProfessional } = useTerms();
  return (
    <SummaryList
      rows={[
        {
          key: capital(leadProfessional),
          value: lead ? `${lead.name}, ${lead.agency.name}, since ${momentInWords(lead.since)}` : "Nobody yet",
        },
        { key: "Contact", value: contact ? `${contact.name}, ${contact.agency.name}` : "Nobody" },
        ...leadsBefore.map(({ name, since, until }) => ({
          key: "Led before",
          value: `${name}, ${momentInWords(since)}${until ? ` to ${momentInWords(until)}` : ""}`,
        })),
      ]}
    />
  );
}
