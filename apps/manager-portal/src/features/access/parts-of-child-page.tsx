import { useHref, whyNot } from "@linchpin/portal";
import {
  Anchor,
  DateText,
  EmptyState,
  LinkButton,
  MomentText,
  NotificationBanner,
  Page,
  PrintButton,
  Section,
  Table,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { childInWords, hrefOfChild } from "../../child.ts";
import type { Answers } from "../../views.ts";
import { partsOfChildQuery } from "./part-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/parts");
type Part = Answers["parts"]["forChild"]["parts"][number];

const done = {
  given: "The part is given. It is open to them now, and closes by itself after the last day.",
  ended: "The part has ended. It is closed to them from this moment.",
} as const;

/** Who, beside those who work with the child, has a part in the case for some days, and who had one. */
export function PartsOfChildPage() {
  const { childId } = route.useParams();
  const search = route.useSearch();
  const { data } = useSuspenseQuery(partsOfChildQuery(childId));
  const href = useHref();
  const [current, past] = [
    data.parts.filter(({ state }) => state === "current"),
    data.parts.filter(({ state }) => state !== "current"),
  ];
  const shut = whyNot(data.may.give);
  return (
    <Page
      title="People with a part for a time"
      caption={childInWords(data.child)}
      back={{ href: hrefOfChild(childId), text: "The child's record" }}
      actions={
        <>
          {shut === undefined && (
            <LinkButton href={href({ to: "/children/$childId/parts/give", params: { childId } })}>
              Give somebody a part
            </LinkButton>
          )}
          <PrintButton />
        </>
      }
    >
      {search.done && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">{done[search.done]}</p>
        </NotificationBanner>
      )}
      <p className="govuk-body">
        A review officer, a member of a group, a quality auditor or a co-ordinator reads what their part needs, for the
        days they were given and no longer. They change nothing in the plan.
      </p>
      {shut !== undefined && <p className="govuk-body">{shut}</p>}
      <Section title="Now">
        <Parts childId={childId} parts={current} empty="Nobody has a part for a time" />
      </Section>
      <Section title="Before">
        <Parts childId={childId} parts={past} empty="Nobody had one before" />
      </Section>
    </Page>
  );
}

type PartsProps = { readonly childId: string; readonly parts: readonly Part[]; readonly empty: string };

function Parts({ childId, parts, empty }: PartsProps) {
  const isNow = parts.some(({ state }) => state === "current");
  return (
    <Table
      stacked="short"
      caption={isNow ? "Parts that go on" : "Parts that are over"}
      captionHidden
      rows={parts}
      rowKey={({ partId }) => partId}
      columns={[
        {
          heading: "Who",
          cell: ({ who }) => (
            <>
              {who.name}
              <span className="mp-note">{[who.postTitle, who.agency.name].filter(Boolean).join(", ")}</span>
            </>
          ),
        },
        {
          heading: "Part",
          cell: ({ part, plan, agenda }) => (
            <>
              {part.label}
              {plan && <span className="mp-note">{plan.kind.label} only</span>}
              {agenda && <span className="mp-note">{agenda}</span>}
            </>
          ),
        },
        { heading: "Why", cell: ({ why, givenBy }) => `${why} (${givenBy.name})` },
        {
          heading: "Days",
          cell: ({ from, lastDay, ended }) =>
            ended ? (
              <>
                <MomentText at={from} /> to <MomentText at={ended.at} />
                <span className="mp-note">
                  Ended by {ended.by.name}: {ended.because}
                </span>
              </>
            ) : (
              <>
                <MomentText at={from} /> to the end of <DateText day={lastDay} />
              </>
            ),
        },
        ...(isNow
          ? [
              {
                heading: "What you can do",
                onScreenOnly: true,
                cell: (part: Part) => <End childId={childId} part={part} />,
              },
            ]
          : []),
      ]}
      empty={<EmptyState title={empty} />}
    />
  );
}

function End({ childId, part: { partId, who, may } }: { readonly childId: string; readonly part: Part }) {
  const href = useHref();
  const why = whyNot(may.end);
  if (why !== undefined) return why;
  return (
    <Anchor href={href({ to: "/children/$childId/parts/$partId/end", params: { childId, partId } })}>
      End it<span className="govuk-visually-hidden">: {who.name}</span>
    </Anchor>
  );
}
