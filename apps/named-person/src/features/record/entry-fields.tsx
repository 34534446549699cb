import { curriculumLevels, keyEventKinds, milestoneAreas, milestoneSources } from "@linchpin/domain";
import { optionsOf } from "@linchpin/portal";
import { DateField, NumberField, Select, TextArea } from "@linchpin/ui";

/** In how many characters an entry is made. */
const most = 2000;

/** What is asked of a key event. */
export function KeyEventFields({ isOld = false }: { readonly isOld?: boolean }) {
  return (
    <>
      <Select name="kind" label="What happened?" options={optionsOf(keyEventKinds)} />
      <DateField
        name="happenedOn"
        label="On which day?"
        hint={isOld ? "It was written before a day was asked for: leave it empty if nobody knows" : undefined}
        optional
      />
      <TextArea name="words" label="In a few words" rows={3} most={most} />
    </>
  );
}

/** What is asked of an achievement or milestone. */
export function MilestoneFields() {
  return (
    <>
      <Select name="area" label="What is it in?" options={optionsOf(milestoneAreas)} />
      <TextArea
        name="words"
        label="What can the child do, or what have they done?"
        hint="For example, walks without help, or swam 25 m"
        rows={3}
        most={most}
      />
      <DateField name="reachedOn" label="On which day was it reached or reported?" optional />
      <NumberField
        name="ageInMonths"
        label="Or at which age, where the day is not known?"
        suffix="months"
        width={3}
        optional
      />
      <Select
        name="level"
        label="Level in Curriculum for Excellence"
        hint="For an area of the curriculum only"
        options={optionsOf(curriculumLevels)}
        optional
      />
      <Select name="source" label="How is it known?" options={optionsOf(milestoneSources)} />
    </>
  );
}

/** For what is taken over from a record of before the common shape began. */
export function WrittenBefore({ shapedSince }: { readonly shapedSince: string | null }) {
  if (shapedSince === null) return null;
  return (
    <DateField
      name="writtenOn"
      label="If it is from a former record: on which day was it written down?"
      hint="Leave this empty for what you write down now"
      optional
    />
  );
}
