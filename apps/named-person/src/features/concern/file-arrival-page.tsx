import { FilingOnScreen, filings } from "@linchpin/domain";
import {
  fromForm,
  Link,
  Nowhere,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  useVersion,
  whyNot,
} from "@linchpin/portal";
import { DateText, Form, Page, Radios, SummaryList, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { arrivalsQuery } from "./told-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/came-in/$arrivalId");
const Screen = fromForm(FilingOnScreen);
type OfChild = Answers["concern"]["arrivals"]["ofChild"];

/** File what came in as relevant or not relevant, with the reason (HIG-29). */
export function FileArrivalPage() {
  const { childId, arrivalId } = route.useParams();
  const { data } = useSuspenseQuery(arrivalsQuery(childId));
  const arrival = data.arrivals.find((one) => one.arrivalId === arrivalId);
  return arrival === undefined || arrival.filed ? <Nowhere /> : <FilingForm arrival={arrival} file={data.file} />;
}

type Props = { readonly arrival: OfChild["arrivals"][number]; readonly file: OfChild["file"] };

function FilingForm({ arrival, file: may }: Props) {
  const { childId, arrivalId, cameOn, source, sourceName, way, keptAt, enteredBy } = arrival;
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const file = useChange(trpc.concern.arrivals.file.mutationOptions());
  const version = useVersion(arrival.version, file.error);
  const form = useCommandForm(Screen, { defaultValues: {} });
  const draft = useDraftOf<z.input<typeof Screen>>(api, `arrival:${arrivalId}`, ["because", "says"]);
  const back = { to: "/children/$childId/came-in", params: { childId } } as const;
  return (
    <Page title="File what came in" back={{ href: href(back), text: "Came in by paper or phone" }}>
      <SummaryList
        rows={[
          { key: "Came on", value: <DateText day={cameOn} /> },
          { key: "From", value: `${sourceName}, ${source.label.toLowerCase()}` },
          { key: "What it is", value: way.label },
          { key: "Entered by", value: enteredBy },
          ...(keptAt ? [{ key: "Where it is", value: keptAt }] : []),
        ]}
      />
      <Form
        form={form}
        draft={draft}
        submit="File it"
        refusal={refusalView(file.error)}
        notAllowed={whyNot(may)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (filing) => {
          await file.mutateAsync({ ...filing, arrivalId, version, idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      >
        <Radios name="as" label="Does it matter for this child?" options={optionsOf(filings)} />
        <TextArea name="because" label="Why?" rows={3} />
        <TextArea
          name="says"
          label="What does it say?"
          hint="Needed where it is relevant, and only what matters for the child. If a child may be at risk of harm, refer now and file afterwards."
          rows={5}
          optional
        />
      </Form>
    </Page>
  );
}
