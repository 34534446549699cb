import {
  agencyKinds,
  SettleShareOnScreen,
  ShareMadeOnScreen,
  shareSettlings,
  sharingBases,
  sharingReasons,
  TellOfShareMade,
} from "@linchpin/domain";
import {
  fromForm,
  maybe,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  useVersion,
  whyNot,
} from "@linchpin/portal";
import {
  DateField,
  Details,
  dateInWords,
  EmptyState,
  Form,
  Page,
  Radios,
  Section,
  Select,
  SummaryList,
  Tag,
  TextArea,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { ToldFields } from "../concern/told.tsx";
import { toldInWords } from "./consent-words.ts";
import { sharesMadeQuery } from "./share-made-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/consent/other-ways");
type Shares = Answers["consent"]["sharesMade"]["forChild"];
type Share = Shares["shares"][number];

/** What left by letter, email or a call, checked against consent and the exceptions, and how the rest was settled (HIG-24). */
export function SharesMadePage() {
  const { childId } = route.useParams();
  const href = useHref();
  const { data } = useSuspenseQuery(sharesMadeQuery(childId));
  const open = data.shares.filter(({ basis, settled }) => basis === undefined && settled === undefined);
  const rest = data.shares.filter((share) => !open.includes(share));
  const [recorded, setRecorded] = useState(0);
  return (
    <Page
      title="Shared by another way"
      back={{ href: href({ to: "/children/$childId/consent", params: { childId } }), text: "Consent and sharing" }}
    >
      <p className="govuk-body">
        Write down what left by letter, email or a call. It is checked against what they agreed to. A safeguarding
        referral waits for none of this.
      </p>
      {open.length > 0 && (
        <Section title="Nothing covers these yet">
          {open.map((share) => (
            <OneShare key={share.shareId} share={share} mayTell={data.mayTell} />
          ))}
        </Section>
      )}
      <Section title="Write down something that was shared">
        <RecordForm key={recorded} childId={childId} shares={data} onRecorded={() => setRecorded(recorded + 1)} />
      </Section>
      <Section title="Covered or settled">
        {rest.length === 0 ? (
          <EmptyState title="Nothing is written down yet" />
        ) : (
          rest.map((share) => <OneShare key={share.shareId} share={share} mayTell={data.mayTell} />)
        )}
      </Section>
    </Page>
  );
}

function OneShare({ share, mayTell }: { readonly share: Share; readonly mayTell: Shares["mayTell"] }) {
  const { what, toWhom, toAgency, why, sharedOn, by, basis, settled, familyTold } = share;
  const isOpen = basis === undefined && settled === undefined;
  return (
    <>
      <h3 className="govuk-heading-s">
        {what} {isOpen && <Tag colour="orange">Nothing covers it</Tag>}
      </h3>
      <SummaryList
        rows={[
          { key: "With", value: `${toWhom}, ${toAgency.label}` },
          { key: "What for", value: why },
          { key: "When and by whom", value: `${dateInWords(sharedOn)}, ${by}` },
          { key: "The family", value: toldInWords(familyTold) },
          ...(basis === undefined ? [] : [{ key: "It rests on", value: basis.label }]),
          ...(settled === undefined
            ? []
            : [
                { key: "Settled", value: `${settled.as.label}: ${settled.by}` },
                ...(settled.basis === undefined ? [] : [{ key: "It stands on", value: settled.basis.label }]),
                { key: "Why", value: <span className="np-prose">{settled.because}</span> },
              ]),
        ]}
      />
      {isOpen && (
        <Details summary={`Settle it: ${what}`}>
          <SettleForm share={share} />
        </Details>
      )}
      {familyTold.told === "not-yet" && (
        <Details summary={`Telling the family: ${what}`}>
          <TellForm share={share} mayTell={mayTell} />
        </Details>
      )}
    </>
  );
}

const Telling = fromForm(z.object({ told: TellOfShareMade.shape.told }));

function TellForm({ share: { shareId }, mayTell }: { readonly share: Share; readonly mayTell: Shares["mayTell"] }) {
  const idempotencyKey = useIdempotencyKey();
  const tell = useChange(trpc.consent.sharesMade.tell.mutationOptions());
  const form = useCommandForm(Telling);
  const draft = useDraftOf<z.input<typeof Telling>>(api, `tell-share:${shareId}`, ["told"]);
  return (
    <Form
      form={form}
      draft={draft}
      submit="Record it of the family"
      refusal={refusalView(tell.error)}
      notAllowed={whyNot(mayTell)}
      onSubmit={({ told }) => tell.mutateAsync({ told, shareId, idempotencyKey })}
    >
      <ToldFields name="told" label="Has the family been told what went, to whom and when?" notYet={false} />
    </Form>
  );
}

const Settling = SettleShareOnScreen.extend({ basis: maybe(SettleShareOnScreen.shape.basis.unwrap()) });

function SettleForm({ share }: { readonly share: Share }) {
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const settle = useChange(trpc.consent.sharesMade.settle.mutationOptions());
  const version = useVersion(share.version, settle.error);
  const form = useCommandForm(Settling);
  const draft = useDraftOf<z.input<typeof Settling>>(api, `settle-share:${share.shareId}`, ["because"]);
  return (
    <Form
      form={form}
      draft={draft}
      submit="Settle it"
      refusal={refusalView(settle.error)}
      notAllowed={whyNot(share.settle)}
      onSubmit={async ({ as, basis, because }) => {
        const { readsOn } = await settle.mutateAsync({
          as,
          because,
          shareId: share.shareId,
          version,
          idempotencyKey,
          ...(as === "released" && basis ? { basis } : {}),
        });
        if (!readsOn) await navigate({ to: "/" });
      }}
    >
      <Radios
        name="as"
        label="How is it settled?"
        options={optionsOf(shareSettlings).map((option) =>
          option.value === "released"
            ? {
                ...option,
                reveal: (
                  <Select name="basis" label="What does it stand on?" optional options={optionsOf(sharingBases)} />
                ),
              }
            : option,
        )}
      />
      <TextArea name="because" label="Why?" rows={3} />
    </Form>
  );
}

const Recording = fromForm(ShareMadeOnScreen.extend({ reason: maybe(ShareMadeOnScreen.shape.reason.unwrap()) }));

type RecordFormProps = { readonly childId: string; readonly shares: Shares; readonly onRecorded: () => void };

function RecordForm({ childId, shares, onRecorded }: RecordFormProps) {
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.consent.sharesMade.record.mutationOptions());
  const form = useCommandForm(Recording);
  const draft = useDraftOf<z.input<typeof Recording>>(api, `share-made:${childId}`, [
    "familyTold",
    "what",
    "toWhom",
    "why",
    "reasonWords",
  ]);
  return (
    <Form
      form={form}
      draft={draft}
      submit="Write it down"
      refusal={refusalView(record.error)}
      notAllowed={whyNot(shares.mayRecord)}
      onSubmit={async ({ reason, ...said }) => {
        await record.mutateAsync({ ...said, ...(reason ? { reason } : {}), childId, idempotencyKey });
        onRecorded();
      }}
    >
      <TextField name="what" label="What was shared?" />
      <TextField name="toWhom" label="With whom?" />
      <Select name="toAgency" label="Of which service?" options={optionsOf(agencyKinds)} />
      <TextField name="why" label="What for?" />
      <DateField name="sharedOn" label="On which day?" />
      <Select
        name="basis"
        label="What did it rest on?"
        options={[{ value: "none", label: "Nothing that I know of" }, ...optionsOf(sharingBases)]}
      />
      <Select
        name="reason"
        label="Without consent: how good was the reason?"
        optional
        options={optionsOf(sharingReasons)}
      />
      <TextArea name="reasonWords" label="Without consent: what was the reason?" rows={3} optional />
      <ToldFields name="familyTold" label="Has the family been told?" />
    </Form>
  );
}
