import { SessionsHeld, useHref, whyNot } from "@linchpin/portal";
import {
  Clock,
  dateInWords,
  EmptyState,
  LinkButton,
  NotificationBanner,
  Page,
  Section,
  SummaryList,
  WorkList,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Answers } from "../../views.ts";
import { ownSupervisionQuery } from "./queries.ts";

type Own = Answers["supervision"]["own"];
const route = getRouteApi("/signed-in/supervision");

/** How the reader is supervised: by whom, when next, what was said and agreed, and what they asked for. */
export function OwnSupervisionPage() {
  const { done } = route.useSearch();
  const href = useHref();
  const { data } = useSuspenseQuery(ownSupervisionQuery());
  return (
    <Page title="My supervision">
      {done === "asked" && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">
            Your supervisor is told that you ask for extra supervision, and answers you here.
          </p>
        </NotificationBanner>
      )}
      <p className="govuk-body">
        What is written here is for you and for who supervises you. It stands in no child's record, and nobody who works
        with the child reads it.
      </p>
      <Who own={data} />
      <Section title="Extra supervision">
        {data.may.ask.may ? (
          <LinkButton kind="secondary" href={href({ to: "/supervision/ask" })}>
            Ask for extra supervision
          </LinkButton>
        ) : (
          <p className="govuk-body">{whyNot(data.may.ask)}</p>
        )}
        <Requests own={data} />
      </Section>
      <Section title="Sessions">
        <SessionsHeld sessions={data.sessions} none="No session is written down yet" />
      </Section>
    </Page>
  );
}

function Who({ own: { arrangement, manager, next } }: { readonly own: Own }) {
  if (arrangement === undefined)
    return (
      <EmptyState title="It is not settled who supervises you">
        <p className="govuk-body">
          {manager === undefined ? "Your line manager settles it." : `${manager.name}, who manages you, settles it.`}
        </p>
      </EmptyState>
    );
  const isDual = arrangement.model.code === "dual";
  return (
    <SummaryList
      rows={[
        { key: "How", value: arrangement.model.label },
        { key: isDual ? "The role of lead professional" : "Who supervises you", value: arrangement.lead.name },
        ...(isDual ? [{ key: "Your practice", value: arrangement.practice.name }] : []),
        ...(arrangement.reason === undefined ? [] : [{ key: "Why", value: arrangement.reason }]),
        ...(next.length === 0
          ? [{ key: "Next", value: "No day is due" }]
          : next.map(({ strand, clock }) => ({
              key: isDual ? `Next, on ${strand.label.toLowerCase()}` : "Next",
              value: <Clock {...clock} />,
            }))),
        { key: "Since", value: dateInWords(arrangement.since) },
      ]}
    />
  );
}

function Requests({ own: { requests } }: { readonly own: Own }) {
  if (requests.length === 0) return null;
  return (
    <WorkList
      label="What you asked for"
      items={requests.map(({ requestId, child, reason, askedOn, to, answer }) => ({
        id: requestId,
        title: child.visibility === "full" ? `${child.name}: ${reason}` : reason,
        about: `Asked of ${to} on ${dateInWords(askedOn)}. ${
          answer === undefined
            ? "Not answered yet"
            : answer.offeredOn === undefined
              ? `${answer.by} answered: ${answer.words ?? "not now"}`
              : `${answer.by} offers ${dateInWords(answer.offeredOn)}`
        }`,
      }))}
    />
  );
}
