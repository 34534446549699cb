import { ConfirmRollIn } from "@linchpin/domain";
import {
  Link,
  maybe,
  refusalView,
  useChange,
  useHref,
  useIdempotencyKey,
  useVersion,
  yesNoOptions,
  yesOrNo,
} from "@linchpin/portal";
import {
  Checkboxes,
  count,
  DateField,
  dateInWords,
  EmptyState,
  Form,
  InsetText,
  Page,
  Radios,
  SummaryList,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useFormContext, useWatch } from "react-hook-form";
import { z } from "zod";
import { trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { type Establishment, useEstablishment } from "./establishment-page.tsx";
import { notInListQuery, rollInQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/roll/imports/$rollInId/confirm");
type RollIn = Answers["people"]["rollIn"]["get"];
const asked = ConfirmRollIn.shape;
const Asked = z.object({
  onRollFrom: asked.onRollFrom,
  fullTime: maybe(yesOrNo("")),
  leaverIds: z.array(z.string()).max(2_000, "Tick fewer children at a time").default([]),
  leftOn: asked.leftOn,
});

/** What has to be answered, by whom the list adds: the server asks the same. */
const screenFor = (adds: Adds) =>
  Asked.superRefine(({ onRollFrom, fullTime, leaverIds, leftOn }, ctx) => {
    const ask = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (adds.surely && onRollFrom === undefined) ask("onRollFrom", "Enter the first day on the roll");
    if (adds.surely && adds.pupils && fullTime === undefined)
      ask("fullTime", "Say whether the children who are new attend full-time");
    if (leaverIds.length > 0 && leftOn === undefined)
      ask("leftOn", "Enter the last day on the roll of the children who have left");
  });

type Adds = {
  /** Some row is of a child who is new. */
  readonly surely: boolean;
  /** A person decided about a row, perhaps that it is another child. */
  readonly perhaps: boolean;
  /** Of a school where the first full-time day changes who the named person is. */
  readonly pupils: boolean;
};

function addsOf({ summary }: RollIn, kind: Establishment["kind"] | undefined): Adds {
  const plain = summary.new + summary.same + summary.changed + summary.refused;
  return { surely: summary.new > 0, perhaps: summary.rows > plain, pupils: kind === "primary" || kind === "special" };
}

/** Make the changes the preview shows. */
export function ConfirmRollInPage() {
  const { rollInId } = route.useParams();
  const { data: rollIn } = useSuspenseQuery(rollInQuery(rollInId));
  const href = useHref();
  return (
    <Page
      title="Import this list"
      caption={`${rollIn.fileName}, ${rollIn.establishment}`}
      back={{ href: href({ to: "/roll/imports/$rollInId", params: { rollInId } }), text: "Rows of the list" }}
    >
      {rollIn.state === "previewed" ? (
        <ConfirmForm rollIn={rollIn} />
      ) : (
        <EmptyState
          title={rollIn.state === "discarded" ? "This list was discarded" : "This list has been imported already"}
        >
          <Link to="/roll/imports/$rollInId" params={{ rollInId }}>
            {rollIn.state === "discarded" ? "See who discarded it" : "See what it did"}
          </Link>
        </EmptyState>
      )}
    </Page>
  );
}

function ConfirmForm({ rollIn }: { readonly rollIn: RollIn }) {
  const { rollInId, summary } = rollIn;
  const adds = addsOf(rollIn, useEstablishment(rollIn.establishmentId)?.kind);
  const { data: notInList } = useSuspenseQuery(notInListQuery(rollInId));
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const confirm = useChange(trpc.people.rollIn.confirm.mutationOptions());
  const version = useVersion(rollIn.version, confirm.error);
  const form = useCommandForm(screenFor(adds), { defaultValues: { leaverIds: [] } });
  return (
    <>
      <SummaryList
        rows={[
          { key: "New to the roll", value: count(summary.new, "child", "children") },
          { key: "Changed", value: count(summary.changed, "child", "children") },
          { key: "Stay as they are", value: count(summary.same, "child", "children") },
          { key: "Cannot be imported", value: count(summary.refused, "row") },
        ]}
      />
      <Form
        form={form}
        submit="Import the list"
        submitting="Importing"
        refusal={refusalView(confirm.error)}
        cancel={
          <Link to="/roll/imports/$rollInId" params={{ rollInId }}>
            Cancel
          </Link>
        }
        onSubmit={async ({ onRollFrom, fullTime, leftOn, ...said }) => {
          await confirm.mutateAsync({
            ...said,
            ...(onRollFrom === undefined ? {} : { onRollFrom }),
            ...(fullTime === undefined ? {} : { fullTime }),
            ...(leftOn === undefined ? {} : { leftOn }),
            rollInId,
            version,
            idempotencyKey,
          });
          await navigate({ to: "/roll/imports/$rollInId", params: { rollInId }, replace: true });
        }}
      >
        {(adds.surely || adds.perhaps) && (
          <DateField
            name="onRollFrom"
            label="First day on the roll of the children who are new"
            hint="For example, 18 8 2026"
            optional={!adds.surely}
          />
        )}
        {(adds.surely || adds.perhaps) && adds.pupils && (
          <Radios
            name="fullTime"
            label="Do the children who are new attend full-time?"
            hint="Where there is a named person, it changes with a child's first full-time day at primary school."
            optional={!adds.surely}
            inline
            options={yesNoOptions}
          />
        )}
        <Leavers children={notInList.children} hasMore={notInList.hasMore} />
        <InsetText>You can undo the import afterwards, as long as nobody has worked with a child it added.</InsetText>
      </Form>
    </>
  );
}

type LeaversProps = {
  readonly children: Answers["people"]["rollIn"]["notInList"]["children"];
  readonly hasMore: boolean;
};

/** Children on the roll and not in the list: nothing happens to them unless somebody ticks them. */
function Leavers({ children: missing, hasMore }: LeaversProps) {
  const { control } = useFormContext<{ leaverIds?: string[] }>();
  const ticked = useWatch({ control, name: "leaverIds" });
  if (missing.length === 0) return null;
  return (
    <>
      <Checkboxes
        name="leaverIds"
        label="Have any of these children left?"
        hint={`${count(missing.length, "child is", "children are")} on the roll and not in this list${hasMore ? ", and more" : ""}. They stay unless you tick them.`}
        optional
        options={missing.map(({ childId, name, bornOn, group }) => ({
          value: childId,
          label: name,
          hint: [bornOn ? `born ${dateInWords(bornOn)}` : undefined, group].filter(Boolean).join(", "),
        }))}
      />
      {ticked && ticked.length > 0 && <DateField name="leftOn" label="Last day on the roll of those who have left" />}
    </>
  );
}
