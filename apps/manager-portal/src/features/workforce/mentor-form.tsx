import { standingFacts } from "@linchpin/domain";
import { fromForm } from "@linchpin/portal";
import { DateField, LookupField, Radios } from "@linchpin/ui";
import { z } from "zod";
import { client } from "../../api.ts";
import type { Standing } from "../../views.ts";
import { FactForm, type FactOf, factOf } from "./fact-form.tsx";

type Periods = readonly { readonly mentorId: string; readonly from: string; readonly until?: string | undefined }[];

const day = (enter: string) => z.custom<string>((value) => typeof value === "string" && value !== "", enter);
const schema = fromForm(
  z.discriminatedUnion(
    "what",
    [
      z.object({
        what: z.literal("new"),
        mentorId: z.string({ error: "Choose the mentor" }).min(1, "Choose the mentor"),
        from: day("Enter the day the mentoring starts"),
      }),
      z.object({ what: z.literal("ended"), until: day("Enter the first day without this mentor") }),
      z.object({ what: z.literal("none") }),
    ],
    { error: "Choose what you are recording" },
  ),
);

/** Who mentors this person. Every stretch stays on record; a new mentor ends the one before. */
export function MentorForm(of: FactOf) {
  const periods = periodsOf(of.standing);
  const isOpen = periods.length > 0 && periods.at(-1)?.until === undefined;
  return (
    <FactForm
      {...of}
      schema={schema}
      asStanding={(said) => ({
        kind: "mentor",
        fact: standingFacts.mentor.parse(
          said.what === "none" && periods.length === 0
            ? { state: "none" }
            : { state: "named", periods: periodsAfter(periods, said) },
        ),
      })}
    >
      <Radios
        name="what"
        label="What are you recording?"
        options={[
          {
            value: "new",
            label: isOpen ? "Another mentor" : "A mentor",
            reveal: (
              <>
                <LookupField
                  name="mentorId"
                  label="Mentor"
                  hint="Somebody experienced in the role. Look by name."
                  find={findColleagues}
                />
                <DateField name="from" label="Day the mentoring starts" />
              </>
            ),
          },
          ...(isOpen
            ? [
                {
                  value: "ended",
                  label: "The mentoring ended",
                  reveal: <DateField name="until" label="First day without this mentor" />,
                },
              ]
            : []),
          ...(periods.length === 0 ? [{ value: "none", label: "There is no mentor" }] : []),
        ]}
      />
    </FactForm>
  );
}

function periodsOf(standing: Standing): Periods {
  const before = standingFacts.mentor.safeParse(factOf(standing, "mentor"));
  return before.success && before.data.state === "named" ? before.data.periods : [];
}

type Said = z.output<typeof schema>;

/** The stretches with what was said added: what is open is closed by it. */
function periodsAfter(periods: Periods, said: Said): Periods {
  if (said.what === "none") return periods;
  const until = said.what === "new" ? said.from : said.until;
  const closed = periods.map((period, place) =>
    place === periods.length - 1 && period.until === undefined ? { ...period, until } : period,
  );
  return said.what === "new" ? [...closed, { mentorId: said.mentorId, from: said.from }] : closed;
}

async function findColleagues(search: string) {
  const { people } = await client.plan.colleagues.query({ search });
  return people.map(({ practitionerId, name, postTitle, agency }) => ({
    value: practitionerId,
    label: name,
    note: [postTitle, agency.name].filter(Boolean).join(", "),
  }));
}
