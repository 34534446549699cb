import {
  aboutYoungOffender,
  disputeKinds,
  formerNames,
  GroupItemOnScreen,
  groupBodies,
  groupItemReasons,
  limits,
  waysTried,
} from "@linchpin/domain";
import {
  fromForm,
  Link,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import { DateField, Form, InsetText, Page, Radios, Select, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useWatch } from "react-hook-form";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { groupOfPlanQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/group/ask");
const Screen = fromForm(GroupItemOnScreen);
const ways = optionsOf(waysTried);

/** Asks for an item of the Service Managers' Group: it reaches the area's co-ordinator and nobody else. */
export function AskGroupPage() {
  const { childId, planId } = route.useParams();
  const { data } = useSuspenseQuery(groupOfPlanQuery(planId, childId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const params = { childId, planId };
  const form = useCommandForm(Screen, { defaultValues: { tried: ways.map(({ value }) => ({ way: value })) } as never });
  const reason = useWatch({ control: form.control, name: "reason" });
  const ask = useChange(trpc.dispute.items.ask.mutationOptions());
  const draft = useDraftOf<z.input<typeof Screen>>(api, `ask-group:${planId}`, ["about", "triedLocally"]);
  return (
    <Page
      title="Ask for an item of the Service Managers' Group"
      caption={`${data.planTitle}: ${data.childName}`}
      back={{ href: href({ to: "/children/$childId/plans/$planId", params }), text: "The plan" }}
    >
      <InsetText>
        {data.coordinator === undefined
          ? "This area has no Integrated Services Co-ordinator now. What you ask is kept, and reaches whoever is named next."
          : `It goes to ${data.coordinator.name}, Integrated Services Co-ordinator, who can read the plan from then on. Nobody else is told before it is on an agenda.`}
      </InsetText>
      <Form
        form={form}
        draft={draft}
        submit="Ask for it"
        submitting="Asking"
        refusal={refusalView(ask.error)}
        notAllowed={whyNot(data.ask)}
        cancel={
          <Link to="/children/$childId/plans/$planId" params={params}>
            Cancel
          </Link>
        }
        onSubmit={async (said) => {
          await ask.mutateAsync({ ...said, ...params, idempotencyKey });
          await navigate({ to: "/children/$childId/plans/$planId", params, replace: true });
        }}
      >
        <Radios
          name="body"
          label="Which group is it for?"
          options={Object.entries(groupBodies).map(([value, { label }]) => {
            const former = formerNames[value as keyof typeof formerNames];
            return {
              value,
              label,
              ...(former === undefined ? {} : { hint: `Closed to what is new. Use ${former.replacedBy} instead.` }),
            };
          })}
        />
        <Radios name="reason" label="Why does it come before the group?" options={optionsOf(groupItemReasons)} />
        {reason === "beyond-area-resources" && (
          <TextArea name="triedLocally" label="What was tried locally?" rows={4} most={limits.prose} />
        )}
        {reason === "disagreement" && <Disagreement />}
        <TextArea name="about" label="What is the group asked to decide?" rows={4} most={limits.prose} />
        {data.actions.length > 0 && (
          <Select
            name="actionId"
            label="Is it about one action of the plan?"
            optional
            options={data.actions.map(({ actionId, what }) => ({ value: actionId, label: what }))}
          />
        )}
        <Radios name="youngOffender" label="Is it about a young offender?" options={optionsOf(aboutYoungOffender)} />
      </Form>
    </Page>
  );
}

/** Which disagreement it is, and what was tried to settle it: the group takes none with nothing tried. */
function Disagreement() {
  return (
    <>
      <Select name="disagreement" label="What is the disagreement about?" options={optionsOf(disputeKinds)} />
      {ways.map(({ value, label }, at) => (
        <Radios
          key={value}
          name={`tried.${at}.was`}
          label={`Was it tried? ${label}`}
          options={[
            {
              value: "yes",
              label: "Yes",
              reveal: (
                <>
                  <DateField name={`tried.${at}.on`} label="On which day?" />
                  <TextArea name={`tried.${at}.result`} label="What came of it?" rows={2} most={limits.prose} />
                </>
              ),
            },
            { value: "no", label: "No" },
          ]}
        />
      ))}
    </>
  );
}
