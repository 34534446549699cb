import { AdjustWeight } from "@linchpin/domain";
import { refusalView, serverDraft, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { Anchor, ErrorState, Form, NumberField, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { api, trpc } from "../../api.ts";
import { childInWords } from "../../child.ts";
import type { Case, PersonWorkload } from "../../views.ts";
import { FigureParts } from "./figure-parts.tsx";
import { pointsInWords } from "./figure-words.ts";
import { personQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/workload/$practitionerId/plans/$planId/weight");

/** A manager's own estimate beside the rulebook's, with why: both stay (WIG-8.6). */
export function AdjustWeightPage() {
  const { practitionerId, planId } = route.useParams();
  const { data: person } = useSuspenseQuery(personQuery(practitionerId));
  const held = person.cases.find((one) => one.planId === planId);
  return held === undefined ? <ErrorState kind="not-found" /> : <Adjust person={person} held={held} />;
}

function Adjust({ person, held }: { readonly person: PersonWorkload; readonly held: Case }) {
  const navigate = route.useNavigate();
  const href = useHref();
  const { practitionerId, name } = person;
  const { planId, weight, adjustment, child } = held;
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(AdjustWeight, {
    defaultValues: { idempotencyKey, planId, practitionerId, reason: "" },
  });
  const adjust = useChange(trpc.workload.adjust.mutationOptions());
  const draft = useMemo(
    () => serverDraft<AdjustWeight>(api, `weight:${planId}:${practitionerId}`),
    [planId, practitionerId],
  );
  const back = href({ to: "/workload/$practitionerId", params: { practitionerId } });
  return (
    <Page
      title="Change the weight of a case"
      caption={`${name}, ${childInWords(child)}`}
      back={{ href: back, text: name }}
    >
      <p className="govuk-body">
        The rulebook's estimate is {pointsInWords(weight.points - (adjustment?.points ?? 0))}.
        {adjustment && (
          <>
            {" "}
            {adjustment.by.name} changed it by {pointsInWords(adjustment.points)}: {adjustment.reason}
          </>
        )}
      </p>
      <FigureParts of="How the estimate is made" figure={weight} />
      <Form
        form={form}
        draft={draft}
        submit="Record the change"
        submitting="Recording"
        refusal={refusalView(adjust.error)}
        onSubmit={(command) =>
          adjust.mutateAsync(command).then(() =>
            navigate({
              to: "/workload/$practitionerId",
              params: { practitionerId },
              search: { done: "weight" },
              replace: true,
            }),
          )
        }
        cancel={<Anchor href={back}>Cancel</Anchor>}
      >
        <NumberField
          name="points"
          label="Points to add to the estimate"
          hint="In quarters. A minus takes off: -2 makes the case lighter. 0 goes back to the rulebook's estimate."
          width={5}
          suffix="points"
        />
        <TextArea name="reason" label="Why is it changed?" hint="The worker can read this." rows={4} />
      </Form>
    </Page>
  );
}
