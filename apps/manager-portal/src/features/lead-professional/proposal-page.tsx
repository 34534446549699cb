import { Link, stepsOf, useHref, whyNot } from "@linchpin/portal";
import {
  AgreementSteps,
  Anchor,
  Engagement,
  LinkButton,
  momentInWords,
  Page,
  PrintButton,
  Section,
  SummaryList,
  type SummaryRow,
  Tag,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { childInWords, hrefOfChild, hrefOfPlan } from "../../child.ts";
import { postMay } from "../../routes/menu.ts";
import { termsOf, useWho } from "../../terms.ts";
import type { Proposal } from "../../views.ts";
import { LoadOfProposal } from "./load-of-proposal.tsx";
import { openToMe, stateOf } from "./proposal-words.ts";
import { proposalQuery } from "./queries.ts";
import { RulesOfProposal } from "./rules-of-proposal.tsx";
import { Weighed } from "./weighed.tsx";
import { YourWord } from "./your-word.tsx";

const route = getRouteApi("/signed-in/proposals/$proposalId");

type Of = { readonly proposal: Proposal };

/** All that a manager needs to say yes or no, and the one form to say it with. */
export function ProposalPage() {
  const { proposalId } = route.useParams();
  const { stage } = route.useSearch();
  const { data: proposal } = useSuspenseQuery(proposalQuery(proposalId));
  const who = useWho();
  const { leadProfessional } = termsOf(who);
  const href = useHref();
  const { word, colour } = stateOf[proposal.state];
  return (
    <Page
      title={`${proposal.proposed.name} as ${leadProfessional}`}
      caption={childInWords(proposal.child)}
      back={
        postMay(who, "allocation.desk.read")
          ? { href: href({ to: "/proposals" }), text: "Proposals" }
          : { href: href({ to: "/" }), text: "Today" }
      }
      actions={
        <>
          {openToMe(proposal).length > 0 && <LinkButton href="#your-decision">Go to your decision</LinkButton>}
          <PrintButton />
        </>
      }
    >
      <p className="govuk-body">
        <Tag colour={colour}>{word}</Tag> {proposal.state === "open" && proposal.awaiting.join(" ")}
      </p>
      <About proposal={proposal} />
      <WhyThem proposal={proposal} />
      {proposal.engagement && (
        <Section title="How far the family is engaged">
          <Engagement seen={proposal.engagement.seen} />
        </Section>
      )}
      <LoadOfProposal proposal={proposal} />
      <RulesOfProposal proposal={proposal} />
      <Section title="Whose agreement is needed">
        <AgreementSteps label="Whose agreement is needed" steps={stepsOf(proposal.stages)} />
      </Section>
      <YourWord proposal={proposal} stage={stage} />
      <Withdraw proposal={proposal} />
    </Page>
  );
}

function About({ proposal }: Of) {
  const { child, planId, proposed, proposedBy, proposedAt, contact } = proposal;
  const rows: SummaryRow[] = [
    {
      key: "Child",
      value:
        child.visibility === "full" ? (
          <Anchor href={hrefOfChild(child.childId)}>{child.name}</Anchor>
        ) : (
          childInWords(child)
        ),
    },
    ...(child.visibility === "full"
      ? [{ key: "Plan", value: <Anchor href={hrefOfPlan(planId)}>Open the plan</Anchor> }]
      : []),
    { key: "Proposed", value: [proposed.name, proposed.postTitle, proposed.agency.name].filter(Boolean).join(", ") },
    { key: "Proposed by", value: `${proposedBy.name}, ${momentInWords(proposedAt)}` },
    {
      key: "Contact meanwhile",
      value: contact ? [contact.name, contact.postTitle, contact.agency.name].filter(Boolean).join(", ") : "Nobody",
    },
  ];
  return <SummaryList rows={rows} />;
}

function WhyThem({ proposal: { proposed, reason, reasons, weighed } }: Of) {
  return (
    <Section title={`Why ${proposed.name} is best placed`}>
      <blockquote className="govuk-inset-text lp-said">{reason}</blockquote>
      {reasons.length > 0 && (
        <SummaryList rows={reasons.map(({ code, for: what, words }) => ({ key: asKey(what, code), value: words }))} />
      )}
      <Weighed weighed={weighed} />
    </Section>
  );
}

const asKey = (what: string, code: string): string => {
  const words = what || code;
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function Withdraw({ proposal: { proposalId, state, may } }: Of) {
  if (state !== "open" || whyNot(may.withdraw) !== undefined) return null;
  return (
    <p className="govuk-body">
      <Link to="/proposals/$proposalId/withdraw" params={{ proposalId }}>
        Withdraw this proposal
      </Link>
    </p>
  );
}
