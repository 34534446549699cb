import { DecideSealing } from "@linchpin/domain";
import { fromForm, refusalView, serverDraft, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import {
  Anchor,
  Checkboxes,
  count,
  dateInWords,
  Form,
  MomentText,
  NotificationBanner,
  Page,
  PrintButton,
  Radios,
  Section,
  SummaryList,
  Table,
  TextArea,
  useCommandForm,
  WarningText,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { childInWords } from "../../child.ts";
import type { Sealing } from "../../views.ts";
import { sealingQuery } from "./sealing-queries.ts";

const route = getRouteApi("/signed-in/sealing/$sealingId");
const { outcome, words } = DecideSealing.shape;
const OnScreen = fromForm(
  z
    .object({ outcome, words, saw: z.array(z.enum(["order"])).default([]) })
    .refine((said) => said.outcome !== "sealed" || said.saw.length > 0, {
      path: ["saw"],
      message: "Tick that you have seen the order, or leave the record as it is",
    }),
);

type Of = { readonly sealing: Sealing };

/** One thing that was asked: what sealing would end and the decision, or what it ended. */
export function SealingPage() {
  const { sealingId } = route.useParams();
  const { done } = route.useSearch();
  const href = useHref();
  const { data: sealing } = useSuspenseQuery(sealingQuery(sealingId));
  const { decided, child } = sealing;
  const title = !decided
    ? "Is this record to be sealed?"
    : decided.outcome === "sealed"
      ? "A record was sealed"
      : "A record was left as it is";
  return (
    <Page
      title={title}
      {...(child ? { caption: childInWords(child) } : {})}
      back={{ href: href({ to: "/sealing" }), text: "Records to be sealed" }}
      actions={<PrintButton />}
    >
      {done && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">
            {done === "asked"
              ? "You have asked for this record to be sealed. The others who may decide are told."
              : "What you decided is kept, and whoever asked is told."}
          </p>
        </NotificationBanner>
      )}
      {decided ? <Decided sealing={sealing} /> : <Waiting sealing={sealing} />}
    </Page>
  );
}

function Decided({ sealing: { askedBy, askedAt, decided, words: said, ends } }: Of) {
  return (
    <>
      <SummaryList
        rows={[
          { key: "Asked by", value: <By name={askedBy.name} at={askedAt} /> },
          ...(decided ? [{ key: "Decided by", value: <By name={decided.by.name} at={decided.at} /> }] : []),
          ...(said === undefined ? [] : [{ key: "Why it was left", value: said }]),
        ]}
      />
      {ends && (
        <Section title="What was ended">
          <SummaryList rows={rowsOf(ends)} />
          <p className="govuk-body">
            Nothing here says whose record it was. No search, list, page, import or figure leads to it, and whoever
            brings the old name or number finds it free. To open it again takes an order of the court and the owner of
            the database.
          </p>
        </Section>
      )}
    </>
  );
}

const By = ({ name, at }: { readonly name: string; readonly at: string }) => (
  <>
    {name}, <MomentText at={at} />
  </>
);

function Waiting({ sealing }: Of) {
  const { askedBy, askedAt, order, people, ends } = sealing;
  return (
    <>
      <SummaryList
        rows={[
          { key: "Asked by", value: <By name={askedBy.name} at={askedAt} /> },
          ...(order
            ? [
                { key: "Adoption order of", value: dateInWords(order.on) },
                { key: "Court", value: order.court },
                { key: "Why", value: order.reason },
              ]
            : []),
        ]}
      />
      {ends && (
        <Section title="What sealing ends">
          <SummaryList rows={rowsOf(ends)} />
          {people.length > 0 && (
            <Table
              caption="Who works with the child now, and would not see the record again"
              stacked
              rows={people}
              rowKey={({ practitionerId }) => practitionerId}
              columns={[
                { heading: "Name", cell: ({ name }) => name },
                { heading: "As what", cell: ({ parts }) => parts },
              ]}
            />
          )}
          <ul className="govuk-list govuk-list--bullet">
            <li>the old name, numbers, address and carers lead to nothing any more, for anybody</li>
            <li>the child's record under the new name is a new one, made in the ordinary way</li>
            <li>nothing that ties the two together is kept anywhere that anybody can read</li>
            <li>
              what was sent to others outside Linchpin, and to other areas, is not reached by this: ask for it back
            </li>
          </ul>
        </Section>
      )}
      <Decide sealing={sealing} />
    </>
  );
}

function Decide({ sealing: { sealingId, may } }: Of) {
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(OnScreen);
  const decide = useChange(trpc.sealing.decide.mutationOptions());
  const draft = useMemo(() => serverDraft<z.input<typeof OnScreen>>(api, `seal:${sealingId}`), [sealingId]);
  return (
    <Section title="Your decision">
      <WarningText>Sealing cannot be undone in Linchpin.</WarningText>
      <Form
        form={form}
        draft={draft}
        kind="warning"
        submit="Keep this decision"
        notAllowed={whyNot(may.decide)}
        refusal={refusalView(decide.error)}
        cancel={<Anchor href={href({ to: "/sealing" })}>Cancel</Anchor>}
        onSubmit={async ({ saw, ...said }) => {
          await decide.mutateAsync({ ...said, idempotencyKey, sealingId, sawOrder: saw.length > 0 });
          await navigate({ search: { done: "decided" }, replace: true });
        }}
      >
        <Radios
          name="outcome"
          label="Is this record to be sealed?"
          options={[
            { value: "sealed", label: "Seal the record" },
            { value: "not-sealed", label: "Leave the record as it is" },
          ]}
        />
        <Checkboxes
          name="saw"
          label="Before you seal it"
          options={[{ value: "order", label: "I have seen the adoption order" }]}
        />
        <TextArea
          name="words"
          label="What did you check, and with whom?"
          hint="Where you seal the record, this is kept with it and nowhere else."
          rows={4}
        />
      </Form>
    </Section>
  );
}

const rowsOf = (ends: NonNullable<Sealing["ends"]>) => [
  { key: "People with access", value: count(ends.people, "person", "people") },
  { key: "Plans of this child alone", value: count(ends.plans, "plan", "plans") },
  { key: "Family plans with this child", value: count(ends.plansLeft, "plan", "plans") },
  { key: "Actions still to be done", value: count(ends.actions, "action", "actions") },
  { key: "Things owed", value: count(ends.duties, "thing", "things") },
  { key: "Unread notices", value: count(ends.notices, "notice", "notices") },
  { key: "Consents in force", value: count(ends.consents, "consent", "consents") },
  { key: "Sharing that goes on", value: count(ends.releases, "item", "items") },
  {
    key: "Entries that name the child in brothers' and sisters' records",
    value: count(ends.elsewhere, "entry", "entries"),
  },
];
