import { Link, refusalView, useChange, useHref, whyNot } from "@linchpin/portal";
import {
  Button,
  ConfirmButton,
  DateText,
  EmptyState,
  LinkButton,
  Page,
  RefusalPanel,
  Section,
  SummaryList,
  type SummaryRow,
  Table,
  Tag,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import { restrictionsQuery } from "./queries.ts";
import {
  type Known as KnownOf,
  type Restriction,
  type Restrictions,
  SafeContact,
  titleOf,
} from "./restriction-words.tsx";

const route = getRouteApi("/signed-in/children/$childId/kept-private");

/** What is kept private about a child: that it is, who answers for it and whom to write to; why, for those who may know. */
export function KeptPrivatePage() {
  const { childId } = route.useParams();
  const { data } = useSuspenseQuery(restrictionsQuery(childId));
  const { restrictions } = data;
  return (
    <Page title="Kept private" actions={restrictions.length > 0 && <Record data={data} />}>
      {restrictions.length === 0 ? (
        <EmptyState title="Nothing is kept private about this child">
          <p className="govuk-body">
            Where a family must not be found, keep private where the child is: the address, the school and the carers
            are then shown only to people who are named for it. Where an adult must not be brought near the child, name
            them here: nobody is offered them to write to.
          </p>
          <Record data={data} />
        </EmptyState>
      ) : (
        restrictions.map((one) => <InForce key={one.restrictionId} childId={childId} restriction={one} />)
      )}
      <Past past={data.past} />
    </Page>
  );
}

function Record({ data: { childId, may } }: { readonly data: Restrictions }) {
  const href = useHref();
  const shut = whyNot(may.record);
  return shut === undefined ? (
    <LinkButton href={href({ to: "/children/$childId/kept-private/record", params: { childId } })}>
      Keep something private
    </LinkButton>
  ) : (
    <Button notAllowed={shut}>Keep something private</Button>
  );
}

type Of = { readonly childId: string; readonly restriction: Restriction };

function InForce({ childId, restriction }: Of) {
  const { known, owner, since, reviewOn, isLate, isYours, safeContact } = restriction;
  const rows: SummaryRow[] = [
    { key: "Since", value: <DateText day={since} /> },
    { key: "Who answers for it", value: isYours ? `${owner.name} (you)` : owner.name },
    ...(safeContact ? [{ key: "Write to and call", value: <SafeContact {...safeContact} /> }] : []),
    {
      key: "Looked at again by",
      value: (
        <>
          <DateText day={reviewOn} /> {isLate && <Tag colour="red">Overdue</Tag>}
        </>
      ),
    },
    {
      key: "Why",
      value: known ? (
        <span className="np-prose">{known.reason}</span>
      ) : (
        `Only for those who may know. Ask ${owner.name}.`
      ),
    },
  ];
  return (
    <Section title={titleOf(restriction)}>
      <SummaryList rows={rows} />
      {known && <Known childId={childId} restriction={restriction} known={known} />}
      <Controls childId={childId} restriction={restriction} />
    </Section>
  );
}

function Known({ childId, restriction, known }: Of & { readonly known: KnownOf }) {
  return (
    <>
      {known.waiting.length > 0 && <Waiting childId={childId} restriction={restriction} known={known} />}
      {known.given.length > 0 && <Given restriction={restriction} given={known.given} />}
      <Table
        stacked="short"
        caption={`Who may know: ${titleOf(restriction)}`}
        rows={known.readers}
        rowKey={({ practitionerId }) => practitionerId}
        columns={[
          { heading: "Name", cell: ({ name }) => name },
          { heading: "Why", cell: ({ because }) => <span className="np-prose">{because}</span> },
          { heading: "Since", cell: ({ since }) => <DateText day={since} /> },
        ]}
        empty={<EmptyState title="Nobody is named" />}
      />
      {known.looks.length > 0 && (
        <Table
          stacked="short"
          caption={`Looked at before: ${titleOf(restriction)}`}
          rows={known.looks}
          rowKey={({ on, words }) => `${on} ${words}`}
          columns={[
            { heading: "Day", cell: ({ on }) => <DateText day={on} /> },
            { heading: "By", cell: ({ by }) => by },
            { heading: "Why it was still needed", cell: ({ words }) => <span className="np-prose">{words}</span> },
          ]}
          empty={null}
        />
      )}
    </>
  );
}

/** Who came later and waits: whoever answers for it lets them know, or keeps it from them. */
function Waiting({ childId, restriction: { restrictionId, may }, known }: Of & { readonly known: KnownOf }) {
  return (
    <>
      <Table
        stacked="short"
        caption="Who came later, and does not know"
        rows={known.waiting}
        rowKey={({ practitionerId }) => practitionerId}
        columns={[
          { heading: "Name", cell: ({ name }) => name },
          { heading: "Part in the child's care", cell: (one) => one.as },
          { heading: "Since", cell: ({ since }) => <DateText day={since} /> },
        ]}
        empty={null}
      />
      {may.name.may && (
        <p className="govuk-body">
          <Link to="/children/$childId/kept-private/$restrictionId/who-may-know" params={{ childId, restrictionId }}>
            Let them know, or keep it from them
          </Link>
        </p>
      )}
    </>
  );
}

/** What lists gave of where the child is: whoever handed them in was told nothing, and nothing of it is on record. */
function Given({
  restriction: { may },
  given,
}: {
  readonly restriction: Restriction;
  readonly given: KnownOf["given"];
}) {
  const settle = useChange(trpc.restriction.settleGiven.mutationOptions());
  const refusal = refusalView(settle.error);
  const say = (heldId: string, outcome: "put-on-record" | "left-out") =>
    settle.mutateAsync({ heldId, outcome, idempotencyKey: crypto.randomUUID() }).catch(() => undefined); // the refusal is on the page
  const hidden = (from: string) => <span className="govuk-visually-hidden"> (the list of {from})</span>;
  return (
    <>
      {refusal && <RefusalPanel {...refusal} />}
      <Table
        stacked="short"
        caption="What lists say, and the record does not"
        rows={given}
        rowKey={({ heldId }) => heldId}
        columns={[
          { heading: "List of", cell: ({ from }) => from },
          { heading: "Day", cell: ({ on }) => <DateText day={on} /> },
          { heading: "Address", cell: ({ address }) => address ?? "Not in the list" },
          { heading: "Parents and carers", cell: ({ carers }) => carers.join("; ") || "Not in the list" },
          ...(may.name.may
            ? [
                {
                  heading: "What becomes of it",
                  onScreenOnly: true,
                  cell: ({ heldId, from }: KnownOf["given"][number]) => (
                    <>
                      <ConfirmButton
                        question={`Put on record what the list of ${from} says?`}
                        confirm="Put it on record"
                        onConfirm={() => say(heldId, "put-on-record")}
                      >
                        Put it on record{hidden(from)}
                      </ConfirmButton>
                      <ConfirmButton
                        question={`Leave out what the list of ${from} says?`}
                        confirm="Leave it out"
                        onConfirm={() => say(heldId, "left-out")}
                      >
                        Leave it out{hidden(from)}
                      </ConfirmButton>
                    </>
                  ),
                },
              ]
            : []),
        ]}
        empty={null}
      />
    </>
  );
}

function Controls({ childId, restriction }: Of) {
  const { restrictionId, may } = restriction;
  const params = { childId, restrictionId };
  const hidden = <span className="govuk-visually-hidden">: {titleOf(restriction)}</span>;
  if (!may.lookAgain.may && !may.name.may) return <p className="govuk-body">{whyNot(may.lookAgain)}</p>;
  return (
    <p className="govuk-body np-links">
      {may.lookAgain.may && (
        <Link to="/children/$childId/kept-private/$restrictionId/look-again" params={params}>
          {may.end.may ? "Look at it again, or end it" : "Put in somebody who answers for it"}
          {hidden}
        </Link>
      )}
      {may.name.may && (
        <Link to="/children/$childId/kept-private/$restrictionId/who-may-know" params={params}>
          Say who may know{hidden}
        </Link>
      )}
    </p>
  );
}

function Past({ past }: { readonly past: Restrictions["past"] }) {
  if (past.length === 0) return null;
  return (
    <Section title="What is over">
      <Table
        stacked="short"
        caption="What was kept private before"
        captionHidden
        rows={past}
        rowKey={({ restrictionId }) => restrictionId}
        columns={[
          { heading: "What", cell: ({ label, known }) => (known?.adult ? `${label}: ${known.adult}` : label) },
          {
            heading: "From and until",
            cell: ({ from, until }) => (
              <>
                <DateText day={from} /> to <DateText day={until} />
              </>
            ),
          },
          { heading: "Who answered for it", cell: ({ owner }) => owner.name },
          {
            heading: "Why it ended",
            cell: ({ known }) =>
              known ? <span className="np-prose">{known.because}</span> : "Only for those who might know",
          },
        ]}
        empty={null}
      />
    </Section>
  );
}
