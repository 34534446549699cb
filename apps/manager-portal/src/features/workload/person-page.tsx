import { Link, useHref, whyNot } from "@linchpin/portal";
import {
  Anchor,
  Button,
  type Column,
  count,
  dateInWords,
  EmptyState,
  LinkButton,
  listInWords,
  Meter,
  momentInWords,
  NotificationBanner,
  Page,
  PrintButton,
  Section,
  SummaryList,
  Table,
  Tag,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { childInWords, hrefOfPlan } from "../../child.ts";
import { postMay } from "../../routes/menu.ts";
import { useTerms, useWho } from "../../terms.ts";
import type { Case, PersonWorkload, Post } from "../../views.ts";
import { AwayTag } from "./away-tag.tsx";
import { FigureParts } from "./figure-parts.tsx";
import { isAgreed, loadInWords, pointsInWords } from "./figure-words.ts";
import { personQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/workload/$practitionerId");
const done = { capacity: "The capacity is recorded.", weight: "The weight is recorded." } as const;

type Of = { readonly person: PersonWorkload };

/** One person's work: load and capacity with their parts, each post, each case. */
export function PersonPage() {
  const { practitionerId } = route.useParams();
  const { done: what } = route.useSearch();
  const who = useWho();
  const href = useHref();
  const { data: person } = useSuspenseQuery(personQuery(practitionerId));
  return (
    <Page
      title={person.name}
      caption={[person.postTitle, person.agency.name].filter(Boolean).join(", ")}
      back={{ href: href({ to: "/workload" }), text: "Team workload" }}
      actions={<PrintButton />}
    >
      {what && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">{done[what]}</p>
        </NotificationBanner>
      )}
      <LoadOf person={person} />
      <Posts person={person} />
      <Cases person={person} />
      {postMay(who, "workforce.standing.read") && (
        <p className="govuk-body">
          <Link to="/register/$practitionerId" params={{ practitionerId }}>
            {person.name} in the register
          </Link>
        </p>
      )}
    </Page>
  );
}

function LoadOf({ person: { load, capacity, leads, supports, isOver, away, namedPersonFor } }: Of) {
  return (
    <Section title="Load">
      {isAgreed(capacity) ? (
        <Meter label="Load" capacity={capacity.points} now={load.points} />
      ) : (
        <p className="govuk-body">{loadInWords(load, capacity)}. No capacity is agreed for every post yet.</p>
      )}
      <p className="govuk-body">
        Leads {count(leads, "plan")} and supports {supports}.
        {namedPersonFor && (
          <>
            {" "}
            Named person for {count(namedPersonFor.children, "child", "children")}, {namedPersonFor.withSomethingOpen}{" "}
            with something open.
          </>
        )}
      </p>
      {(isOver || away) && (
        <div className="mp-tags">
          {isOver && <Tag colour="orange">Over what was agreed</Tag>}
          <AwayTag away={away} />
        </div>
      )}
      {load.isLeast && (
        <p className="govuk-hint">The load is a least figure: {listInWords(load.missing)} not recorded.</p>
      )}
      <FigureParts of={`How ${pointsInWords(load.points)} of load are made`} figure={load} />
      <FigureParts of="How the capacity is made" figure={capacity} />
    </Section>
  );
}

function Posts({ person }: Of) {
  return (
    <Section title={person.posts.length > 1 ? "Posts" : "Post"}>
      {person.posts.length === 0 && <EmptyState title="No post is recorded" />}
      {person.posts.map((post) => (
        <PostOf key={post.postId} post={post} practitionerId={person.practitionerId} />
      ))}
    </Section>
  );
}

const leading = { everyday: "An everyday part of this post", occasional: "Now and then in this post" } as const;

function PostOf({ post, practitionerId }: { readonly post: Post; readonly practitionerId: string }) {
  const href = useHref();
  const { postId, title, agencyName, teamName, hours, lineManager, agreedPoints, agreedOn, reviewOn } = post;
  const shut = whyNot(post.mayAgree);
  return (
    <>
      <SummaryList
        rows={[
          { key: "Post", value: [title, teamName, agencyName].filter(Boolean).join(", ") },
          { key: "Time", value: hours === 100 ? "Full time" : `${hours}% of a full week` },
          { key: "Line manager", value: lineManager?.name ?? "Not recorded" },
          {
            key: "Agreed capacity",
            value:
              agreedPoints === undefined
                ? "Not agreed yet"
                : `${pointsInWords(agreedPoints)}${agreedOn ? `, agreed on ${dateInWords(agreedOn)}` : ""}`,
          },
          ...(reviewOn ? [{ key: "Looked at again on", value: dateInWords(reviewOn) }] : []),
          { key: "Leading", value: post.leading ? leading[post.leading] : "Not recorded" },
        ]}
      />
      {shut === undefined ? (
        <LinkButton
          kind="secondary"
          href={href({ to: "/workload/$practitionerId/posts/$postId/capacity", params: { practitionerId, postId } })}
        >
          Agree a capacity
        </LinkButton>
      ) : (
        <Button kind="secondary" notAllowed={shut}>
          Agree a capacity
        </Button>
      )}
    </>
  );
}

function Cases({ person }: Of) {
  const { leadProfessional } = useTerms();
  const { practitionerId, cases, may } = person;
  const mayAdjust = whyNot(may.adjust) === undefined;
  const columns: readonly Column<Case>[] = [
    { heading: "Child", cell: (of) => <ChildOf of={of} /> },
    {
      heading: "Role",
      sortBy: ({ role }) => role,
      cell: ({ role }) => (role === "lead" ? `Leads as ${leadProfessional}` : "Supports"),
    },
    { heading: "Level of need", sortBy: ({ level }) => level, cell: ({ level }) => level },
    {
      heading: "Practitioners",
      numeric: true,
      sortBy: ({ practitioners }) => practitioners,
      cell: ({ practitioners }) => practitioners,
    },
    {
      heading: "Months expected",
      numeric: true,
      sortBy: ({ expectedMonths }) => expectedMonths,
      cell: ({ expectedMonths }) => expectedMonths ?? "Not recorded",
    },
    {
      heading: "Weight",
      sortBy: ({ weight }) => weight.points,
      cell: (of) => <WeightOf of={of} practitionerId={practitionerId} mayAdjust={mayAdjust} />,
    },
  ];
  return (
    <Section title="Cases">
      <Table
        caption="Plans led and supported"
        captionHidden
        stacked
        columns={columns}
        rows={cases}
        rowKey={({ planId }) => planId}
        empty={<EmptyState title="Leads and supports no case" />}
      />
    </Section>
  );
}

function ChildOf({ of: { child, planId } }: { readonly of: Case }) {
  return child.visibility === "full" ? <Anchor href={hrefOfPlan(planId)}>{child.name}</Anchor> : childInWords(child);
}

type WeightProps = { readonly of: Case; readonly practitionerId: string; readonly mayAdjust: boolean };

/** The rulebook's estimate and the manager's change, both kept (WIG-8.6). */
function WeightOf({ of: { weight, adjustment, planId }, practitionerId, mayAdjust }: WeightProps) {
  return (
    <>
      {pointsInWords(weight.points)}
      {adjustment && (
        <span className="mp-note">
          {adjustment.points > 0 ? "+" : ""}
          {pointsInWords(adjustment.points)} by {adjustment.by.name}, {momentInWords(adjustment.at)}:{" "}
          {adjustment.reason}
        </span>
      )}
      <FigureParts of="How it is made" figure={weight} />
      {mayAdjust && (
        <Link to="/workload/$practitionerId/plans/$planId/weight" params={{ practitionerId, planId }}>
          Change the weight
        </Link>
      )}
    </>
  );
}
