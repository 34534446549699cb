import { useHref } from "@linchpin/portal";
import { DateText, EmptyState, LinkButton, Page, Section, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { checksQuery, discussionsQuery } from "./everyday-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/checks-and-discussions");

/** Small notes of ordinary work with a child: routine checks (HIG-14) and informal discussions (HIG-6). */
export function EverydayPage() {
  const { childId } = route.useParams();
  const { data: checks } = useSuspenseQuery(checksQuery(childId));
  const { data: talks } = useSuspenseQuery(discussionsQuery(childId));
  const href = useHref();
  const params = { childId };
  return (
    <Page title="Checks and discussions">
      <p className="govuk-body">
        These belong to the service that wrote them. Only its people who work with the child see them here; to anybody
        else they are shared one by one, on the page about consent and sharing.
      </p>
      <Section
        title="Routine checks"
        actions={
          checks.record.may && (
            <LinkButton href={href({ to: "/children/$childId/checks-and-discussions/check", params })}>
              Record a check
            </LinkButton>
          )
        }
      >
        <Table
          stacked="short"
          caption="Routine checks, newest first"
          captionHidden
          rows={checks.checks}
          rowKey={({ checkId }) => checkId}
          columns={[
            { heading: "Check", cell: ({ kind }) => kind.label },
            { heading: "Done on", cell: ({ doneOn }) => <DateText day={doneOn} /> },
            { heading: "Outcome", cell: ({ outcome }) => outcome },
            { heading: "Recorded by", cell: ({ by }) => by },
          ]}
          empty={
            <EmptyState title="No routine check of your service is recorded">
              {checks.record.why !== undefined && <p className="govuk-body">{checks.record.why}</p>}
            </EmptyState>
          }
        />
      </Section>
      <Section
        title="Informal discussions"
        actions={
          talks.log.may && (
            <LinkButton href={href({ to: "/children/$childId/checks-and-discussions/discussion", params })}>
              Log a discussion
            </LinkButton>
          )
        }
      >
        <Table
          stacked
          caption="Informal discussions, newest first"
          captionHidden
          rows={talks.discussions}
          rowKey={({ discussionId }) => discussionId}
          columns={[
            { heading: "On", cell: ({ heldOn }) => <DateText day={heldOn} /> },
            { heading: "Who talked", cell: ({ people }) => people },
            { heading: "Services", cell: ({ agencies }) => agencies.map(({ label }) => label).join(", ") },
            { heading: "Suggested", cell: ({ suggested }) => <span className="np-prose">{suggested}</span> },
            { heading: "Logged by", cell: ({ by }) => by },
          ]}
          empty={<EmptyState title="No discussion of your service is logged" />}
        />
      </Section>
    </Page>
  );
}
