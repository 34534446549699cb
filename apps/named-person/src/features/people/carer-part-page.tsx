import { CarerPartOnScreen, carerParts, limits } from "@linchpin/domain";
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
import { Checkboxes, EmptyState, Form, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Around } from "./around-page.tsx";
import { aroundQuery } from "./around-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/people-around/carers/$carerId");
const Screen = fromForm(CarerPartOnScreen);

/** Say what a parent, carer or other adult takes part in (CWDC-TERM-PARENT). */
export function CarerPartPage() {
  const { childId, carerId } = route.useParams();
  const { data: around } = useSuspenseQuery(aroundQuery(childId));
  const href = useHref();
  const adult = around.adults.find((one) => one.carerId === carerId);
  return (
    <Page
      title={adult ? `What ${adult.name} takes part in` : "What somebody takes part in"}
      back={{
        href: href({ to: "/children/$childId/people-around", params: { childId } }),
        text: "People around the child",
      }}
    >
      {adult ? (
        <PartForm around={around} adult={adult} />
      ) : (
        <EmptyState title="Nobody like that is on record for this child" />
      )}
    </Page>
  );
}

function PartForm({ around, adult }: { readonly around: Around; readonly adult: Around["adults"][number] }) {
  const { childId } = around;
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.people.around.recordPart.mutationOptions());
  const form = useCommandForm(Screen, {
    defaultValues: { takesPartIn: (adult.takesPartIn ?? []).map(({ code }) => code as keyof typeof carerParts) },
  });
  const draft = useDraftOf<z.input<typeof Screen>>(api, `carer-part:${adult.carerId}`, ["because"]);
  const back = { to: "/children/$childId/people-around", params: { childId } } as const;
  return (
    <>
      <p className="govuk-body">
        Somebody who is not ticked is not offered there: not asked about sharing, sent no copy. While nobody has said
        anything, nobody is left out.
      </p>
      <Form
        form={form}
        draft={draft}
        submit="Save"
        refusal={refusalView(record.error)}
        notAllowed={whyNot(around.keep)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async ({ because, ...said }) => {
          await record.mutateAsync({
            ...said,
            ...(because === undefined ? {} : { because }),
            childId,
            carerId: adult.carerId,
            idempotencyKey,
          });
          await navigate({ ...back, replace: true });
        }}
      >
        <Checkboxes name="takesPartIn" label="They take part in" options={optionsOf(carerParts)} optional />
        <TextArea name="because" label="Why" optional rows={2} most={limits.prose} />
      </Form>
    </>
  );
}
