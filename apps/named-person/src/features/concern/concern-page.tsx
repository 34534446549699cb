import { AcknowledgeConcern } from "@linchpin/domain";
import { Link, refusalView, useChange, useHref, useIdempotencyKey, useVersion, whyNot } from "@linchpin/portal";
import {
  Button,
  DateField,
  DateText,
  DecisionPanel,
  Details,
  dateInWords,
  Form,
  LinkButton,
  MomentText,
  Page,
  Section,
  SummaryList,
  type SummaryRow,
  Table,
  Tag,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { trpc } from "../../api.ts";
import { useTerms } from "../../terms.ts";
import type { Concern } from "../../views.ts";
import { Owed } from "../record/owed.tsx";
import { concernQuery } from "./queries.ts";
import { SaidWords } from "./said.tsx";
import { toldInWords } from "./told.tsx";
import { Wish } from "./wish.tsx";

const route = getRouteApi("/signed-in/children/$childId/concerns/$concernId");
type Of = { readonly concern: Concern };

/** One concern: what was noticed and said, what is owed on it, what followed. */
export function ConcernPage() {
  const { childId, concernId } = route.useParams();
  const href = useHref();
  const { data: concern } = useSuspenseQuery(concernQuery(concernId));
  const isOpen = concern.state === "open";
  const shut = whyNot(concern.may.decide);
  return (
    <Page
      title="Concern"
      caption={`Noticed on ${dateInWords(concern.noticedOn)}`}
      back={{ href: href({ to: "/children/$childId/concerns", params: { childId } }), text: "Concerns" }}
      actions={
        isOpen &&
        (shut === undefined ? (
          <LinkButton
            href={href({ to: "/children/$childId/concerns/$concernId/decide", params: { childId, concernId } })}
          >
            Decide what follows
          </LinkButton>
        ) : (
          <Button notAllowed={shut}>Decide what follows</Button>
        ))
      }
    >
      <p className="govuk-body">
        <Tag colour={isOpen ? "orange" : "grey"}>{isOpen ? "Open" : "Answered"}</Tag>
      </p>
      <SummaryList rows={rowsOf(concern, href)} />
      <Decided concern={concern} />
      <Beside concern={concern} />
      <Wish key={`wish ${concern.version}`} concern={concern} />
      <Owed title="What is owed on it" duties={concern.duties} />
      {isOpen && concern.acknowledgedOn === undefined && <Acknowledge key={concern.version} concern={concern} />}
      {concern.closing && (
        <Section title="May it be closed as it stands?">
          <DecisionPanel decision={concern.closing} />
        </Section>
      )}
    </Page>
  );
}

function rowsOf(concern: Concern, href: ReturnType<typeof useHref>): readonly SummaryRow[] {
  const { childId, concernId, childsView, familysView, may, state } = concern;
  const change = (view: Concern["childsView"], whose: "child" | "family") =>
    view.asked === "not-yet" && may.record.may
      ? {
          action: {
            href: href({
              to: "/children/$childId/concerns/$concernId/views/$whose",
              params: { childId, concernId, whose },
            }),
            text: "Record",
          },
        }
      : {};
  const tell = (told: Concern["childTold"], whom: "child" | "family") =>
    told.told === "not-yet" && may.decide.may && state === "open"
      ? {
          action: {
            href: href({
              to: "/children/$childId/concerns/$concernId/told/$whom",
              params: { childId, concernId, whom },
            }),
            text: "Record",
          },
        }
      : {};
  return [
    { key: "What was noticed", value: <span className="np-prose">{concern.noticed}</span> },
    ...(concern.doneSoFar
      ? [{ key: "What had been done so far", value: <span className="np-prose">{concern.doneSoFar}</span> }]
      : []),
    {
      key: "What it touches",
      value: concern.touches.length === 0 ? "Not said" : concern.touches.map(({ label }) => label).join(", "),
    },
    ...(concern.aboutPlace ? [{ key: "Where it is about", value: concern.aboutPlace.label }] : []),
    { key: "First reported", value: <DateText day={concern.reportedOn} /> },
    ...(concern.raisedBy || concern.broughtBy
      ? [
          {
            key: "Raised by",
            value: [concern.raisedBy, concern.broughtBy?.label].filter((part) => part !== undefined).join(": "),
          },
        ]
      : []),
    ...(concern.chosenAdult ? [{ key: "Adult the child chose to talk to", value: concern.chosenAdult }] : []),
    {
      key: "Recorded",
      value: (
        <>
          <MomentText at={concern.recordedAt} /> by {concern.recordedBy.name}
        </>
      ),
    },
    ...(concern.acknowledgedOn ? [{ key: "Acknowledged", value: <DateText day={concern.acknowledgedOn} /> }] : []),
    { key: "The child's view", value: <SaidWords view={childsView} />, ...change(childsView, "child") },
    { key: "The family's view", value: <SaidWords view={familysView} />, ...change(familysView, "family") },
    { key: "The child was told", value: toldInWords(concern.childTold), ...tell(concern.childTold, "child") },
    { key: "The family was told", value: toldInWords(concern.familyTold), ...tell(concern.familyTold, "family") },
  ];
}

/** All worries about the child, this one among them, in the order of their days (HIG-73). */
function Beside({ concern: { concernId, childId, beside } }: Of) {
  if (beside.length < 2) return null;
  return (
    <Section title="Everything noticed about this child">
      <Table
        stacked
        caption="Concerns and worries, the oldest first"
        captionHidden
        rows={beside}
        rowKey={(row) => row.concernId}
        columns={[
          { heading: "Noticed", cell: ({ noticedOn }) => <DateText day={noticedOn} /> },
          {
            heading: "What was noticed",
            cell: (row) =>
              row.concernId === concernId ? (
                <>
                  {row.beginning} <strong>(this one)</strong>
                </>
              ) : (
                <Link to="/children/$childId/concerns/$concernId" params={{ childId, concernId: row.concernId }}>
                  {row.beginning}
                </Link>
              ),
          },
          { heading: "From", cell: ({ from }) => from },
          { heading: "How it stands", cell: ({ state }) => (state === "open" ? "Open" : "Answered") },
        ]}
      />
    </Section>
  );
}

function Decided({ concern: { decided, childId } }: Of) {
  const { leadProfessional } = useTerms();
  if (!decided) return null;
  const { outcome, reason, help, on, by, manager, leadDecision, planId, decisionId } = decided;
  return (
    <Section title="What followed">
      <SummaryList
        rows={[
          { key: "Decided", value: outcome.label },
          { key: "Reason", value: <span className="np-prose">{reason}</span> },
          ...(help ? [{ key: "Help", value: <span className="np-prose">{help}</span> }] : []),
          { key: "By", value: `${by.name}, ${dateInWords(on)}` },
          ...(manager ? [{ key: "With", value: `${manager.name}, ${dateInWords(manager.on)}` }] : []),
          ...(leadDecision
            ? [
                {
                  key: "Who leads",
                  value:
                    leadDecision === "become-lead"
                      ? `The one who decided becomes ${leadProfessional}`
                      : `Another ${leadProfessional} is to be appointed`,
                },
              ]
            : []),
        ]}
      />
      <p className="np-links govuk-body">
        {planId && (
          <Link to="/children/$childId/plans/$planId" params={{ childId, planId }}>
            Open the plan
          </Link>
        )}
        {decisionId && (
          <Link to="/children/$childId/decisions/$decisionId" params={{ childId, decisionId }}>
            Open the decision
          </Link>
        )}
      </p>
    </Section>
  );
}

const Acknowledged = z.object({ on: AcknowledgeConcern.shape.on });

/** Whoever raised it heard that it arrived. */
function Acknowledge({ concern }: Of) {
  const idempotencyKey = useIdempotencyKey();
  const acknowledge = useChange(trpc.concern.acknowledge.mutationOptions());
  const version = useVersion(concern.version, acknowledge.error);
  const form = useCommandForm(Acknowledged);
  return (
    <Details summary="Record that whoever raised it heard it arrived">
      <Form
        form={form}
        submit="Record it"
        refusal={refusalView(acknowledge.error)}
        notAllowed={whyNot(concern.may.decide)}
        onSubmit={({ on }) => acknowledge.mutateAsync({ on, concernId: concern.concernId, version, idempotencyKey })}
      >
        <DateField name="on" label="Day they were told it arrived" />
      </Form>
    </Details>
  );
}
