import { type FormEvent, useId } from "react";
import { Button, ButtonGroup } from "./button.tsx";
import { Hidden } from "./hidden.tsx";

export type FilterOption = { readonly value: string; readonly label: string };

export type Filter = { readonly name: string; readonly label: string } & (
  | { readonly kind: "text" }
  | { readonly kind: "one" | "several"; readonly options: readonly FilterOption[] }
);

/** A text, or the values ticked. An empty filter is left out. */
export type FilterValues = { readonly [name: string]: string | readonly string[] | undefined };

export type FilterPanelProps = {
  readonly title?: string | undefined;
  readonly filters: readonly Filter[];
  readonly values: FilterValues;
  /** Called with every filter that is set. The portal writes them to the address. */
  readonly onChange: (values: FilterValues) => void;
};

/** Narrows a list. What is set stands above as buttons that take it off again. */
export function FilterPanel({ title = "Filter", filters, values, onChange }: FilterPanelProps) {
  const id = useId();
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onChange(read(new FormData(event.currentTarget), filters));
  };
  return (
    <search className="lp-filter" aria-labelledby={id}>
      <h2 className="govuk-heading-s" id={id}>
        {title}
      </h2>
      <SetFilters filters={filters} values={values} onChange={onChange} />
      <form onSubmit={apply} key={JSON.stringify(values)}>
        {filters.map((filter) => (
          <FilterField key={filter.name} filter={filter} value={values[filter.name]} id={`${id}${filter.name}`} />
        ))}
        <ButtonGroup>
          <Button type="submit" kind="secondary">
            Show results
          </Button>
          {Object.values(values).some(isSet) && (
            <Button kind="quiet" onClick={() => onChange({})}>
              Clear all
            </Button>
          )}
        </ButtonGroup>
      </form>
    </search>
  );
}

function SetFilters({ filters, values, onChange }: Omit<FilterPanelProps, "title">) {
  const set = filters.flatMap((filter) => listOf(values[filter.name]).map((value) => ({ filter, value })));
  if (set.length === 0) return null;
  const without = (name: string, value: string): FilterValues => {
    const { [name]: now, ...others } = values;
    const left = listOf(now).filter((one) => one !== value);
    return left.length > 0 ? { ...others, [name]: left } : others;
  };
  return (
    <ul className="lp-filter__set">
      {set.map(({ filter, value }) => (
        <li key={`${filter.name} ${value}`}>
          <button type="button" className="lp-filter__off" onClick={() => onChange(without(filter.name, value))}>
            <Hidden>Take off {filter.label}:</Hidden>{" "}
            {filter.kind === "text" ? value : (filter.options.find((one) => one.value === value)?.label ?? value)}
          </button>
        </li>
      ))}
    </ul>
  );
}

type FilterFieldProps = {
  readonly filter: Filter;
  readonly value: string | readonly string[] | undefined;
  readonly id: string;
};

function FilterField({ filter, value, id }: FilterFieldProps) {
  if (filter.kind === "several") {
    return (
      <fieldset className="govuk-fieldset govuk-form-group">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{filter.label}</legend>
        <div className="govuk-checkboxes govuk-checkboxes--small">
          {filter.options.map((option) => (
            <div key={option.value} className="govuk-checkboxes__item">
              <input
                id={`${id}-${option.value}`}
                name={filter.name}
                type="checkbox"
                value={option.value}
                className="govuk-checkboxes__input"
                defaultChecked={listOf(value).includes(option.value)}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={`${id}-${option.value}`}>
                {option.label}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    );
  }
  const start = listOf(value)[0] ?? "";
  return (
    <div className="govuk-form-group">
      <label className="govuk-label govuk-label--s" htmlFor={id}>
        {filter.label}
      </label>
      {filter.kind === "text" ? (
        <input
          id={id}
          name={filter.name}
          type="search"
          autoComplete="off"
          className="govuk-input"
          defaultValue={start}
        />
      ) : (
        <select id={id} name={filter.name} className="govuk-select" defaultValue={start}>
          <option value="">All</option>
          {filter.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function read(form: FormData, filters: readonly Filter[]): FilterValues {
  const values = filters.map(({ name, kind }): [string, string | string[]] => {
    const given = form.getAll(name).map((value) => String(value).trim());
    return [name, kind === "several" ? given : (given[0] ?? "")];
  });
  return Object.fromEntries(values.filter(([, value]) => isSet(value)));
}

function isSet(value: string | readonly string[] | undefined): boolean {
  return value !== undefined && value.length > 0;
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined || value === "") return [];
  return typeof value === "string" ? [value] : value;
}
