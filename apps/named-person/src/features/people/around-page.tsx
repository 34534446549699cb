import { Link, useHref, whyNot } from "@linchpin/portal";
import {
  DateText,
  Details,
  EmptyState,
  InsetText,
  LinkButton,
  Page,
  Section,
  SummaryList,
  Table,
  Tag,
  WarningText,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { aroundQuery } from "./around-queries.ts";
import { AgreedWay } from "./how-reached.tsx";

const route = getRouteApi("/signed-in/children/$childId/people-around");
export type Around = Answers["people"]["around"]["get"];
type Of = { readonly around: Around };

/** Parents, carers and other adults with what each takes part in, and whom child or family chose beside the lead. */
export function AroundPage() {
  const { childId } = route.useParams();
  const { data: around } = useSuspenseQuery(aroundQuery(childId));
  const href = useHref();
  return (
    <Page
      title="People around the child"
      back={{ href: href({ to: "/children/$childId", params: { childId } }), text: "Overview" }}
    >
      {around.keptPrivateBy && (
        <WarningText>
          It is kept private where this child is, and who is around them with it. {around.keptPrivateBy} answers for
          that.
        </WarningText>
      )}
      <Chosen around={around} />
      {around.keptPrivateBy === undefined && <Reached around={around} />}
      {around.keptPrivateBy === undefined && <Adults around={around} />}
      <Before around={around} />
    </Page>
  );
}

function Chosen({ around }: Of) {
  const { childId, asks, chosen, lead, keep, keptPrivateBy } = around;
  const { leadProfessional } = useTerms();
  const href = useHref();
  const why = whyNot(keep);
  return (
    <Section title="Whom the child and the family chose">
      <p className="govuk-body">
        {lead ? `${lead.name} answers for the help of this child. ` : ""}Somebody chosen here has no right of the{" "}
        {leadProfessional} by it, and reads nothing of this record.
      </p>
      {asks && (
        <InsetText>
          {asks.because} ({asks.clause})
        </InsetText>
      )}
      {chosen.map((one) => (
        <OneChosen key={one.contactId} one={one} around={around} />
      ))}
      {chosen.length === 0 && keptPrivateBy === undefined && (
        <EmptyState title="Nobody is recorded whom child or family chose" />
      )}
      {chosen.length < 2 &&
        keptPrivateBy === undefined &&
        (why === undefined ? (
          <LinkButton
            kind="secondary"
            href={href({ to: "/children/$childId/people-around/record", params: { childId } })}
          >
            Record whom they chose
          </LinkButton>
        ) : (
          <p className="govuk-hint">{why}</p>
        ))}
    </Section>
  );
}

type OneProps = Of & { readonly one: Around["chosen"][number] };

function OneChosen({ one, around: { childId, keep, settle, owed } }: OneProps) {
  const params = { childId, contactId: one.contactId };
  const isTrusted = one.as.code === "trusted" && one.name !== null && !one.isKeptAway;
  return (
    <section aria-label={one.as.label}>
      <h3 className="govuk-heading-s">{one.as.label}</h3>
      {one.isKeptAway && (
        <WarningText>
          {one.name} must not be brought near the child. End this, and ask whom they would turn to instead.
        </WarningText>
      )}
      <SummaryList
        rows={[
          {
            key: "Who",
            value:
              one.name === null
                ? "They were asked, and there is nobody"
                : [one.name, one.whoTheyAre].filter(Boolean).join(", "),
          },
          ...(one.reach === null ? [] : [{ key: "How to reach them", value: one.reach }]),
          {
            key: "Chosen",
            value: (
              <>
                {one.chosenBy.label}, from <DateText day={one.from} />. Recorded by {one.recordedBy}
              </>
            ),
          },
          { key: "In their words", value: <span className="np-prose">{one.words}</span> },
          ...(isTrusted ? [{ key: "What is shared", value: <Settled one={one} owed={owed} /> }] : []),
        ]}
      />
      <p className="govuk-body">
        {isTrusted && whyNot(settle) === undefined && (
          <>
            <Link to="/children/$childId/people-around/$contactId/sharing" params={params}>
              {one.protocol ? "Look again at what is shared" : "Settle what is shared"}
            </Link>
            {" · "}
          </>
        )}
        {whyNot(keep) === undefined && (
          <Link to="/children/$childId/people-around/$contactId/end" params={params}>
            End this
          </Link>
        )}
      </p>
    </section>
  );
}

function Settled({
  one: { protocol },
  owed,
}: {
  readonly one: Around["chosen"][number];
  readonly owed: Around["owed"];
}) {
  if (protocol !== null)
    return (
      <span className="np-prose">
        {protocol.what}
        {"\n"}How: {protocol.how}
        {"\n"}How quickly: {protocol.howQuickly}
        <span className="np-note">
          Looked at on <DateText day={protocol.agreedOn} /> by {protocol.by}. Look at it again with the plan.
        </span>
      </span>
    );
  return (
    <>
      Not settled yet {owed?.isLate && <Tag colour="red">Overdue</Tag>}
      {owed && (
        <span className="np-note">
          {owed.because} ({owed.clause})
          {owed.dueOn && (
            <>
              {" "}
              By <DateText day={owed.dueOn} />.
            </>
          )}
        </span>
      )}
    </>
  );
}

function Adults({ around: { childId, adults, keep } }: Of) {
  return (
    <Section title="Parents, carers and other adults">
      <Table
        stacked
        caption="What each of them takes part in"
        captionHidden
        rows={adults}
        rowKey={({ carerId }) => carerId}
        columns={[
          {
            heading: "Who",
            cell: ({ name, relationship, isKeptAway }) => (
              <>
                {name} {isKeptAway && <Tag colour="red">Do not contact</Tag>}
                <span className="np-note">{relationship ?? "Relationship not recorded"}</span>
              </>
            ),
          },
          {
            heading: "How to reach them",
            cell: ({ phone, email }) => [phone, email].filter(Boolean).join(", ") || "Not recorded",
          },
          {
            heading: "Takes part in",
            cell: ({ takesPartIn, isKeptAway }) =>
              isKeptAway
                ? "Nothing: they must not be brought near the child"
                : takesPartIn === null
                  ? "Nobody has said"
                  : takesPartIn.length === 0
                    ? "Nothing"
                    : takesPartIn.map(({ code, label }) => <div key={code}>{label}</div>),
          },
          {
            heading: "Change",
            cell: ({ carerId, name, isKeptAway }) =>
              !isKeptAway &&
              whyNot(keep) === undefined && (
                <Link to="/children/$childId/people-around/carers/$carerId" params={{ childId, carerId }}>
                  Say what they take part in<span className="govuk-visually-hidden">: {name}</span>
                </Link>
              ),
          },
        ]}
        empty={<EmptyState title="No parent or carer is recorded" />}
      />
      <p className="govuk-body">
        Somebody is missing, or reached otherwise?{" "}
        <Link to="/children/$childId/core-information" params={{ childId }}>
          Core information
        </Link>{" "}
        says who is on record, and is put right there.
      </p>
    </Section>
  );
}

/** How child, parents and carers want to be reached, each as it was last agreed with them (BOL-3.1). */
function Reached({ around }: Of) {
  const { childId, child, adults, childReached, reachedBefore, keep } = around;
  const rows = [
    { key: "child", name: child, reached: childReached, to: undefined },
    ...adults
      .filter(({ isKeptAway }) => !isKeptAway)
      .map(({ carerId, name, reached }) => ({ key: carerId, name, reached, to: carerId })),
  ];
  return (
    <Section title="How they want to be reached">
      <Table
        stacked
        caption="How each of them is reached, as it was agreed with them"
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { heading: "Who", cell: ({ name }) => name },
          {
            heading: "As agreed",
            cell: ({ reached }) =>
              reached === null ? "Nothing is recorded. Agree it with them" : <AgreedWay reached={reached} />,
          },
          {
            heading: "Change",
            cell: ({ name, reached, to }) => {
              if (whyNot(keep) !== undefined) return null;
              const text = (
                <>
                  {reached === null ? "Record what was agreed" : "Record it again"}
                  <span className="govuk-visually-hidden">: {name}</span>
                </>
              );
              return to === undefined ? (
                <Link to="/children/$childId/people-around/child/way" params={{ childId }}>
                  {text}
                </Link>
              ) : (
                <Link to="/children/$childId/people-around/carers/$carerId/way" params={{ childId, carerId: to }}>
                  {text}
                </Link>
              );
            },
          },
        ]}
      />
      {reachedBefore.length > 0 && (
        <Details summary="As it was recorded before">
          <Table
            stacked
            caption="As it was recorded before"
            captionHidden
            rows={reachedBefore.map((reached, at) => ({ reached, key: String(at) }))}
            rowKey={({ key }) => key}
            columns={[
              { heading: "Who", cell: ({ reached }) => reached.name ?? child },
              { heading: "As agreed then", cell: ({ reached }) => <AgreedWay reached={reached} /> },
            ]}
          />
        </Details>
      )}
    </Section>
  );
}

function Before({ around: { before } }: Of) {
  if (before.length === 0) return null;
  return (
    <Section title="Chosen before">
      <Table
        stacked
        caption="Chosen before"
        captionHidden
        rows={before}
        rowKey={({ contactId }) => contactId}
        columns={[
          { heading: "As", cell: ({ as }) => as.label },
          { heading: "Who", cell: ({ name }) => name ?? "Nobody" },
          { heading: "From", cell: ({ from }) => <DateText day={from} /> },
          { heading: "Ended", cell: ({ endedOn }) => <DateText day={endedOn} /> },
          { heading: "Why it ended", cell: ({ endedBecause }) => endedBecause },
        ]}
        empty={null}
      />
    </Section>
  );
}
