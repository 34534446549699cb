import { HolidayContactOnScreen } from "@linchpin/domain";
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
import { Form, Page, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { holidaysQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/for-families/holidays/$agencyId");
const Screen = fromForm(HolidayContactOnScreen);
type Service = Answers["namedPerson"]["reach"]["holidays"]["services"][number];

/** Whom families reach in the school holidays: stands beside the named person, who stays the same (HD-4). */
export function HolidaysPage() {
  const { agencyId } = route.useParams();
  const { data } = useSuspenseQuery(holidaysQuery());
  const service = data.services.find((one) => one.agencyId === agencyId);
  return service === undefined ? <Nowhere /> : <HolidaysForm service={service} />;
}

function HolidaysForm({ service }: { readonly service: Service }) {
  const { agencyId, agency, name, phone, hours, writeTo } = service;
  const navigate = useNavigate();
  const href = useHref();
  const { namedPerson } = useTerms();
  const idempotencyKey = useIdempotencyKey();
  const keep = useChange(trpc.namedPerson.reach.keepHolidays.mutationOptions());
  const version = useVersion(service.version ?? 0, keep.error);
  const form = useCommandForm(Screen, {
    defaultValues: { name: name ?? "", phone: phone ?? "", hours: hours ?? "", writeTo: writeTo ?? "" },
  });
  const draft = useDraftOf<z.input<typeof Screen>>(api, `holiday-contact:${agencyId}`, [
    "name",
    "phone",
    "hours",
    "writeTo",
  ]);
  return (
    <Page
      title="Contact for the school holidays"
      caption={agency}
      back={{ href: href({ to: "/for-families" }), text: "For families" }}
    >
      <p className="govuk-body">
        The {namedPerson} stays the same in the holidays. This contact stands beside them on families' paper.
      </p>
      <Form
        form={form}
        draft={draft}
        submit="Keep it"
        refusal={refusalView(keep.error)}
        cancel={<Link to="/for-families">Cancel</Link>}
        onSubmit={async (contact) => {
          await keep.mutateAsync({ ...contact, agencyId, idempotencyKey, ...(version === 0 ? {} : { version }) });
          await navigate({ to: "/for-families", replace: true });
        }}
      >
        <TextField name="name" label="Who answers" hint="A person or an office" />
        <TextField name="phone" label="Telephone" optional />
        <TextArea name="hours" label="Place and hours" rows={2} optional />
        <TextArea name="writeTo" label="Where to write" rows={3} optional />
      </Form>
    </Page>
  );
}
