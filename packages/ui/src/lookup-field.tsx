import { type KeyboardEvent, useState } from "react";
import { type FieldValues, useController } from "react-hook-form";
import { Button } from "./button.tsx";
import { classes } from "./classes.ts";
import { FieldFrame, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.ts";
import { count } from "./words.ts";

export type Found = { readonly value: string; readonly label: string; readonly note?: string | undefined };

export type LookupFieldProps<Values extends FieldValues = FieldValues> = FieldProps<Values> & {
  /** Looks for a text. The order is the server's; nothing found is picked by itself. */
  readonly find: (text: string) => Promise<readonly Found[]>;
  /** What the value held at the start is called. */
  readonly chosenLabel?: string | undefined;
};

type Search =
  | { readonly state: "none" | "looking" | "failed" }
  | { readonly state: "found"; readonly all: readonly Found[] };

/** Finds one of very many (a school, a practitioner) and keeps the one a person picks. Out: its value. */
export function LookupField<Values extends FieldValues = FieldValues>(props: LookupFieldProps<Values>) {
  const { name, label, hint, find } = props;
  const parts = useField(name, { label, hint, verb: "Choose" });
  const { field } = useController({ name, control: parts.form.control });
  const [text, setText] = useState("");
  const [search, setSearch] = useState<Search>({ state: "none" });
  const [called, setCalled] = useState(props.chosenLabel);

  const look = async () => {
    if (text.trim() === "") return;
    setSearch({ state: "looking" });
    try {
      setSearch({ state: "found", all: await find(text.trim()) });
    } catch {
      setSearch({ state: "failed" });
    }
  };
  const lookOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // Enter looks; it does not send the form
    void look();
  };
  const pick = (one: Found) => {
    field.onChange(one.value);
    setCalled(one.label);
    setSearch({ state: "none" });
    document.getElementById(parts.id)?.focus(); // the list goes, and whoever works by keyboard would stand nowhere
  };
  return (
    <FieldFrame parts={parts} {...props}>
      <div className="lp-search__row">
        <input
          id={parts.id}
          ref={field.ref}
          type="search"
          value={text}
          autoComplete="off"
          aria-describedby={parts.describedBy}
          aria-invalid={parts.error ? true : undefined}
          className={classes("govuk-input", parts.error && "govuk-input--error")}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={lookOnEnter}
        />
        <Button kind="secondary" busy={search.state === "looking"} onClick={() => void look()}>
          Find
        </Button>
      </div>
      <output className="lp-lookup__said">{saidOf(search, field.value ? called : undefined)}</output>
      {search.state === "found" && <FoundList found={search.all} onPick={pick} />}
    </FieldFrame>
  );
}

function saidOf(search: Search, called: string | undefined): string {
  if (search.state === "looking") return "Looking";
  if (search.state === "failed") return "The search did not work. Try again.";
  if (search.state === "found")
    return search.all.length === 0 ? "Nothing found" : `${count(search.all.length, "match", "matches")}. Pick one.`;
  return called ? `Chosen: ${called}` : "";
}

function FoundList({ found, onPick }: { readonly found: readonly Found[]; readonly onPick: (one: Found) => void }) {
  return (
    <ul className="lp-lookup">
      {found.map((one) => (
        <li key={one.value}>
          <button type="button" className="lp-lookup__pick" onClick={() => onPick(one)}>
            {one.label}
            {one.note && <span className="lp-lookup__note">{one.note}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
