import { CopyReceivedOnScreen, HandedOverOnScreen, LeftOutOnScreen, PlanAgreedOnScreen } from "@linchpin/domain";
import { fromForm, Link, refusalView, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import {
  Anchor,
  Clock,
  DateField,
  DateText,
  Details,
  EmptyState,
  Form,
  InsetText,
  Page,
  Section,
  Tag,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { copyListQuery } from "./copy-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/copies");
type List = Answers["consent"]["copies"]["list"];
type Row = List["rows"][number];
type Copy = Row["copies"][number];

/** Who has a copy of what was agreed, since when, who still gets one and by when, and who was left out and why (HIG-50). */
export function CopyListPage() {
  const { childId, planId } = route.useParams();
  const { data } = useSuspenseQuery(copyListQuery(planId, childId));
  const href = useHref();
  const [agreed, setAgreed] = useState(0);
  return (
    <Page
      title="Who has a copy of the plan"
      caption={`${data.planTitle}: ${data.childName}`}
      back={{ href: href({ to: "/children/$childId/plans/$planId", params: { childId, planId } }), text: "The plan" }}
    >
      <p className="govuk-body">
        {data.isAskedHere
          ? "Once a plan is agreed, the child, the family and every agency that helps get a copy."
          : "The documents of this area set no day for copies. The list is kept all the same."}
      </p>
      {data.agreed === undefined ? (
        <EmptyState title="It is not recorded yet on which day the plan was agreed" />
      ) : (
        <p className="govuk-body">
          Agreed on <DateText day={data.agreed.on} />. {data.agreed.by} recorded it.
        </p>
      )}
      {data.kept === undefined ? (
        data.rows.map((row) => <Holder key={row.whom} list={data} row={row} />)
      ) : (
        <InsetText>{data.kept}</InsetText>
      )}
      <Section title={data.agreed === undefined ? "Record that the plan was agreed" : "The plan was agreed again"}>
        <AgreedForm key={agreed} list={data} onRecorded={() => setAgreed(agreed + 1)} />
      </Section>
      <p className="govuk-body">
        <Anchor href={href({ to: "/children/$childId/sent", params: { childId }, search: { plan: planId } })}>
          What was sent, with each copy as it went
        </Anchor>
      </p>
    </Page>
  );
}

function Holder({ list, row }: { readonly list: List; readonly row: Row }) {
  const { label, keepsIt, copies, leftOut, due } = row;
  const href = useHref();
  const { childId, planId } = list;
  const [recorded, setRecorded] = useState(0);
  const onRecorded = () => setRecorded(recorded + 1);
  const isOpen = copies.length === 0 && leftOut === undefined;
  return (
    <Section title={label}>
      {copies.map((copy) => (
        <CopyGiven key={`${copy.on} ${copy.name} ${copy.way}`} list={list} copy={copy} />
      ))}
      {leftOut && (
        <p className="govuk-body">
          <Tag colour="grey">Gets none</Tag> {leftOut.because} <span className="np-note">{leftOut.by}</span>
        </p>
      )}
      {isOpen && (
        <p className="govuk-body">
          {keepsIt ? "Leads the plan, and keeps it here." : "Has no copy yet."}{" "}
          {due && <Clock due={due.words} state={due.isLate ? "overdue" : "running"} />}
        </p>
      )}
      {isOpen && !keepsIt && whyNot(list.may.send) === undefined && (
        <p className="govuk-body">
          <Anchor
            href={href({ to: "/children/$childId/plans/$planId/send/$step", params: { childId, planId, step: "who" } })}
          >
            Send a copy from here
          </Anchor>
        </p>
      )}
      <Details summary={`It was handed over on paper: ${label.toLowerCase()}`}>
        <HandedOverForm key={recorded} list={list} row={row} onRecorded={onRecorded} />
      </Details>
      {copies.length === 0 && (
        <Details summary={`No copy, and why: ${label.toLowerCase()}`}>
          <LeftOutForm key={recorded} list={list} row={row} onRecorded={onRecorded} />
        </Details>
      )}
    </Section>
  );
}

function CopyGiven({ list, copy }: { readonly list: List; readonly copy: Copy }) {
  const { name, way, on, receivedOn, sentCopyId } = copy;
  const { childId } = list;
  return (
    <>
      <p className="govuk-body">
        {sentCopyId === undefined ? (
          name
        ) : (
          <Link to="/children/$childId/sent/$sentCopyId" params={{ childId, sentCopyId }}>
            {name}
          </Link>
        )}
        : {way.toLowerCase()}, <DateText day={on} />.{" "}
        {receivedOn === undefined ? (
          "It is not recorded when they had it."
        ) : (
          <>
            Received <DateText day={receivedOn} />.
          </>
        )}
      </p>
      {receivedOn === undefined && sentCopyId !== undefined && (
        <Details summary={`It arrived: ${name}`}>
          <ReceivedForm list={list} sentCopyId={sentCopyId} />
        </Details>
      )}
    </>
  );
}

type FormProps = { readonly list: List; readonly onRecorded: () => void };
type OfRow = FormProps & { readonly row: Row };

function AgreedForm({ list: { planId, childId, may }, onRecorded }: FormProps) {
  const idempotencyKey = useIdempotencyKey();
  const agree = useChange(trpc.consent.copies.agreed.mutationOptions());
  const form = useCommandForm(fromForm(PlanAgreedOnScreen));
  return (
    <Form
      form={form}
      submit="Record the day"
      refusal={refusalView(agree.error)}
      notAllowed={whyNot(may.agree)}
      onSubmit={async ({ agreedOn }) => {
        await agree.mutateAsync({ agreedOn, planId, childId, idempotencyKey });
        onRecorded();
      }}
    >
      <DateField name="agreedOn" label="On which day was it agreed?" />
    </Form>
  );
}

function HandedOverForm({ list: { planId, childId, may }, row: { whom, label }, onRecorded }: OfRow) {
  const idempotencyKey = useIdempotencyKey();
  const hand = useChange(trpc.consent.copies.handedOver.mutationOptions());
  const form = useCommandForm(fromForm(HandedOverOnScreen));
  return (
    <Form
      form={form}
      submit={`Record it: ${label.toLowerCase()}`}
      refusal={refusalView(hand.error)}
      notAllowed={whyNot(may.send)}
      onSubmit={async (said) => {
        await hand.mutateAsync({ ...said, whom, planId, childId, idempotencyKey });
        onRecorded();
      }}
    >
      {whom !== "child" && <TextField name="name" label="Who was given it?" />}
      <DateField name="handedOverOn" label="Handed over on" />
      <DateField name="receivedOn" label="Received on" hint="Where it came to them on another day" optional />
    </Form>
  );
}

function LeftOutForm({ list: { planId, childId, may }, row: { whom, label }, onRecorded }: OfRow) {
  const idempotencyKey = useIdempotencyKey();
  const leave = useChange(trpc.consent.copies.leftOut.mutationOptions());
  const form = useCommandForm(fromForm(LeftOutOnScreen));
  return (
    <Form
      form={form}
      submit={`Record why: ${label.toLowerCase()}`}
      refusal={refusalView(leave.error)}
      notAllowed={whyNot(may.send)}
      onSubmit={async ({ because }) => {
        await leave.mutateAsync({ because, whom, planId, childId, idempotencyKey });
        onRecorded();
      }}
    >
      <TextField name="because" label="Why do they get no copy?" hint="The family may read it." />
    </Form>
  );
}

function ReceivedForm({ list: { may }, sentCopyId }: { readonly list: List; readonly sentCopyId: string }) {
  const idempotencyKey = useIdempotencyKey();
  const receive = useChange(trpc.consent.copies.received.mutationOptions());
  const form = useCommandForm(fromForm(CopyReceivedOnScreen));
  return (
    <Form
      form={form}
      submit="Record that it arrived"
      refusal={refusalView(receive.error)}
      notAllowed={whyNot(may.send)}
      onSubmit={({ receivedOn }) => receive.mutateAsync({ receivedOn, sentCopyId, idempotencyKey })}
    >
      <DateField name="receivedOn" label="Received on" />
    </Form>
  );
}
