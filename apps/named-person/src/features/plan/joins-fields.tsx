import { JoinsPlan, limits, PersonIdSchema, posts } from "@linchpin/domain";
import { maybe, optionsOf, yesOrNo } from "@linchpin/portal";
import { Checkboxes, DateField, Details, LookupField, Radios, TextArea } from "@linchpin/ui";
import { useFormContext, useWatch } from "react-hook-form";
import { z } from "zod";
import { findColleagues } from "../../forms.ts";

const asked = JoinsPlan.shape;

/** Somebody who joins the plan, as the screen asks it. */
export const Joins = z
  .object({
    practitionerId: PersonIdSchema,
    involvement: asked.involvement,
    startsOn: asked.startsOn,
    relationship: asked.relationship,
    posts: asked.posts.default([]),
    basedInSchool: maybe(yesOrNo("")),
  })
  .refine(({ involvement, startsOn }) => involvement === "involved" || startsOn !== undefined, {
    path: ["startsOn"],
    message: "Enter the day the person starts",
  });
export type JoinsOnScreen = z.input<typeof Joins>;

/** The command's part of what was filled in. */
export function asJoins({ involvement, startsOn, relationship, basedInSchool, ...said }: z.output<typeof Joins>) {
  return {
    ...said,
    involvement,
    ...(involvement === "about-to-start" && startsOn !== undefined ? { startsOn } : {}),
    ...(relationship === undefined ? {} : { relationship }),
    ...(basedInSchool === undefined ? {} : { basedInSchool }),
  };
}

const postOptions = optionsOf(posts).filter(({ value }) => value !== "lead-professional" && value !== "named-person");

/** Who joins, whether they already work with the child, and how they know the family. `under` is the place in the form. */
export function JoinsFields({ under = "" }: { readonly under?: string }) {
  const name = (field: string) => `${under}${field}`;
  const { control } = useFormContext();
  const involvement = useWatch({ control, name: name("involvement") });
  return (
    <>
      <LookupField
        name={name("practitionerId")}
        label="Who is it?"
        hint="Type a part of their name, then press Find. Anybody of any agency in this area can be found."
        find={findColleagues}
      />
      <Radios
        name={name("involvement")}
        label="Do they already work with the child?"
        options={[
          { value: "involved", label: "Yes" },
          { value: "about-to-start", label: "They are about to start" },
        ]}
      />
      {involvement === "about-to-start" && <DateField name={name("startsOn")} label="Day they start" />}
      <TextArea
        name={name("relationship")}
        label="How do they know the child or family?"
        hint="Since when, and how it goes: this is shown when a lead is chosen."
        optional
        rows={3}
        most={limits.prose}
      />
      <Details summary="Their post for this child">
        <Checkboxes
          name={name("posts")}
          label="Do they hold one of these posts for this child?"
          hint="Some clauses name a post. Leave all unticked if none applies."
          options={postOptions.map(({ value, label }) => ({ value, label: label.replace(/^(the|a|an) /, "") }))}
          optional
        />
        <Radios
          name={name("basedInSchool")}
          label="Do they work from the child's school?"
          optional
          inline
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
        />
      </Details>
    </>
  );
}
