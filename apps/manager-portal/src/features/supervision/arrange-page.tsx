import { ArrangeSupervision, supervisionModels } from "@linchpin/domain";
import { fromForm, refusalView, useChange, useDraftOf, useHref, useIdempotencyKey, useVersion } from "@linchpin/portal";
import { Anchor, Form, NumberField, Page, Radios, Select, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useWatch } from "react-hook-form";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { arrangeFormQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/supervision/$practitionerId/arrange");
const Schema = fromForm(ArrangeSupervision);
/** Where nothing is settled yet: 6 weeks, the usual cycle of the managers' guide, for the manager to change. */
const usualDays = 42;

/** Settles who supervises somebody, and how often: the role of lead professional, and the practice. */
export function ArrangePage() {
  const { practitionerId } = route.useParams();
  const navigate = route.useNavigate();
  const href = useHref();
  const { data } = useSuspenseQuery(arrangeFormQuery(practitionerId));
  const { person, arrangement, supervisors } = data;
  const idempotencyKey = useIdempotencyKey();
  const arrange = useChange(trpc.supervision.arrange.mutationOptions());
  const seen = useVersion(arrangement?.version ?? 0, arrange.error);
  const form = useCommandForm(Schema, {
    defaultValues: {
      idempotencyKey,
      practitionerId,
      ...(arrangement === undefined
        ? { usualEveryDays: usualDays }
        : {
            model: arrangement.model.code as keyof typeof supervisionModels,
            practiceSupervisorId: arrangement.practice.practitionerId,
            ...(arrangement.model.code === "dual" ? { leadSupervisorId: arrangement.lead.practitionerId } : {}),
            usualEveryDays: arrangement.usualEveryDays,
            leadEveryDays: arrangement.leadEveryDays,
            reason: arrangement.reason ?? "",
          }),
    },
  });
  const draft = useDraftOf<z.input<typeof Schema>>(api, `supervision-arrange:${practitionerId}`, ["reason"]);
  const model = useWatch({ control: form.control, name: "model" });
  const back = href({ to: "/supervision/$practitionerId", params: { practitionerId } });
  const options = supervisors.map((one) => ({
    value: one.practitionerId,
    label: `${one.name}, ${one.postTitle}, ${one.agency}`,
  }));
  return (
    <Page
      title="Settle who supervises"
      caption={person.name}
      back={{ href: back, text: `Supervision of ${person.name}` }}
    >
      <Form
        form={form}
        draft={draft}
        submit="Settle it"
        submitting="Saving"
        refusal={refusalView(arrange.error)}
        cancel={<Anchor href={back}>Cancel</Anchor>}
        onSubmit={({ leadSupervisorId, leadEveryDays, ...command }) =>
          arrange
            .mutateAsync({
              ...command,
              ...(seen === 0 ? {} : { version: seen }),
              ...(model === "dual" && leadSupervisorId !== undefined ? { leadSupervisorId } : {}),
              ...((model === "dual" || model === "frequency") && leadEveryDays !== undefined ? { leadEveryDays } : {}),
            })
            .then(() =>
              navigate({
                to: "/supervision/$practitionerId",
                params: { practitionerId },
                search: { done: "arranged" },
                replace: true,
              }),
            )
        }
      >
        <Radios
          name="model"
          label="How is this person supervised?"
          options={Object.entries(supervisionModels).map(([value, { label, meaning }]) => ({
            value,
            label,
            hint: meaning,
          }))}
        />
        <Select
          name="practiceSupervisorId"
          label={model === "dual" ? "Who supervises the practice?" : "Who supervises this person?"}
          hint="As a rule the line manager."
          options={options}
        />
        {model === "dual" && (
          <Select
            name="leadSupervisorId"
            label="Who supervises the role of lead professional?"
            hint="They can read the plans of the children this person leads for, for as long as both last."
            options={options}
          />
        )}
        <NumberField
          name="usualEveryDays"
          label="Days between sessions"
          hint="42 is 6 weeks."
          width={3}
          suffix="days"
        />
        {(model === "dual" || model === "frequency") && (
          <NumberField
            name="leadEveryDays"
            label="Days between sessions on the role while this person leads"
            hint="When the last lead ends, the days above hold again."
            optional={model === "dual"}
            width={3}
            suffix="days"
          />
        )}
        <TextArea
          name="reason"
          label="Why"
          optional={model !== "frequency"}
          hint="This person and who supervises them read this."
          rows={3}
        />
      </Form>
    </Page>
  );
}
