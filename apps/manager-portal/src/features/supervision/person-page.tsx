import { fourQuestions, SessionsHeld, useHref, whyNot } from "@linchpin/portal";
import {
  Anchor,
  count,
  dateInWords,
  EmptyState,
  LinkButton,
  NotificationBanner,
  Page,
  Section,
  SummaryList,
  Table,
  Tag,
  WorkList,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { childInWords } from "../../child.ts";
import { superviseeQuery } from "./queries.ts";
import { daysInWords, lastInWords, type Person, yourPart } from "./words.ts";

const route = getRouteApi("/signed-in/supervision/$practitionerId");
type Of = { readonly person: Person };

const said = {
  arranged: "It is settled how this person is supervised. They and whoever supervises them are told.",
  recorded:
    "The session is written down. It is for the two of you; what you agreed to show is for the other supervisor.",
  answered: "Your answer has gone to them.",
} as const;

/** One person: what is due, the agenda of the next session, and what was said in those before. */
export function PersonPage() {
  const { practitionerId } = route.useParams();
  const { done } = route.useSearch();
  const href = useHref();
  const { data: person } = useSuspenseQuery(superviseeQuery(practitionerId));
  return (
    <Page
      title={`Supervision of ${person.name}`}
      caption={[person.postTitle, person.agency].filter(Boolean).join(", ")}
      back={{ href: href({ to: "/supervision" }), text: "Supervision" }}
    >
      {done && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">{said[done]}</p>
        </NotificationBanner>
      )}
      {person.duties.length > 0 && (
        <Section title="What is owed">
          <WorkList
            label="What is owed"
            items={person.duties.map((duty) => ({
              id: `${duty.act} ${duty.because}`,
              title: duty.because,
              about: duty.clause,
              clock: duty.clock,
              tag: duty.isLate && duty.clock === undefined ? <Tag colour="red">Now</Tag> : undefined,
            }))}
          />
        </Section>
      )}
      <Requests person={person} />
      <Arrangement person={person} />
      {person.strands.includes("lead") && <Agenda person={person} />}
      {(person.strands.length > 0 || person.sessions.length > 0) && (
        <Section title="Sessions">
          {person.may.record.may && (
            <LinkButton href={href({ to: "/supervision/$practitionerId/record", params: { practitionerId } })}>
              Write down a session
            </LinkButton>
          )}
          <SessionsHeld sessions={person.sessions} none="No session is written down yet" />
        </Section>
      )}
      {person.agreedElsewhere.length > 0 && <Elsewhere person={person} />}
    </Page>
  );
}

function Arrangement({ person }: Of) {
  const href = useHref();
  const { arrangement, may, practitionerId } = person;
  const to = href({ to: "/supervision/$practitionerId/arrange", params: { practitionerId } });
  return (
    <Section title="Who supervises, and how often">
      {arrangement === undefined ? (
        <EmptyState title="It is not settled who supervises this person">
          <p className="govuk-body">Whoever leads has a supervisor on record before or on the day they start.</p>
        </EmptyState>
      ) : (
        <SummaryList
          rows={[
            { key: "You", value: yourPart(person) },
            { key: "How", value: arrangement.model.label },
            { key: "The role of lead professional", value: arrangement.lead.name },
            { key: "The practice", value: arrangement.practice.name },
            {
              key: "How often",
              value:
                arrangement.leadEveryDays === undefined
                  ? daysInWords(arrangement.usualEveryDays)
                  : `The role ${daysInWords(arrangement.leadEveryDays)} while this person leads, else ${daysInWords(arrangement.usualEveryDays)}`,
            },
            ...(arrangement.reason === undefined ? [] : [{ key: "Reason", value: arrangement.reason }]),
            { key: "Since", value: dateInWords(arrangement.since) },
          ]}
        />
      )}
      {may.arrange.may ? (
        <p className="govuk-body">
          <Anchor href={to}>
            {arrangement === undefined ? "Settle who supervises" : "Change who supervises or how often"}
          </Anchor>
        </p>
      ) : (
        <p className="govuk-hint">{whyNot(may.arrange)}</p>
      )}
    </Section>
  );
}

function Agenda({ person: { agenda, asksFourQuestions } }: Of) {
  const href = useHref();
  return (
    <Section title="Agenda for the next session">
      {asksFourQuestions && (
        <p className="govuk-body">For each child: {Object.values(fourQuestions).join("; ").toLowerCase()}.</p>
      )}
      <Table
        stacked="short"
        caption="Every child this person leads for, whoever waited longest first"
        rows={agenda}
        rowKey={(one) => (one.child.visibility === "full" ? one.child.childId : `${one.since}${one.planId ?? ""}`)}
        columns={[
          {
            heading: "Child",
            cell: ({ child, planId }) =>
              planId === undefined || child.visibility !== "full" ? (
                childInWords(child)
              ) : (
                <Anchor href={href({ to: "/plans/$planId", params: { planId } })}>{child.name}</Anchor>
              ),
          },
          { heading: "Led since", cell: ({ since }) => dateInWords(since) },
          { heading: "Last discussed", cell: ({ lastDiscussedOn }) => lastInWords(lastDiscussedOn) },
          {
            heading: "Risk",
            cell: ({ riskIsHigh }) => (riskIsHigh === undefined ? "Not said yet" : riskIsHigh ? "High" : "Not high"),
          },
          {
            heading: "Family waits for an answer",
            cell: ({ familyWaits }) =>
              familyWaits === undefined
                ? "No"
                : `${count(familyWaits.many, "question")}, since ${dateInWords(familyWaits.since)}`,
          },
        ]}
        empty={<EmptyState title="This person leads for no child now" />}
      />
    </Section>
  );
}

function Requests({ person: { requests, practitionerId } }: Of) {
  const href = useHref();
  if (requests.length === 0) return null;
  return (
    <Section title="Extra supervision asked for">
      <WorkList
        label="Extra supervision asked for"
        items={requests.map((request) => ({
          id: request.requestId,
          title: `${childInWords(request.child)}: ${request.reason}`,
          href:
            request.answer === undefined
              ? href({
                  to: "/supervision/$practitionerId/requests/$requestId",
                  params: { practitionerId, requestId: request.requestId },
                })
              : undefined,
          about:
            request.answer === undefined
              ? `Asked on ${dateInWords(request.askedOn)}: answer it`
              : `Asked on ${dateInWords(request.askedOn)}. ${request.answer.by} answered on ${dateInWords(request.answer.on)}: ${
                  request.answer.offeredOn === undefined
                    ? (request.answer.words ?? "not now")
                    : `offered ${dateInWords(request.answer.offeredOn)}`
                }`,
        }))}
      />
    </Section>
  );
}

function Elsewhere({ person: { agreedElsewhere } }: Of) {
  return (
    <Section title="What the other supervisor agreed to show you">
      {agreedElsewhere.map((one) => (
        <section key={`${one.heldOn} ${one.strand.code} ${one.by}`}>
          <h3 className="govuk-heading-s">
            {dateInWords(one.heldOn)}: {one.strand.label.toLowerCase()}, with {one.by}
          </h3>
          <SummaryList
            compact
            rows={[
              ...(one.summary === undefined ? [] : [{ key: "Agreed summary", value: one.summary }]),
              ...(one.actions === undefined ? [] : [{ key: "To be done", value: one.actions }]),
            ]}
          />
        </section>
      ))}
    </Section>
  );
}
