import { BecauseOnScreen, HousingOnScreen, limits } from "@linchpin/domain";
import { fromForm, useChange } from "@linchpin/portal";
import { DateField, Radios, TextArea, useCommandForm } from "@linchpin/ui";
import type { ReactNode } from "react";
import { trpc } from "../../api.ts";
import { ItemForm } from "./item-form.tsx";
import { useItem } from "./use-item.tsx";

const Housing = fromForm(HousingOnScreen);
const Because = fromForm(BecauseOnScreen);

/** Whether housing matters to the item, why, and when the Area Housing Manager was invited. */
export function HousingPage() {
  const { data } = useItem();
  const mark = useChange(trpc.dispute.items.markHousing.mutationOptions());
  return (
    <ItemForm
      title="Does housing matter to this item?"
      submit="Record it"
      form={useCommandForm(Housing)}
      kept={{ as: "group-housing", fields: ["why"] }}
      may={data.may.keep}
      error={mark.error}
      record={(said, of) => mark.mutateAsync({ ...said, ...of })}
      then="item"
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
    </ItemForm>
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
  const { data } = useItem();
  const takeOff = useChange(trpc.dispute.items.takeOff.mutationOptions());
  const giveBack = useChange(trpc.dispute.items.giveBack.mutationOptions());
  const move = to === "takeOff" ? takeOff : giveBack;
  return (
    <ItemForm
      title={title}
      before={children}
      submit={submit}
      form={useCommandForm(Because)}
      kept={{ as: draftOf, fields: ["because"] }}
      may={data.may.keep}
      error={move.error}
      record={(said, of) => move.mutateAsync({ ...said, ...of })}
      then={to === "takeOff" ? "item" : "agenda"}
    >
      <TextArea name="because" label={label} rows={4} most={limits.prose} />
    </ItemForm>
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
    label="Why is it given back, and what is missing?"
    submit="Give it back"
    draftOf="group-give-back"
    to="giveBack"
  >
    Papers that are not complete go back to whoever asked. A complete request is placed. The plan closes to you.
  </WithReasonPage>
);
