import { type FormEvent, useId } from "react";
import { Button } from "./button.tsx";

export type SearchFieldProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What was searched for, usually from the address. */
  readonly value?: string | undefined;
  readonly onSearch: (text: string) => void;
  readonly button?: string | undefined;
};

/** A search of its own, outside any command's form. Out: the text, when Search or Enter is pressed. */
export function SearchField({ label, hint, value = "", onSearch, button = "Search" }: SearchFieldProps) {
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSearch(String(new FormData(event.currentTarget).get("text") ?? "").trim());
  };
  return (
    <search>
      <form className="lp-search" onSubmit={submit}>
        <label className="govuk-label govuk-label--s" htmlFor={id}>
          {label}
        </label>
        {hint && (
          <div className="govuk-hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
        <div className="lp-search__row">
          <input
            key={value} // a new address brings a new text
            id={id}
            name="text"
            type="search"
            className="govuk-input"
            defaultValue={value}
            autoComplete="off"
            aria-describedby={hint && `${id}-hint`}
          />
          <Button type="submit" kind="secondary">
            {button}
          </Button>
        </div>
      </form>
    </search>
  );
}
