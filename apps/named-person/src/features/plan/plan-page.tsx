import { capital, useHref } from "@linchpin/portal";
import { Anchor, Details, InsetText, LinkButton, momentInWords, Page, Section, SummaryList, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms, useWho } from "../../terms.ts";
import type { Plan } from "../../views.ts";
import { RecordsOfCase } from "../assessment/records-of-case.tsx";
import { ActionsAndGroup } from "../dispute/group-of-plan.tsx";
import { childQuery } from "../people/queries.ts";
import { isDoneHere } from "../record/done-here.ts";
import { Owed } from "../record/owed.tsx";
import { childInWords } from "../record/work.ts";
import { ActionsOfPlan } from "./actions-of-plan.tsx";
import { AnswersOfPlan } from "./answers-of-plan.tsx";
import { EngagementOfPlan } from "./engagement-of-plan.tsx";
import { EvidenceOfPlan } from "./evidence-of-plan.tsx";
import { PeopleOfPlan } from "./people-of-plan.tsx";
import { planQuery } from "./queries.ts";
import { SupportOfAgencies } from "./support-of-agencies.tsx";
import { WhoLeads } from "./who-leads.tsx";
import { ListOfPlan, OutcomesOfPlan } from "./workspace-of-plan.tsx";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId");

/** The plan: who leads it, who works on it, what was agreed, and what is owed. */
export function PlanPage() {
  const { childId, planId } = route.useParams();
  const { data: plan } = useSuspenseQuery(planQuery(planId));
  const { data: child } = useSuspenseQuery(childQuery(childId));
  const hasYouthOrder = child.legalStatuses.some(({ kind, isCurrent }) => kind === "youth-order" && isCurrent);
  const who = useWho();
  const href = useHref();
  const of = { childId, plan };
  return (
    <Page title={plan.kind.label} caption={plan.reach.label}>
      <p className="govuk-body">
        <Tag colour={plan.state === "open" ? "green" : "grey"}>{plan.state === "open" ? "Open" : "Closed"}</Tag> Opened
        by {plan.openedBy.name} on {momentInWords(plan.openedAt)}.
      </p>
      <Members plan={plan} />
      <RecordsOfCase {...of} />
      <EvidenceOfPlan {...of} />
      <div id="who-leads">
        <WhoLeads {...of} child={child} />
      </div>
      <Owed
        title="What is owed on this plan"
        duties={plan.duties}
        hrefOf={({ act, dutyId, owedBy }) =>
          owedBy.practitionerId === who.practitionerId && isDoneHere(act)
            ? href({ to: "/children/$childId/plans/$planId/owed/$dutyId", params: { childId, planId, dutyId } })
            : undefined
        }
      />
      <PeopleOfPlan {...of} />
      <EngagementOfPlan {...of} />
      <OutcomesOfPlan {...of} />
      {who.hasManagersGroup ? <ActionsAndGroup {...of} /> : <ActionsOfPlan {...of} />}
      <ListOfPlan {...of} />
      <AnswersOfPlan {...of} />
      {(hasYouthOrder || plan.support.length > 0) && <SupportOfAgencies {...of} />}
      <TheirWord plan={plan} />
      <UpdatesByLink plan={plan} />
      <CopiesOfPlan plan={plan} />
      <LeadsBefore plan={plan} />
    </Page>
  );
}

/** A plan may be for several children: who else is on it, as far as this reader may see. */
function Members({ plan: { members } }: { readonly plan: Plan }) {
  if (members.length < 2) return null;
  return (
    <InsetText>
      This plan is for {members.length} people: {members.map((member) => childInWords(member)).join(", ")}.
    </InsetText>
  );
}

/** What child and family say of the plan stands on a page of its own: there is one for each child of the plan. */
function TheirWord({ plan: { planId, advocacyGaps } }: { readonly plan: Plan }) {
  const { childId } = route.useParams();
  const href = useHref();
  return (
    <Section title="What child and family say of it">
      {advocacyGaps
        .filter((gap) => gap.childId === childId)
        .map(({ because, clause }) => (
          <p key={because} className="govuk-body">
            <Tag colour="red">Gap</Tag> {because} ({clause})
          </p>
        ))}
      <p className="govuk-body">
        <Anchor href={href({ to: "/children/$childId/plans/$planId/their-word", params: { childId, planId } })}>
          How they took part, what was explained, who speaks for them, what they agree to
        </Anchor>
      </p>
    </Section>
  );
}

/** Somebody without a full account reads the summary and sends updates: who, and what they sent. */
function UpdatesByLink({ plan: { planId } }: { readonly plan: Plan }) {
  const { childId } = route.useParams();
  const href = useHref();
  return (
    <Section title="Updates by a limited link">
      <p className="govuk-body">
        <Anchor href={href({ to: "/children/$childId/plans/$planId/contributions", params: { childId, planId } })}>
          What people without a full account sent, and who may
        </Anchor>
      </p>
    </Section>
  );
}

/** A copy leaves by one way only: looked through first, and kept as it went. */
function CopiesOfPlan({ plan: { planId, state } }: { readonly plan: Plan }) {
  const { childId } = route.useParams();
  const href = useHref();
  return (
    <Section title="Copies of the plan">
      <p className="govuk-body">
        A copy for the child, the family or somebody else is made for whoever gets it. You see exactly what goes, and
        what went is kept.
      </p>
      {state === "open" && (
        <LinkButton
          kind="secondary"
          href={href({
            to: "/children/$childId/plans/$planId/send/$step",
            params: { childId, planId, step: "who" },
          })}
        >
          Send a copy
        </LinkButton>
      )}
      <p className="govuk-body">
        <Anchor href={href({ to: "/children/$childId/plans/$planId/copies", params: { childId, planId } })}>
          Who has a copy
        </Anchor>
      </p>
      <p className="govuk-body">
        <Anchor href={href({ to: "/children/$childId/sent", params: { childId }, search: { plan: planId } })}>
          What was sent
        </Anchor>
      </p>
    </Section>
  );
}

function LeadsBefore({ plan: { leadsBefore } }: { readonly plan: Plan }) {
  const { leadProfessional } = useTerms();
  const href = useHref();
  const { childId } = route.useParams();
  if (leadsBefore.length === 0) return null;
  return (
    <Section title="Before">
      <Details summary={`Who led before (${leadsBefore.length})`}>
        <SummaryList
          compact
          rows={leadsBefore.map(({ name, agency, since, until, endedBecause, decisionId }) => ({
            key: name,
            value: (
              <>
                {capital(leadProfessional)} from {momentInWords(since)}
                {until && <> to {momentInWords(until)}</>}, {agency.name}
                {endedBecause && <span className="np-note">{endedBecause}</span>}
              </>
            ),
            ...(decisionId
              ? {
                  action: {
                    href: href({ to: "/children/$childId/decisions/$decisionId", params: { childId, decisionId } }),
                    text: "Open the decision for",
                  },
                }
              : {}),
          }))}
        />
      </Details>
    </Section>
  );
}
