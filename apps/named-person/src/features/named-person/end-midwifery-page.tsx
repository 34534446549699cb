import { EndMidwifery, limits } from "@linchpin/domain";
import { Link, refusalView, useChange, useDraftOf, useHref, useIdempotencyKey, useVersion } from "@linchpin/portal";
import { DateField, Form, LookupField, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { findColleagues, known } from "../../forms.ts";
import { childQuery, rollChildQuery } from "../people/queries.ts";

const route = getRouteApi("/signed-in/children/$childId/end-midwifery");
const officeRoute = getRouteApi("/signed-in/roll/children/$childId/end-midwifery");
const asked = EndMidwifery.shape;
const Screen = z
  .object({
    endedOn: asked.endedOn,
    healthVisitorId: asked.healthVisitorId,
    acceptedOn: asked.acceptedOn,
    reason: asked.reason,
  })
  .superRefine(({ healthVisitorId, acceptedOn }, ctx) => {
    if (healthVisitorId !== undefined && acceptedOn === undefined)
      ctx.addIssue({ code: "custom", path: ["acceptedOn"], message: "Enter the day the health visitor accepted" });
    if (healthVisitorId === undefined && acceptedOn !== undefined)
      ctx.addIssue({ code: "custom", path: ["healthVisitorId"], message: "Find the health visitor and pick them" });
  });

/** The midwife's care has ended; the health visitor takes over once both days are there (HIG-55). */
export function EndMidwiferyPage() {
  const { childId } = route.useParams();
  const { data: child } = useSuspenseQuery(childQuery(childId));
  return <EndMidwiferyForm childId={childId} version={child.version} to="/children/$childId" />;
}

/** The same, at the clinic's office. */
export function EndMidwiferyAtOfficePage() {
  const { childId } = officeRoute.useParams();
  const { data: child } = useSuspenseQuery(rollChildQuery(childId));
  return (
    <EndMidwiferyForm childId={childId} version={child.version} to="/roll/children/$childId" caption={child.name} />
  );
}

type EndMidwiferyFormProps = {
  readonly childId: string;
  readonly version: number;
  readonly to: "/children/$childId" | "/roll/children/$childId";
  readonly caption?: string | undefined;
};

function EndMidwiferyForm({ childId, version: current, to, caption }: EndMidwiferyFormProps) {
  const navigate = useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const end = useChange(trpc.namedPerson.endMidwifery.mutationOptions());
  const version = useVersion(current, end.error);
  const form = useCommandForm(Screen);
  const draft = useDraftOf<z.input<typeof Screen>>(api, `end-midwifery:${childId}`, ["reason"]);
  const params = { childId };
  return (
    <Page title="The midwife's care has ended" caption={caption} back={{ href: href({ to, params }), text: "Back" }}>
      <Form
        form={form}
        draft={draft}
        submit="Record it"
        refusal={refusalView(end.error)}
        cancel={
          <Link to={to} params={params}>
            Cancel
          </Link>
        }
        onSubmit={async (said) => {
          await end.mutateAsync({ endedOn: said.endedOn, ...known(said), childId, version, idempotencyKey });
          await navigate({ to, params, replace: true });
        }}
      >
        <DateField name="endedOn" label="Day the midwife's care ended" />
        <LookupField
          name="healthVisitorId"
          label="Health visitor who takes over"
          hint="Leave it out while none has accepted: the midwife stays until then."
          optional
          find={findColleagues}
        />
        <DateField name="acceptedOn" label="Day the health visitor accepted" optional />
        <TextArea
          name="reason"
          label="Why is the handover late?"
          hint="Only where it is."
          optional
          rows={3}
          most={limits.prose}
        />
      </Form>
    </Page>
  );
}
