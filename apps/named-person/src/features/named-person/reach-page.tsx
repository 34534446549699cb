import { WaysOnScreen } from "@linchpin/domain";
import {
  fromForm,
  Link,
  Nowhere,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  useVersion,
} from "@linchpin/portal";
import { Form, Page, Section, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { waysQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/for-families/reach");
const Screen = fromForm(WaysOnScreen);
const fields = ["phone", "hours", "writeTo", "childPhone", "childHours", "childWriteTo"] as const;

/** How families reach somebody, for parents and carers and for children apart (HIG-67). */
export function ReachPage() {
  const { establishmentId } = route.useSearch();
  const { data } = useSuspenseQuery(waysQuery());
  const place = data.places.find((one) => one.establishmentId === establishmentId);
  if (establishmentId !== undefined && place === undefined) return <Nowhere />;
  const { ways, version } = place ?? data.own;
  const defaults = Object.fromEntries(fields.map((field) => [field, ways[field] ?? ""]));
  return <ReachForm name={place?.name} establishmentId={establishmentId} version={version ?? 0} defaults={defaults} />;
}

type ReachFormProps = {
  readonly name: string | undefined;
  readonly establishmentId: string | undefined;
  /** 0 where nothing is recorded. */
  readonly version: number;
  readonly defaults: z.input<typeof Screen>;
};

function ReachForm({ name, establishmentId, version: current, defaults }: ReachFormProps) {
  const navigate = useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const keep = useChange(trpc.namedPerson.reach.keep.mutationOptions());
  const version = useVersion(current, keep.error);
  const form = useCommandForm(Screen, { defaultValues: defaults });
  const draft = useDraftOf<z.input<typeof Screen>>(api, `ways-to-reach:${establishmentId ?? "own"}`, [...fields]);
  return (
    <Page
      title={`How families reach ${name ?? "you"}`}
      back={{ href: href({ to: "/for-families" }), text: "For families" }}
    >
      <Form
        form={form}
        draft={draft}
        submit="Keep it"
        refusal={refusalView(keep.error)}
        cancel={<Link to="/for-families">Cancel</Link>}
        onSubmit={async (ways) => {
          await keep.mutateAsync({
            ...ways,
            idempotencyKey,
            ...(establishmentId === undefined ? {} : { establishmentId }),
            ...(version === 0 ? {} : { version }),
          });
          await navigate({ to: "/for-families", replace: true });
        }}
      >
        <Section title="For parents and carers">
          <TextField name="phone" label="Telephone" optional />
          <TextArea
            name="hours"
            label="Place and hours"
            hint="Room 4, Monday to Thursday from 08:30"
            rows={2}
            optional
          />
          <TextArea
            name="writeTo"
            label="Where to write"
            hint="A postal address, or the box by the office"
            rows={3}
            optional
          />
        </Section>
        <Section title="For children">
          <TextField name="childPhone" label="Telephone for children" hint="Only where a child may ring it" optional />
          <TextArea
            name="childHours"
            label="Where and when children find you"
            hint="By the gate at break"
            rows={2}
            optional
          />
          <TextArea
            name="childWriteTo"
            label="Where children write or draw"
            hint="The worry box in the library"
            rows={2}
            optional
          />
        </Section>
      </Form>
    </Page>
  );
}
