import { ArrangeNamedPersons, arrangementPatterns, wholeRoll, yearGroupInWords } from "@linchpin/domain";
import { Link, optionsOf, refusalView, useChange, useHref, useIdempotencyKey, useVersion } from "@linchpin/portal";
import {
  count,
  DateField,
  EmptyState,
  FieldGroup,
  Form,
  InsetText,
  Page,
  Radios,
  Select,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useFormContext, useWatch } from "react-hook-form";
import { z } from "zod";
import { queryClient, trpc } from "../../api.ts";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import type { Arrangement } from "./arrangement-page.tsx";
import { arrangedKey, arrangementQuery, staffQuery } from "./queries.ts";
import { StaffTable } from "./staff-table.tsx";

const route = getRouteApi("/signed-in/roll/$establishmentId/named-persons/arrange");
type Staff = Extract<Answers["namedPerson"]["staff"], { known: true }>["staff"];

const Person = z.string().optional();
const Screen = z.object({
  pattern: ArrangeNamedPersons.shape.pattern,
  /** Under the pattern, by the group's place in its list: a group's own name may hold any character. */
  people: z.record(z.string(), z.record(z.string(), Person)).optional(),
  from: ArrangeNamedPersons.shape.from,
});
type OnScreen = z.input<typeof Screen>;

/** Settle who is named person for which class, with skills, number of children and site side by side (HIG-64). */
export function ArrangePage() {
  const { establishmentId } = route.useParams();
  const { data: arrangement } = useSuspenseQuery(arrangementQuery(establishmentId));
  const { data: staff } = useSuspenseQuery(staffQuery(establishmentId));
  const { namedPerson } = useTerms();
  const href = useHref();
  return (
    <Page
      title={`Settle who is ${namedPerson}`}
      caption={arrangement.known ? arrangement.establishment : undefined}
      back={{
        href: href({ to: "/roll/$establishmentId/named-persons", params: { establishmentId } }),
        text: "Named persons",
      }}
    >
      {!arrangement.known || !staff.known ? (
        <InsetText>{arrangement.known ? "There is none here." : arrangement.because}</InsetText>
      ) : staff.staff.length === 0 ? (
        <EmptyState title="Nobody is recorded as working here">
          <p className="govuk-body">
            People are added to a school or clinic by whoever looks after sign-in for this area.
          </p>
        </EmptyState>
      ) : (
        <>
          <StaffTable staff={staff.staff} />
          <ArrangeForm arrangement={arrangement} staff={staff.staff} />
        </>
      )}
    </Page>
  );
}

function ArrangeForm({ arrangement, staff }: { readonly arrangement: Arrangement; readonly staff: Staff }) {
  const { establishmentId } = arrangement;
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const arrange = useChange(trpc.namedPerson.arrange.mutationOptions());
  const version = useVersion(arrangement.version, arrange.error);
  const form = useCommandForm(Screen, { defaultValues: asItStands(arrangement) });
  return (
    <Form
      form={form}
      submit="Settle it for the whole roll"
      submitting="Settling"
      refusal={refusalView(arrange.error)}
      cancel={
        <Link to="/roll/$establishmentId/named-persons" params={{ establishmentId }}>
          Cancel
        </Link>
      }
      onSubmit={async ({ pattern, people, from }) => {
        const groups = groupsOf(arrangement, pattern).flatMap(({ group }, place) => {
          const practitionerId = people?.[pattern]?.[`g${place}`];
          return practitionerId ? [{ group, practitionerId }] : [];
        });
        const done = await arrange.mutateAsync({ establishmentId, version, pattern, groups, from, idempotencyKey });
        if (done.known) queryClient.setQueryData(arrangedKey(establishmentId), done);
        await navigate({ to: "/roll/$establishmentId/named-persons", params: { establishmentId }, replace: true });
      }}
    >
      <Radios<OnScreen> name="pattern" label="How is it settled here?" options={optionsOf(arrangementPatterns)} />
      <Groups arrangement={arrangement} staff={staff} />
      <DateField<OnScreen> name="from" label="Day it starts" hint="The ones before stay until that day." />
      <InsetText>
        Children you gave somebody else by name keep them. Children whose group has nobody are listed, and stay with
        whoever they have.
      </InsetText>
    </Form>
  );
}

/** The groups a pattern goes by; none where it is settled child by child. */
function groupsOf({ groupsByPattern, onRoll }: Arrangement, pattern: string | undefined) {
  if (pattern === "one-person") return [{ group: wholeRoll, children: onRoll }];
  return pattern === "by-class" || pattern === "by-year-group" || pattern === "by-house"
    ? groupsByPattern[pattern]
    : [];
}

function Groups({ arrangement, staff }: { readonly arrangement: Arrangement; readonly staff: Staff }) {
  const { control } = useFormContext<OnScreen>();
  const { namedPerson } = useTerms();
  const pattern = useWatch({ control, name: "pattern" });
  if (!pattern) return null;
  if (pattern === "by-name")
    return <InsetText>Each child's {namedPerson} is assigned on the child's own page.</InsetText>;
  const groups = groupsOf(arrangement, pattern);
  const hasSites = new Set(staff.map(({ site }) => site)).size > 1;
  const options = staff.map(({ practitionerId, name, title, site, children }) => ({
    value: practitionerId,
    label: [`${name} (${children} now)`, hasSites ? site : undefined, title].filter(Boolean).join(", "),
  }));
  if (groups.length === 0) return <InsetText>No child on the roll has a group of this kind.</InsetText>;
  return (
    <FieldGroup legend={`Who is ${namedPerson}?`}>
      {groups.map(({ group, children }, place) => (
        <Select
          key={group}
          name={`people.${pattern}.g${place}`}
          label={group === wholeRoll ? "Everybody" : (pattern === "by-year-group" && yearGroupInWords(group)) || group}
          hint={count(children, "child", "children")}
          optional
          options={options}
        />
      ))}
    </FieldGroup>
  );
}

/** The form starts from the arrangement as it stands; where there is none yet, from nothing. */
function asItStands(arrangement: Arrangement): {
  pattern?: OnScreen["pattern"];
  people?: NonNullable<OnScreen["people"]>;
} {
  const { pattern, groups } = arrangement;
  if (!groups.some(({ practitionerId }) => practitionerId !== null)) return {};
  const named = new Map(groups.map(({ group, practitionerId }) => [group, practitionerId ?? undefined]));
  const people = Object.fromEntries(
    groupsOf(arrangement, pattern).map(({ group }, place) => [`g${place}`, named.get(group)]),
  );
  return { pattern, people: { [pattern]: people } };
}
