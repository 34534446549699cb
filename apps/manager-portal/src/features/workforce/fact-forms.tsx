import { standingFacts } from "@linchpin/domain";
import { fromForm, yesNoOptions, yesOrNo } from "@linchpin/portal";
import { DateField, Radios, TextArea, TextField } from "@linchpin/ui";
import { z } from "zod";
import { FactForm, type FactOf, factOf } from "./fact-form.tsx";

/** Who saw the certificate and when. What it says is never kept. */
function Seen() {
  return (
    <>
      <DateField name="seenOn" label="Day the certificate was seen" optional />
      <TextField name="seenBy" label="Who saw it" hint="What the certificate says is never kept here." optional />
    </>
  );
}

const checkSchema = fromForm(standingFacts["enhanced-check"]);
export function EnhancedCheckForm(of: FactOf) {
  return (
    <FactForm {...of} schema={checkSchema} asStanding={(fact) => ({ kind: "enhanced-check", fact })}>
      <Radios
        name="state"
        label="How does the check stand?"
        options={[
          {
            value: "cleared",
            label: "Complete, and judged suitable",
            reveal: (
              <>
                <DateField name="on" label="Day it was judged suitable" />
                <DateField name="issuedOn" label="Day the certificate was issued" />
                <Seen />
              </>
            ),
          },
          {
            value: "not-suitable",
            label: "Complete, and not judged suitable",
            reveal: (
              <>
                <DateField name="on" label="Day it was judged" />
                <Seen />
              </>
            ),
          },
          { value: "applied-for", label: "Applied for" },
          { value: "standard-only", label: "At standard level only", reveal: <Seen /> },
          { value: "none", label: "There is no check" },
        ]}
      />
    </FactForm>
  );
}

const qualificationSchema = fromForm(standingFacts.qualification);
export function QualificationForm(of: FactOf) {
  const before = standingFacts.qualification.safeParse(factOf(of.standing, "qualification"));
  const awards = before.success && before.data.state === "held" ? before.data.furtherAwards : undefined;
  return (
    <FactForm
      {...of}
      schema={qualificationSchema}
      asStanding={(fact) => ({
        kind: "qualification",
        fact: fact.state === "held" && awards ? { ...fact, furtherAwards: awards } : fact,
      })}
    >
      <Radios
        name="state"
        label="Is there a practice qualification?"
        options={[
          {
            value: "held",
            label: "Yes",
            reveal: (
              <>
                <DateField name="on" label="Day of the award" hint="Of the first one relevant to this work." />
                <TextField name="name" label="Qualification" optional />
                <TextField name="awardedBy" label="Awarded by" optional />
              </>
            ),
          },
          { value: "none", label: "No professional qualification" },
        ]}
      />
    </FactForm>
  );
}

const awardSchema = fromForm(
  z.object({
    on: z.custom<string>((day) => typeof day === "string" && day !== "", "Enter the day of the award"),
    name: z.string().trim().min(1, "Enter the award"),
    awardedBy: z.string().optional(),
  }),
);
/** One more award: the first qualification and its day stay as they are. */
export function AwardForm(of: FactOf) {
  const before = standingFacts.qualification.safeParse(factOf(of.standing, "qualification"));
  if (!before.success || before.data.state !== "held")
    return <p className="govuk-body">Record the first qualification before a later award.</p>;
  const first = before.data;
  return (
    <FactForm
      {...of}
      schema={awardSchema}
      asStanding={(award) => ({
        kind: "qualification",
        fact: standingFacts.qualification.parse({ ...first, furtherAwards: [...(first.furtherAwards ?? []), award] }),
      })}
    >
      <TextField name="name" label="Award" />
      <TextField name="awardedBy" label="Awarded by" optional />
      <DateField name="on" label="Day of the award" />
    </FactForm>
  );
}

export function DevelopmentForm(of: FactOf) {
  const before = standingFacts.development.safeParse(factOf(of.standing, "development"));
  const entries = before.success ? before.data.entries : [];
  return (
    <FactForm
      {...of}
      schema={developmentSchema}
      asStanding={(entry) => ({
        kind: "development",
        fact: standingFacts.development.parse({ entries: [...entries, entry] }),
      })}
    >
      <TextField name="what" label="What was it?" hint="A course, a conference, time spent with another team." />
      <DateField name="on" label="Day" />
    </FactForm>
  );
}
const developmentSchema = fromForm(standingFacts.development.shape.entries.element);

const recommendationSchema = fromForm(standingFacts.recommendation);
export function RecommendationForm(of: FactOf) {
  return (
    <FactForm
      {...of}
      draft="recommendation"
      schema={recommendationSchema}
      asStanding={(fact) => ({ kind: "recommendation", fact })}
    >
      <Radios
        name="state"
        label="Do you recommend this person for the role?"
        hint="For somebody with life experience that counts and no professional qualification."
        options={[
          {
            value: "given",
            label: "Yes",
            reveal: (
              <>
                <DateField name="on" label="Day of the recommendation" />
                <TextArea name="experience" label="The experience it rests on" optional rows={4} />
              </>
            ),
          },
          { value: "none", label: "No" },
        ]}
      />
    </FactForm>
  );
}

const trainingSchema = fromForm(standingFacts.training);
export function TrainingForm(of: FactOf) {
  return (
    <FactForm {...of} schema={trainingSchema} asStanding={(fact) => ({ kind: "training", fact })}>
      <Completed label="Is the training for the role completed?" />
    </FactForm>
  );
}
export function InformationSharingTrainingForm(of: FactOf) {
  return (
    <FactForm {...of} schema={trainingSchema} asStanding={(fact) => ({ kind: "information-sharing-training", fact })}>
      <Completed label="Is the training in sharing information completed?" />
    </FactForm>
  );
}
function Completed({ label }: { readonly label: string }) {
  return (
    <Radios
      name="state"
      label={label}
      options={[
        { value: "completed", label: "Yes", reveal: <DateField name="on" label="Day it was completed" /> },
        { value: "none", label: "No" },
      ]}
    />
  );
}

const firstLedSchema = fromForm(standingFacts["first-led"]);
export function FirstLedForm(of: FactOf) {
  return (
    <FactForm {...of} schema={firstLedSchema} asStanding={(fact) => ({ kind: "first-led", fact })}>
      <Radios
        name="state"
        label="Has this person led before?"
        hint="Before Linchpin was used, or in another area. Leads on record here count by themselves."
        options={[
          { value: "led", label: "Yes", reveal: <DateField name="on" label="Day of the first lead" /> },
          { value: "never", label: "Never" },
        ]}
      />
    </FactForm>
  );
}

const engagementSchema = fromForm(standingFacts.engagement);
export function EngagementForm(of: FactOf) {
  return (
    <FactForm {...of} schema={engagementSchema} asStanding={(fact) => ({ kind: "engagement", fact })}>
      <Radios
        name="is"
        label="How is this person engaged?"
        options={[
          { value: "permanent", label: "Permanent" },
          { value: "fixed-term", label: "Fixed-term" },
          { value: "agency", label: "Agency worker" },
          { value: "bank", label: "Bank staff" },
          { value: "supply", label: "Supply worker" },
        ]}
      />
    </FactForm>
  );
}

const poolSchema = fromForm(
  standingFacts.pool.extend({
    isIn: yesOrNo("Choose whether the person is in the pool"),
    reason: z.string({ error: "Enter the reason" }).trim().min(1, "Enter the reason").max(10_000),
  }),
);
export function PoolForm(of: FactOf) {
  return (
    <FactForm {...of} draft="pool" schema={poolSchema} asStanding={(fact) => ({ kind: "pool", fact })}>
      <Radios
        name="isIn"
        label="Is this person in the pool of people who may lead?"
        hint="Being outside the pool warns when somebody is proposed. It bars nobody."
        options={[
          {
            value: "yes",
            label: "Yes",
            reveal: <TextArea name="support" label="The support that goes with it" optional rows={3} />,
          },
          { value: "no", label: "Not now" },
        ]}
      />
      <Radios
        name="as"
        label="Looked at for what?"
        optional
        options={[
          { value: "lead-professional", label: "To lead" },
          { value: "manager", label: "To manage people who lead" },
        ]}
      />
      <TextArea name="reason" label="Why?" rows={4} />
    </FactForm>
  );
}

const workplaceSchema = fromForm(
  standingFacts.workplace.extend({ isInArea: yesOrNo("Choose whether the person works in the area") }),
);
export function WorkplaceForm(of: FactOf) {
  return (
    <FactForm {...of} schema={workplaceSchema} asStanding={(fact) => ({ kind: "workplace", fact })}>
      <Radios name="isInArea" label="Does this person work in the area?" options={yesNoOptions} />
    </FactForm>
  );
}

const skillsSchema = fromForm(standingFacts.skills);
export function SkillsForm(of: FactOf) {
  const before = standingFacts.skills.safeParse(factOf(of.standing, "skills"));
  return (
    <FactForm
      {...of}
      draft="skills"
      schema={skillsSchema}
      defaultValues={before.success ? before.data : {}}
      asStanding={(fact) => ({ kind: "skills", fact })}
    >
      <TextArea
        name="leading"
        label="Leading and co-ordinating others"
        hint="What shows it. People read this when they choose who leads."
        optional
        rows={3}
      />
      <TextArea
        name="otherAgencies"
        label="Knowing and drawing in other agencies"
        hint="What shows it."
        optional
        rows={3}
      />
      <TextArea name="support" label="Knowing what supports the work" hint="What shows it." optional rows={3} />
    </FactForm>
  );
}
