import { RecordLeadView } from "@linchpin/domain";
import { Link, refusalView, serverDraft, useChange, useIdempotencyKey } from "@linchpin/portal";
import { DateField, Form, Radios, TextField, useCommandForm } from "@linchpin/ui";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { useTerms } from "../../terms.ts";
import { SaidFields } from "../concern/said.tsx";
import type { StepProps } from "./choose-journey.tsx";
import { StepPage } from "./step-page.tsx";

/** Answers beside the people themselves. */
const somebodyElse = "somebody-else";
const nobody = "nobody";

const { saidOn, view } = RecordLeadView.shape;
const [given, notPossible] = view.options;
const Screen = z.object({
  view: z.discriminatedUnion(
    "asked",
    [
      given
        .omit({ wishedForId: true })
        .extend({ wish: z.string({ error: "Choose whom they would like" }) })
        .refine(({ wish, wishedFor }) => wish !== somebodyElse || wishedFor !== undefined, {
          path: ["wishedFor"],
          message: "Enter whom they would like",
        }),
      notPossible,
    ],
    { error: "Choose whether they were asked" },
  ),
  saidOn,
});
type OnScreen = z.input<typeof Screen>;

/** Whom the child or the family would like to lead, in their own words; or why they could not be asked. */
export function RecordWishStep({ childId, of, whose }: StepProps & { readonly whose: "child" | "family" }) {
  const { planId } = of;
  const { leadProfessional } = useTerms();
  const navigate = useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.leadProfessional.recordView.mutationOptions());
  const form = useCommandForm(Screen);
  const [draft] = useState(() => serverDraft<OnScreen>(api, `wish:${planId}:${childId}:${whose}`));
  const back = {
    to: "/children/$childId/plans/$planId/lead/$step",
    params: { childId, planId, step: "views" },
  } as const;
  return (
    <StepPage
      childId={childId}
      of={of}
      step={whose === "child" ? "childs-view" : "familys-view"}
      title={`What the ${whose} would like`}
    >
      <Form
        form={form}
        draft={draft}
        submit="Record the view"
        refusal={refusalView(record.error)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (said) => {
          await record.mutateAsync({
            planId,
            childId,
            whose,
            saidOn: said.saidOn,
            view: asCommand(said),
            idempotencyKey,
          });
          await navigate({ ...back, replace: true });
        }}
      >
        <SaidFields
          name="view"
          label={`Was the ${whose} asked whom they would like as ${leadProfessional}?`}
          notYet={false}
          more={
            <Radios
              name="view.wish"
              label="Whom would they like?"
              options={[
                ...of.candidates.map(({ practitionerId, name, postTitle }) => ({
                  value: practitionerId,
                  label: name,
                  hint: postTitle,
                })),
                {
                  value: somebodyElse,
                  label: "Somebody else",
                  reveal: <TextField name="view.wishedFor" label="Whom?" optional />,
                },
                { value: nobody, label: "Nobody in particular" },
              ]}
            />
          }
        />
        <DateField name="saidOn" label="Day they were asked, or it was tried" />
      </Form>
    </StepPage>
  );
}

function asCommand({ view: said }: z.output<typeof Screen>) {
  if (said.asked === "not-possible") return said;
  const { wish, wishedFor, ...rest } = said;
  if (wish === nobody) return rest;
  return wish === somebodyElse ? { ...rest, ...(wishedFor ? { wishedFor } : {}) } : { ...rest, wishedForId: wish };
}
