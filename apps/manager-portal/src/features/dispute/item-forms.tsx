import { BecauseOnScreen, HousingOnScreen, limits } from "@linchpin/domain";
import { fromForm, refusalView, useChange, useDraftOf, useVersion, whyNot } from "@linchpin/portal";
import { DateField, Form, Page, Radios, TextArea, useCommandForm } from "@linchpin/ui";
import type { ReactNode } from "react";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { useItem } from "./use-item.tsx";

const Housing = fromForm(HousingOnScreen);
const Because = fromForm(BecauseOnScreen);

/** Whether housing matters to the item, why, and when the Area Housing Manager was invited. */
export function HousingPage() {
  const { data, groupItemId, idempotencyKey, page, cancel, toItem } = useItem();
  const form = useCommandForm(Housing);
  const mark = useChange(trpc.dispute.items.markHousing.mutationOptions());
  const version = useVersion(data.item.version, mark.error);
  const draft = useDraftOf<z.input<typeof Housing>>(api, `group-housing:${groupItemId}`, ["why"]);
  return (
    <Page title="Does housing matter to this item?" {...page}>
      <Form
        form={form}
        draft={draft}
        submit="Record it"
        refusal={refusalView(mark.error)}
        notAllowed={whyNot(data.may.keep)}
        cancel={cancel}
        onSubmit={async (said) => {
          await mark.mutateAsync({ ...said, idempotencyKey, groupItemId, version });
          await toItem();
        }}
      >
        <Radios
          name="matters"
          label="Does it matter?"
          options={[
            {
              value: "yes",
              label: "Yes",
              reveal: (
                <>
                  <TextArea name="why" label="Why?" hint="For example, the tenancy is at risk" rows={3} optional />
                  <DateField name="invitedOn" label="When was the Area Housing Manager invited?" optional />
                </>
              ),
            },
            { value: "no", label: "No" },
          ]}
        />
      </Form>
    </Page>
  );
}

type WithReason = {
  readonly title: string;
  readonly label: string;
  readonly submit: string;
  readonly draftOf: string;
  readonly to: "takeOff" | "giveBack";
  readonly children: ReactNode;
};

function WithReasonPage({ title, label, submit, draftOf, to, children }: WithReason) {
  const { data, groupItemId, idempotencyKey, page, cancel, toItem, toAgenda } = useItem();
  const form = useCommandForm(Because);
  const takeOff = useChange(trpc.dispute.items.takeOff.mutationOptions());
  const giveBack = useChange(trpc.dispute.items.giveBack.mutationOptions());
  const move = to === "takeOff" ? takeOff : giveBack;
  const version = useVersion(data.item.version, move.error);
  const draft = useDraftOf<z.input<typeof Because>>(api, `${draftOf}:${groupItemId}`, ["because"]);
  return (
    <Page title={title} {...page}>
      <p className="govuk-body">{children}</p>
      <Form
        form={form}
        draft={draft}
        submit={submit}
        refusal={refusalView(move.error)}
        notAllowed={whyNot(data.may.keep)}
        cancel={cancel}
        onSubmit={async ({ because }) => {
          await move.mutateAsync({ idempotencyKey, groupItemId, version, because });
          await (to === "takeOff" ? toItem() : toAgenda());
        }}
      >
        <TextArea name="because" label={label} rows={4} most={limits.prose} />
      </Form>
    </Page>
  );
}

export const TakeOffPage = () => (
  <WithReasonPage
    title="Take it off the agenda"
    label="Why?"
    submit="Take it off"
    draftOf="group-take-off"
    to="takeOff"
  >
    Those who sit see it no longer. It stays with you, and whoever asked is told.
  </WithReasonPage>
);

export const GiveBackPage = () => (
  <WithReasonPage
    title="Give it back"
    label="What is missing?"
    submit="Give it back"
    draftOf="group-give-back"
    to="giveBack"
  >
    Papers that are not complete go back to whoever asked. A complete request is placed. The plan closes to you.
  </WithReasonPage>
);
