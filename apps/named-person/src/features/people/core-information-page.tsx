import { Link, refusalView, useChange, useIdempotencyKey, whyNot } from "@linchpin/portal";
import {
  Button,
  dateInWords,
  InsetText,
  NotificationBanner,
  Page,
  RefusalPanel,
  Section,
  SummaryList,
  Tag,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { coreInformationQuery } from "./core-information-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/core-information");
type Core = Answers["people"]["coreInformation"]["get"];

/** What has to be right about every child, when somebody last went through it, and one step to say that it is (HIG-28). */
export function CoreInformationPage() {
  const { childId } = route.useParams();
  const { data: core } = useSuspenseQuery(coreInformationQuery(childId));
  const [wasConfirmed, setConfirmed] = useState(false);
  const isStale = core.items.some((item) => item.isStale);
  return (
    <Page title="Core information">
      {wasConfirmed && !isStale && (
        <NotificationBanner title="Confirmed">
          <p className="govuk-notification-banner__heading">Core information is confirmed from today.</p>
        </NotificationBanner>
      )}
      {core.silence === undefined ? (
        <p className="govuk-body">
          Ask the family whether this is still so. It is asked for every 12 months, after a change, and when the child
          moves to a new stage.
        </p>
      ) : (
        <InsetText>{core.silence}</InsetText>
      )}
      <SummaryList
        rows={[
          ...core.items.map((item) => ({ key: item.item.label, value: <OneItem item={item} /> })),
          ...core.notOnRecord.map(({ label }) => ({ key: label, value: "Not on record" })),
        ]}
      />
      {core.isKeptPrivate && (
        <p className="govuk-body">
          Where this child is, who cares for them and how to reach them are kept private, and are not confirmed here.
        </p>
      )}
      <Confirm key={core.asOf} core={core} onConfirmed={() => setConfirmed(true)} />
      {core.confirm.may && <PutRight core={core} />}
    </Page>
  );
}

function OneItem({ item: { says, confirmed, dueOn, isStale, because } }: { readonly item: Core["items"][number] }) {
  return (
    <>
      {says.map((line) => (
        <div key={line}>{line}</div>
      ))}
      <span className="np-note">
        {confirmed === undefined ? "Never confirmed" : `Confirmed on ${dateInWords(confirmed.on)} by ${confirmed.by}`}
        {dueOn !== undefined && !isStale && `. Confirm it again by ${dateInWords(dueOn)}`}
      </span>
      {isStale && (
        <>
          {" "}
          <Tag colour="orange">Stale</Tag>
          {confirmed !== undefined && <span className="np-note">{because}</span>}
        </>
      )}
    </>
  );
}

type ConfirmProps = { readonly core: Core; readonly onConfirmed: () => void };

function Confirm({ core: { childId, asOf, items, confirm: may }, onConfirmed }: ConfirmProps) {
  const idempotencyKey = useIdempotencyKey();
  const confirm = useChange(trpc.people.coreInformation.confirm.mutationOptions());
  const refusal = refusalView(confirm.error);
  const all = items.map(({ item }) => item.code);
  return (
    <>
      {refusal && <RefusalPanel {...refusal} />}
      <Button
        busy={confirm.isPending}
        notAllowed={whyNot(may)}
        onClick={() => confirm.mutate({ idempotencyKey, childId, items: all, asOf }, { onSuccess: onConfirmed })}
      >
        Confirm all as they are
      </Button>
    </>
  );
}

function PutRight({ core: { childId, isKeptPrivate } }: { readonly core: Core }) {
  return (
    <Section title="Something is not right">
      <ul className="govuk-list">
        {!isKeptPrivate && (
          <>
            <li>
              <Link to="/children/$childId/core-information/address" params={{ childId }}>
                Put the address right
              </Link>
            </li>
            <li>
              <Link to="/children/$childId/core-information/carer" params={{ childId }}>
                Put a parent or carer right, or add one
              </Link>
            </li>
          </>
        )}
      </ul>
      <p className="govuk-body">
        A name, a date of birth and a place come from the school's or clinic's list: ask its office to put them right.
      </p>
    </Section>
  );
}
