import { ArrivalOnScreen, arrivalSources, arrivalWays } from "@linchpin/domain";
import { fromForm, optionsOf, refusalView, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { Anchor, Confirmation, DateField, Form, Page, Radios, Select, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { trpc } from "../../api.ts";
import { useWho } from "../../terms.ts";
import { arrivalFormQuery } from "./told-queries.ts";

const route = getRouteApi("/signed-in/came-in/$childId");
const Screen = fromForm(ArrivalOnScreen);

/** Enter that something came in about a child, without reading it further (HIG-29). */
export function EnterArrivalPage() {
  const { childId } = route.useParams();
  const { data } = useSuspenseQuery(arrivalFormQuery(childId));
  const { role } = useWho();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const [isEntered, setIsEntered] = useState(false);
  const enter = useChange(trpc.concern.arrivals.enter.mutationOptions());
  const form = useCommandForm(Screen, { defaultValues: {} });
  const back =
    role === "record-keeper"
      ? { to: "/roll/children/$childId" as const, params: { childId }, text: "Place on the roll" }
      : { to: "/children/$childId/came-in" as const, params: { childId }, text: "Came in by paper or phone" };
  if (isEntered)
    return (
      <Confirmation title="Entered">
        <p className="govuk-body">
          Whoever files it for {data.childName} was told. Hand it to them, or leave it where you said it is.
        </p>
        <p className="govuk-body">
          <Anchor href={href(back)}>{back.text}</Anchor>
        </p>
      </Confirmation>
    );
  return (
    <Page title="Something came in" caption={data.childName} back={{ href: href(back), text: back.text }}>
      <p className="govuk-body">
        Enter that it came and who sent it. Read no further than you need for that: the person it goes to says whether
        it matters for the child.
      </p>
      <Form
        form={form}
        submit="Enter it"
        refusal={refusalView(enter.error)}
        cancel={<Anchor href={href(back)}>Cancel</Anchor>}
        onSubmit={async (came) => {
          await enter.mutateAsync({ ...came, childId, idempotencyKey });
          setIsEntered(true);
        }}
      >
        <DateField name="cameOn" label="On which day did it come?" />
        <Radios name="way" label="What is it?" options={optionsOf(arrivalWays)} />
        <Select name="source" label="Where is it from?" options={optionsOf(arrivalSources)} />
        <TextField name="sourceName" label="Who sent it or rang?" hint="For example, PC Hay, Inverlochan station" />
        <TextField name="keptAt" label="Where is it now?" hint="For example, in the locked tray" optional />
      </Form>
    </Page>
  );
}
