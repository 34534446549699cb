import { Link, useHref, whyNot } from "@linchpin/portal";
import {
  Button,
  DateText,
  DecisionPanel,
  Details,
  EmptyState,
  LinkButton,
  momentInWords,
  NotificationBanner,
  Page,
  PrintButton,
  Section,
  SummaryList,
  Table,
  Tag,
  type TagColour,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { childInWords } from "../../child.ts";
import { postMay } from "../../routes/menu.ts";
import { useWho } from "../../terms.ts";
import type { Standing, StandingException } from "../../views.ts";
import { standingQuery } from "./queries.ts";
import { RecordKind } from "./search.ts";

const route = getRouteApi("/signed-in/register/$practitionerId");
const done = {
  standing: "It is on record now.",
  exception: "The exception is approved.",
  ended: "The exception has ended.",
} as const;

type Of = { readonly standing: Standing };

/** One person's standing for the role: what the rules answer, what is on record and what was before. */
export function StandingPage() {
  const { practitionerId } = route.useParams();
  const { done: what } = route.useSearch();
  const who = useWho();
  const href = useHref();
  const { data: standing } = useSuspenseQuery(standingQuery(practitionerId));
  return (
    <Page
      title={standing.name}
      caption={[standing.postTitle, standing.agency.name].filter(Boolean).join(", ")}
      back={
        postMay(who, "workforce.register.read")
          ? { href: href({ to: "/register" }), text: "Register" }
          : { href: href({ to: "/" }), text: "Today" }
      }
      actions={<PrintButton />}
    >
      {what && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">{done[what]}</p>
        </NotificationBanner>
      )}
      <Section title="What the rules answer">
        <p className="govuk-hint">
          Asked as if {standing.name} worked with the child already and started today.
          {standing.exceptions.some(({ state }) => state === "holds" || state === "to-come") &&
            " An exception below holds for its own plan: it changes the answer there, and not here."}
        </p>
        <DecisionPanel decision={standing.suitability} />
        <DecisionPanel decision={standing.training} />
      </Section>
      <OnRecord standing={standing} />
      <Exceptions standing={standing} />
      {postMay(who, "workload.team.read") && (
        <p className="govuk-body">
          <Link to="/workload/$practitionerId" params={{ practitionerId }}>
            {standing.name}'s workload
          </Link>
        </p>
      )}
      {standing.may.record.may && (
        <p className="govuk-body">
          <Link to="/register/$practitionerId/post" params={{ practitionerId }}>
            End a post of {standing.name}
          </Link>
        </p>
      )}
    </Page>
  );
}

function OnRecord({ standing }: Of) {
  const href = useHref();
  const { practitionerId, facts, history, hasMoreHistory, may } = standing;
  const shut = whyNot(may.record);
  const change = (kind: string, text: string) =>
    shut === undefined
      ? {
          text,
          href: href({
            to: "/register/$practitionerId/record/$kind",
            params: { practitionerId, kind: RecordKind.catch("enhanced-check").parse(kind) },
          }),
        }
      : undefined;
  return (
    <Section title="On record">
      {shut !== undefined && <p className="govuk-hint">{shut}</p>}
      <SummaryList
        rows={facts.map(({ kind, label, inWords, standingId, recordedBy, recordedAt }) => ({
          key: label,
          value: (
            <>
              {standingId === undefined ? <em className="lp-not-recorded">Not recorded</em> : inWords}
              {recordedAt && (
                <span className="mp-note">
                  Recorded {recordedBy && `by ${recordedBy.name}, `}
                  {momentInWords(recordedAt)}
                </span>
              )}
            </>
          ),
          action: change(kind, standingId === undefined ? "Record" : "Change"),
        }))}
      />
      {shut === undefined && <AnotherAward standing={standing} />}
      <History history={history} hasMore={hasMoreHistory !== null} />
    </Section>
  );
}

/** An award after the first never moves the day somebody first qualified (WIG-8.4.1). */
function AnotherAward({ standing: { practitionerId, facts } }: Of) {
  const qualification = facts.find(({ kind }) => kind === "qualification")?.fact;
  if (qualification?.state !== "held") return null;
  return (
    <p className="govuk-body">
      <Link to="/register/$practitionerId/record/$kind" params={{ practitionerId, kind: "award" }}>
        Add a later award
      </Link>
    </p>
  );
}

function History({ history, hasMore }: { readonly history: Standing["history"]; readonly hasMore: boolean }) {
  if (history.length === 0) return null;
  return (
    <Details summary="What was on record before">
      <Table
        caption="What was on record before, newest first"
        captionHidden
        dense
        stacked
        rows={history}
        rowKey={({ standingId }) => standingId}
        columns={[
          { heading: "What", cell: ({ label }) => label },
          { heading: "It said", cell: ({ inWords }) => inWords },
          {
            heading: "Recorded",
            cell: ({ recordedBy, recordedAt }) =>
              `${recordedBy ? `${recordedBy.name}, ` : ""}${momentInWords(recordedAt)}`,
          },
          { heading: "Replaced", cell: ({ supersededAt }) => momentInWords(supersededAt) },
        ]}
      />
      {hasMore && <p>Older entries are kept and are not shown here.</p>}
    </Details>
  );
}

const states: Record<StandingException["state"], { readonly word: string; readonly colour: TagColour }> = {
  "to-come": { word: "To come", colour: "blue" },
  holds: { word: "Holds", colour: "green" },
  lapsed: { word: "Run out", colour: "grey" },
  ended: { word: "Ended", colour: "grey" },
};

/** Exceptions from a kind of engagement that is barred otherwise: for one plan and one time only (WIG-8.4.3b). */
function Exceptions({ standing: { practitionerId, exceptions, may } }: Of) {
  const href = useHref();
  const shut = whyNot(may.approveException);
  return (
    <Section title="Exceptions">
      <Table
        caption="Exceptions that a service manager approved"
        captionHidden
        stacked
        rows={exceptions}
        rowKey={({ exceptionId }) => exceptionId}
        columns={[
          {
            heading: "For",
            cell: ({ child, state }) => (
              <>
                {childInWords(child)}
                <span className="mp-tags">
                  <Tag colour={states[state].colour}>{states[state].word}</Tag>
                </span>
              </>
            ),
          },
          {
            heading: "When",
            cell: ({ from, lastDay }) => (
              <>
                <DateText day={from} /> to <DateText day={lastDay} />
              </>
            ),
          },
          {
            heading: "Exceptional circumstances",
            cell: ({ reason, planToReplace, endedBecause, endedBy }) => (
              <>
                {reason}
                <span className="mp-note">A permanent lead: {planToReplace}</span>
                {endedBecause && (
                  <span className="mp-note">
                    Ended{endedBy && ` by ${endedBy.name}`}: {endedBecause}
                  </span>
                )}
              </>
            ),
          },
          { heading: "Approved by", cell: ({ approvedBy }) => approvedBy.name },
          ...(shut === undefined
            ? [
                {
                  heading: "Change",
                  onScreenOnly: true,
                  cell: ({ exceptionId, state, child }: StandingException) =>
                    (state === "holds" || state === "to-come") && (
                      <Link
                        to="/register/$practitionerId/exceptions/$exceptionId/end"
                        params={{ practitionerId, exceptionId }}
                      >
                        End <span className="govuk-visually-hidden">the exception for {childInWords(child)}</span>
                      </Link>
                    ),
                },
              ]
            : []),
        ]}
        empty={<EmptyState title="No exception holds, held or is to come" />}
      />
      {shut === undefined ? (
        <LinkButton
          kind="secondary"
          href={href({ to: "/register/$practitionerId/exception", params: { practitionerId } })}
        >
          Approve an exception
        </LinkButton>
      ) : (
        <Button kind="secondary" notAllowed={shut}>
          Approve an exception
        </Button>
      )}
    </Section>
  );
}
