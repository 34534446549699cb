import { AgreeCapacity } from "@linchpin/domain";
import { fromForm, refusalView, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import {
  Anchor,
  DateField,
  dateInWords,
  ErrorState,
  Form,
  NumberField,
  Page,
  Radios,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import type { PersonWorkload, Post } from "../../views.ts";
import { pointsInWords } from "./figure-words.ts";
import { personQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/workload/$practitionerId/posts/$postId/capacity");

const Schema = fromForm(AgreeCapacity);

/** How much one post can carry, as worker and manager agreed it, with the day (BOL-8.1). */
export function AgreeCapacityPage() {
  const { practitionerId, postId } = route.useParams();
  const { data: person } = useSuspenseQuery(personQuery(practitionerId));
  const post = person.posts.find((one) => one.postId === postId);
  return post === undefined ? <ErrorState kind="not-found" /> : <Agree person={person} post={post} />;
}

function Agree({ person, post }: { readonly person: PersonWorkload; readonly post: Post }) {
  const navigate = route.useNavigate();
  const href = useHref();
  const { practitionerId, name } = person;
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(Schema, {
    defaultValues: { idempotencyKey, postId: post.postId, version: post.version, agreedOn: "" as never },
  });
  const agree = useChange(trpc.workload.agreeCapacity.mutationOptions());
  const back = href({ to: "/workload/$practitionerId", params: { practitionerId } });
  return (
    <Page
      title="Agree a capacity"
      caption={[name, post.title, post.teamName ?? post.agencyName].join(", ")}
      back={{ href: back, text: name }}
    >
      {post.agreedPoints !== undefined && (
        <p className="govuk-body">
          Agreed before: {pointsInWords(post.agreedPoints)}
          {post.agreedOn && <>, on {dateInWords(post.agreedOn)}</>}. It is kept beside the new one.
        </p>
      )}
      <Form
        form={form}
        submit="Record what was agreed"
        submitting="Recording"
        notAllowed={whyNot(post.mayAgree)}
        refusal={refusalView(agree.error)}
        onSubmit={(command) =>
          agree.mutateAsync(command).then(() =>
            navigate({
              to: "/workload/$practitionerId",
              params: { practitionerId },
              search: { done: "capacity" },
              replace: true,
            }),
          )
        }
        cancel={<Anchor href={back}>Cancel</Anchor>}
      >
        <NumberField
          name="points"
          label="Points this post can carry"
          hint="No number fits everybody. It is what you and the worker agreed, in quarters: 20 or 12.5."
          width={5}
          suffix="points"
        />
        <DateField name="agreedOn" label="Day it was agreed" hint="For example, 5 May 2008." />
        <DateField name="reviewOn" label="Day it is looked at again" optional />
        <Radios
          name="leading"
          label="How often is leading part of this post?"
          hint="Shown beside the capacity. It bars nobody."
          optional
          options={[
            { value: "everyday", label: "An everyday part of the post" },
            { value: "occasional", label: "Now and then" },
          ]}
        />
      </Form>
    </Page>
  );
}
