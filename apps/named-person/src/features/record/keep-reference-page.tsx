import { KeepReferenceOnScreen, type ReferenceKind, type SharingBasis, sharingBases } from "@linchpin/domain";
import {
  fromForm,
  Link,
  optionsOf,
  refusalView,
  useChange,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import { ErrorState, Form, Page, Radios, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import { referencesQuery } from "./reference-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/references/$kind");
const Kept = fromForm(KeepReferenceOnScreen);

/** Record, put right or take off by what another system knows the child (CWDC-2.20b). */
export function KeepReferencePage() {
  const { childId, kind } = route.useParams();
  const { data } = useSuspenseQuery(referencesQuery(childId));
  const one = data.references.find((each) => each.kind.code === kind);
  const navigate = useNavigate();
  const href = useHref();
  const keep = useChange(trpc.record.references.keep.mutationOptions());
  const idempotencyKey = useIdempotencyKey();
  const was = one?.now?.reference;
  const code = one?.kind.code as ReferenceKind; // one of the api's own list, or nothing is drawn
  const basis = one?.now?.basis?.code as SharingBasis | undefined; // likewise
  const form = useCommandForm(Kept, {
    defaultValues: { kind: code, was: was ?? "", reference: was ?? "", ...(basis === undefined ? {} : { basis }) },
  });
  const back = { to: "/children/$childId/references", params: { childId } } as const;
  if (one === undefined) return <ErrorState kind="not-found" />;
  return (
    <Page title={one.kind.label} back={{ href: href(back), text: "References in other systems" }}>
      <Form
        form={form}
        submit="Save"
        refusal={refusalView(keep.error)}
        notAllowed={whyNot(data.keep)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (said) => {
          await keep.mutateAsync({ ...said, childId, idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      >
        <TextField
          name="reference"
          label="Reference"
          hint={
            was === undefined
              ? "As the other system shows it: letters, digits and signs, no words about the child"
              : "As the other system shows it. Empty the box to take it off the record"
          }
        />
        {code === "child-index" && (
          <Radios
            name="basis"
            label="What does it rest on that the index shows who leads?"
            hint="Tell the child and the family first. Where it rests on consent and they take that back, empty the box above: the entry is taken back within minutes."
            options={optionsOf(sharingBases)}
          />
        )}
      </Form>
    </Page>
  );
}
