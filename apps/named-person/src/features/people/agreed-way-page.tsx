import {
  AgreedWayOnScreen,
  type DayOfWeek,
  daysOfWeek,
  limits,
  type WayOfReaching,
  waysOfReaching,
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
import {
  Checkboxes,
  DateField,
  EmptyState,
  Form,
  Page,
  Radios,
  TextArea,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Around } from "./around-page.tsx";
import { aroundQuery } from "./around-queries.ts";

const childsRoute = getRouteApi("/signed-in/children/$childId/people-around/child/way");
const carersRoute = getRouteApi("/signed-in/children/$childId/people-around/carers/$carerId/way");
const Screen = fromForm(AgreedWayOnScreen);
type Values = z.input<typeof Screen>;

/** Record how and how often the child is reached, as it was agreed with the child (BOL-3.1). */
export function ChildsWayPage() {
  const { childId } = childsRoute.useParams();
  const { data: around } = useSuspenseQuery(aroundQuery(childId));
  return <WayPage around={around} whom={{ name: around.child, reached: around.childReached }} />;
}

/** Record how and how often a parent or carer is reached, as it was agreed with them (BOL-3.1). */
export function CarersWayPage() {
  const { childId, carerId } = carersRoute.useParams();
  const { data: around } = useSuspenseQuery(aroundQuery(childId));
  return <WayPage around={around} whom={around.adults.find((one) => one.carerId === carerId && !one.isKeptAway)} />;
}

type Whom = {
  readonly name: string;
  readonly carerId?: string | undefined;
  readonly reached: Around["childReached"];
};

function WayPage({ around, whom }: { readonly around: Around; readonly whom: Whom | undefined }) {
  const href = useHref();
  const { childId } = around;
  return (
    <Page
      title={whom ? `How ${whom.name} wants to be reached` : "How somebody wants to be reached"}
      back={{
        href: href({ to: "/children/$childId/people-around", params: { childId } }),
        text: "People around the child",
      }}
    >
      {whom ? (
        <WayForm around={around} whom={whom} />
      ) : (
        <EmptyState title="Nobody like that is on record for this child" />
      )}
    </Page>
  );
}

/** What was recorded last, to be put right: codes of the list as the form has them. */
function before(reached: Around["childReached"]): Partial<Values> {
  if (reached === null) return {};
  const words = reached.words ?? "";
  return {
    agreed:
      reached.way === null
        ? { is: "none", words }
        : {
            is: "way",
            way: reached.way.code as WayOfReaching,
            days: reached.days.map(({ code }) => code as DayOfWeek),
            howOften: reached.howOften ?? "",
            words,
          },
  };
}

function WayForm({ around, whom }: { readonly around: Around; readonly whom: Whom }) {
  const { childId, keep } = around;
  const navigate = childsRoute.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.people.around.recordWay.mutationOptions());
  const form = useCommandForm<Values, z.output<typeof Screen>>(Screen, { defaultValues: before(whom.reached) });
  const draft = useDraftOf<Values>(api, `agreed-way:${whom.carerId ?? childId}`, ["agreed", "agreedWith"]);
  const back = { to: "/children/$childId/people-around", params: { childId } } as const;
  return (
    <>
      <p className="govuk-body">
        Agree it with them. Whoever sends a letter or a copy of the plan another way is reminded of it. What was
        recorded before stays on record.
      </p>
      <Form
        form={form}
        draft={draft}
        submit="Record it"
        refusal={refusalView(record.error)}
        notAllowed={whyNot(keep)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (said) => {
          await record.mutateAsync({
            ...said,
            childId,
            ...(whom.carerId === undefined ? {} : { carerId: whom.carerId }),
            idempotencyKey,
          });
          await navigate({ ...back, replace: true });
        }}
      >
        <Radios
          name="agreed.is"
          label="Was a way agreed?"
          options={[
            { value: "way", label: "Yes", reveal: <HowReachedFields /> },
            {
              value: "none",
              label: "They were asked, and nothing is agreed",
              reveal: <TextArea name="agreed.words" label="What did they say?" rows={2} most={limits.prose} />,
            },
          ]}
        />
        <TextField name="agreedWith" label="Who said so?" hint="For example: the mother, or the child with an aunt." />
        <DateField name="from" label="From which day?" />
      </Form>
    </>
  );
}

function HowReachedFields() {
  return (
    <>
      <Radios name="agreed.way" label="How?" options={optionsOf(waysOfReaching)} />
      <Checkboxes name="agreed.days" label="On which days?" options={optionsOf(daysOfWeek)} />
      <TextField
        name="agreed.howOften"
        label="How often?"
        hint="For example: once a week, or when something changes."
      />
      <TextArea
        name="agreed.words"
        label="What else was agreed"
        hint="For example: not before ten, and no message on the home phone."
        optional
        rows={2}
        most={limits.prose}
      />
    </>
  );
}
