import { GivePart, partsForATime } from "@linchpin/domain";
import {
  fromForm,
  optionsOf,
  refusalView,
  serverDraft,
  useChange,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import {
  Anchor,
  DateField,
  dateInWords,
  Form,
  LookupField,
  momentInWords,
  Page,
  Radios,
  TextArea,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { childInWords } from "../../child.ts";
import { findPeopleAtWork, partsOfChildQuery } from "./part-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/parts/give");
const Schema = fromForm(GivePart);
type OnScreen = z.input<typeof Schema>;

/** Opens what a part needs to somebody, for stated days. */
export function GivePartPage() {
  const { childId } = route.useParams();
  const navigate = route.useNavigate();
  const href = useHref();
  const { data } = useSuspenseQuery(partsOfChildQuery(childId));
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(Schema, { defaultValues: { idempotencyKey, childId } });
  const give = useChange(trpc.parts.give.mutationOptions());
  const [draft] = useState(() => withoutPerson(serverDraft<OnScreen>(api, `give-part:${childId}`)));
  const part = useWatch({ control: form.control, name: "part" });
  const back = href({ to: "/children/$childId/parts", params: { childId } });
  return (
    <Page
      title="Give somebody a part"
      caption={childInWords(data.child)}
      back={{ href: back, text: "People with a part for a time" }}
    >
      <p className="govuk-body">
        They can read what the part needs from the moment you give it. They and whoever leads are told, and it stands in
        the chronology. Nobody gives themselves a part.
      </p>
      <Form
        form={form}
        draft={draft}
        submit="Give the part"
        submitting="Giving"
        notAllowed={whyNot(data.may.give)}
        refusal={refusalView(give.error)}
        cancel={<Anchor href={back}>Cancel</Anchor>}
        onSubmit={(command) =>
          give.mutateAsync(command).then(() =>
            navigate({
              to: "/children/$childId/parts",
              params: { childId },
              search: { done: "given" },
              replace: true,
            }),
          )
        }
      >
        <Radios
          name="part"
          label="Which part?"
          options={optionsOf(partsForATime).map(({ value, label }) => ({
            value,
            label,
            hint: hints[value as keyof typeof hints],
          }))}
        />
        <LookupField
          name="practitionerId"
          label="Who is given it?"
          hint="Type a part of their name, then press Find."
          find={findPeopleAtWork}
        />
        {part === "forum-member" && (
          <TextField
            name="agenda"
            label="Which group, and which meeting?"
            hint="For example, the group's name and the day."
          />
        )}
        {data.plans.length > 0 && (
          <Radios
            name="planId"
            label="For which plan?"
            optional={part !== "quality-auditor"}
            options={data.plans.map(({ planId, kind, openedAt }) => ({
              value: planId,
              label: `${kind.label}, opened ${momentInWords(openedAt)}`,
            }))}
          />
        )}
        <TextArea
          name="why"
          label="Why do they need it?"
          hint="They and those who work with the child read this."
          rows={3}
        />
        <DateField name="lastDay" label="Last day" hint={`No later than ${dateInWords(data.latestDay)}.`} />
      </Form>
    </Page>
  );
}

const hints = {
  "review-officer": "Reads the record, the chronology and the plan",
  "forum-member": "Reads the plan while the case is on the agenda",
  "quality-auditor": "Reads the one plan that is checked",
  coordinator: "Reads the plan, and may give parts to others",
} as const;

/** A person who was picked is picked again: a kept id would stand there without its name. */
const withoutPerson = (draft: ReturnType<typeof serverDraft<OnScreen>>): typeof draft => ({
  ...draft,
  load: async () => {
    const kept = await draft.load();
    if (kept === undefined) return undefined;
    const { practitionerId: _, ...rest } = kept;
    return rest;
  },
});
